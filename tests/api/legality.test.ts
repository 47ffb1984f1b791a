import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  act as does,
  confirmChannels,
  EMPLOYER,
  judge,
  letPass,
  openScene,
  type Scene,
} from "../support/case-builder.ts";
import { packOf, toCommand, type Step, type WholeCase } from "../cases/whole-case.ts";
import { lawPacks } from "../../schema/index.ts";
import { WAGES_PACK } from "../support/case-world.ts";
import { activatePack } from "../support/open-test-case.ts";
import { startRunningApi, type Caller, type RunningApi } from "../support/running-api.ts";

interface Answer {
  readonly allowed: boolean;
  readonly stage: string | null;
  readonly refusal: {
    kind: string;
    findings: readonly { ruleId: string; missing: string }[];
  } | null;
  readonly refusedEarlier: { index: number; act: string } | null;
  readonly rules: readonly { ruleId: string; citations: readonly string[] }[];
  readonly deadlines: readonly { termId: string; endsOn: string; status: string }[];
}

interface Problem {
  readonly errors: readonly { field: string; message: string }[];
}

let api: RunningApi;
let officer: Caller;

beforeAll(async () => {
  api = await startRunningApi("2026-03-13", { workers: "elsewhere" });
  officer = await api.as("case-officer");
});
afterAll(async () => {
  await api.stop();
});

const CASES = new URL("../cases/", import.meta.url);

function read<Content>(name: string): Content {
  const text = readFileSync(new URL(name, CASES), "utf8");
  return JSON.parse(text) as Content; // the written cases are checked by running them
}

/** Written cases on the shipped pack whose acts are told by the day. */
const STORIES = readdirSync(CASES)
  .filter((name) => name.endsWith(".json"))
  .map((name) => [name, read<WholeCase>(name)] as const)
  .filter(([, whole]) => packOf(whole) === null)
  .filter(([, { steps }]) => steps.every((step) => step.on.length === 10));

/** An id for a piece of evidence that a written case names by its title. */
function idOf(title: string): string {
  const hex = createHash("sha256").update(title).digest("hex");
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`];
  return [...parts, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join("-");
}

const EVIDENCE_FIELDS = ["evidence", "proof", "pledge"];
const WITH_MANY = ["state-defense", "apply-for-repair", "object-to-record"];

/** A written act as the body of a request. */
function bodyOf({ kind, ...written }: NonNullable<Step["act"]>): object {
  const body = Object.fromEntries(
    Object.entries(written)
      // What a party states on its own page is known by who states it.
      .filter(([key, value]) => !(key === "form" && value === "portal"))
      // A form asks for each part of a consent.
      .flatMap(
        (entry): [string, unknown][] =>
          entry[0] === "consent" ? Object.entries(entry[1] as object) : [entry], // written as a command has it
      )
      .map(([key, value]) => {
        if (key === "papers") return ["paperIds", value];
        if (!EVIDENCE_FIELDS.includes(key) || typeof value !== "string") return [key, value];
        return [key, { uploadId: idOf(value), title: value, kind: "document" }];
      }),
  );
  if (kind === "answer-defense") {
    const answers = written["answers"] as { point: number; outcome: string; reasons: string }[];
    return {
      answers: answers.map(({ point, ...rest }) => ({ pointId: String(point), ...rest })),
    };
  }
  return WITH_MANY.includes(kind) ? { evidence: [], ...body } : body;
}

/** Ids of evidence inside grounds and documents, which a request gives as ids. */
function withIds(text: string): string {
  return text.replaceAll(
    /"(evidenceId|evidenceIds)":("[^"]*"|\[[^\]]*\])/g,
    (_whole, key: string, value: string) =>
      `"${key}":${value.replaceAll(/"([^"]*)"/g, (_text, title: string) => `"${idOf(title)}"`)}`,
  );
}

function questionOf(whole: WholeCase, earlier: readonly Step[], step: Step): object {
  const describe = ({ on, by = "case-officer", act }: Step) => {
    if (act === undefined) throw new Error("a step without an act");
    return { act: act.kind, on, by: { role: by }, body: bodyOf(act) };
  };
  const question = {
    listId: "unpaid-wages",
    authority: { level: "county" },
    party: { kind: whole.partyKind, role: whole.partyRole },
    openedOn: whole.openedOn,
    earlierActs: earlier.map(describe),
    ...describe(step),
  };
  return JSON.parse(withIds(JSON.stringify(question))) as object; // a question made of a question
}

async function ask(question: object): Promise<Answer> {
  const response = await officer.post("/api/legality-checks", question);
  if (response.statusCode !== 200) throw new Error(response.body);
  return response.json<Answer>();
}

describe("a legality check agrees with the act itself", () => {
  it("there are stories to compare", () => {
    expect(STORIES.length).toBeGreaterThan(5);
  });

  it.each(STORIES)("%s: every act and every refusal", async (_name, whole) => {
    const { steps } = read<Pick<WholeCase, "steps">>(`given/${whole.given}.json`);
    const { partyId, partyKind, partyRole, openedOn } = whole;
    let scene: Scene = openScene(openedOn, { ...EMPLOYER, partyId, partyKind, partyRole });
    const earlier: Step[] = [];
    const questions: object[] = [];
    const expected: object[] = [];
    for (const step of [...steps, ...whole.steps]) {
      scene = letPass(scene, step.on);
      if (step.act === undefined) continue;
      const command = toCommand(step.act, scene);
      const judgement = judge(scene, step.by ?? "case-officer", step.on, command);
      questions.push(questionOf(whole, earlier, step));
      expected.push(
        judgement.kind === "accepted"
          ? { allowed: true, stage: scene.file.stage, findings: [] }
          : {
              allowed: false,
              stage: scene.file.stage,
              findings: judgement.refusal.findings.map(({ ruleId, missing }) => [ruleId, missing]),
            },
      );
      if (judgement.kind === "refused") continue;
      earlier.push(step);
      scene = does(scene, step.by ?? "case-officer", step.on, command);
      scene = confirmChannels(scene, step.on);
    }
    const response = await officer.post("/api/legality-checks", questions);
    if (response.statusCode !== 200) throw new Error(response.body);
    const answers = response.json<Answer[]>().map(({ allowed, stage, refusal }) => ({
      allowed,
      stage,
      findings: (refusal?.findings ?? []).map(({ ruleId, missing }) => [ruleId, missing]),
    }));
    expect(answers).toEqual(expected);
  });
});

const EMPTY = {
  listId: "unpaid-wages",
  authority: { level: "county" },
  party: { kind: "legal-person", role: "employer" },
  openedOn: "2026-03-13",
  earlierActs: [],
  act: "submit-for-review",
  on: "2026-03-13",
  by: { role: "case-officer" },
};

describe("the legality check", () => {
  it("names what is missing, and every rule that it looked at with its articles", async () => {
    const answer = await ask(EMPTY);
    expect(answer.allowed).toBe(false);
    expect(answer.refusal?.findings.map((each) => each.ruleId)).toContain("R04");
    const looked = answer.rules.map((each) => each.ruleId);
    expect(looked).toEqual(expect.arrayContaining(["R04", "R13", "R27"]));
    expect(answer.rules.every((each) => each.citations.length > 0)).toBe(true);
  });

  it("says who decides where a list is not decided here", async () => {
    const answer = await ask({ ...EMPTY, listId: "major-tax", act: "open-case" });
    expect(answer.refusal?.findings[0]).toMatchObject({ ruleId: "R12" });
    expect(await ask({ ...EMPTY, listId: "major-tax" })).toMatchObject({
      allowed: false,
      refusal: null,
      refusedEarlier: { index: -1, act: "open-case" },
    });
  });

  it("an authority that is not competent may not open the case (R25)", async () => {
    const question = { ...EMPTY, authority: { level: "county", competent: false } };
    const answer = await ask({ ...question, act: "open-case" });
    expect(answer.refusal?.findings.map((each) => each.ruleId)).toContain("R25");
    expect(await ask({ ...EMPTY, act: "open-case" })).toMatchObject({ allowed: true });
  });

  it("the same label is the same person: who worked on the case does not review it (R26)", async () => {
    const whole = read<WholeCase>("waiver.json");
    const { steps } = read<Pick<WholeCase, "steps">>(`given/${whole.given}.json`);
    const acts = steps.filter((step) => step.act !== undefined);
    const at = acts.findIndex((step) => step.act?.kind === "approve-notice");
    const review = acts[at];
    if (review === undefined) throw new Error("the story has no review");
    const question = questionOf(whole, acts.slice(0, at), review) as { earlierActs: object[] };
    const earlierActs = question.earlierActs.map((each) => ({
      ...each,
      by: { role: "case-officer", person: "甲" },
    }));
    const by = (person: string) => ({
      ...question,
      earlierActs,
      by: { role: "legal-reviewer", person },
    });
    expect((await ask(by("甲"))).refusal?.findings.map((each) => each.ruleId)).toEqual(["R26"]);
    expect((await ask(by("乙"))).allowed).toBe(true);
  });

  it("names the earlier act that could not have been done", async () => {
    const early = { act: "submit-for-review", on: "2026-03-13", by: EMPTY.by, body: {} };
    const answer = await ask({ ...EMPTY, earlierActs: [early], act: "approve-notice" });
    expect(answer).toMatchObject({
      allowed: false,
      refusal: null,
      refusedEarlier: { index: 0, act: "submit-for-review" },
    });
  });

  it("says of a malformed description what is wrong and where, among many", async () => {
    const later = { act: "submit-for-review", on: "2026-03-20", by: EMPTY.by, body: {} };
    const wrong = [EMPTY, { ...EMPTY, earlierActs: [later] }];
    const response = await officer.post("/api/legality-checks", wrong);
    expect(response.statusCode).toBe(200);
    const filled = { act: "attach-evidence", on: "2026-03-20", by: EMPTY.by };
    const bad = { ...filled, body: { evidence: { title: "x" } } };
    const refused = await officer.post("/api/legality-checks", [
      EMPTY,
      { ...EMPTY, earlierActs: [bad] },
    ]);
    expect(refused.statusCode).toBe(422);
    expect(refused.json<Problem>().errors[0]?.field).toBe(
      "/1/earlierActs/0/body/evidence/uploadId",
    );
    const day = await officer.post("/api/legality-checks", { ...EMPTY, on: "2026-02-30" });
    expect(day.statusCode).toBe(400);
  });

  it("says of an unknown version of a pack which question names it", async () => {
    const wrong = [EMPTY, { ...EMPTY, packVersion: "none" }];
    const refused = await officer.post("/api/legality-checks", wrong);
    expect(refused.statusCode).toBe(422);
    expect(refused.json<Problem>().errors[0]?.field).toBe("/1/packVersion");
  });

  it("knows the version in force for a move to it", async () => {
    const { database } = api.cases;
    const of = eq(lawPacks.listId, "unpaid-wages");
    await database.update(lawPacks).set({ state: "retired" }).where(of);
    await activatePack(database, { ...WAGES_PACK, version: "later" });
    const move = (version: string) =>
      ask({
        ...EMPTY,
        ...{ packVersion: WAGES_PACK.version, act: "move-to-pack-version" },
        ...{ by: { role: "legal-officer" }, body: { version, reasons: "新版更有利" } },
      });
    expect(await move("later")).toMatchObject({ allowed: true });
    const stale = await move(WAGES_PACK.version);
    expect(stale.refusal?.findings[0]?.missing).toBe("所填版本不是现在启用的版本");
  });

  it("takes five hundred at once and not one more, stores nothing, and is for officials", async () => {
    const before = await countRows();
    const many = await officer.post("/api/legality-checks", Array(500).fill(EMPTY));
    expect(many.json<Answer[]>()).toHaveLength(500);
    const more = await officer.post("/api/legality-checks", Array(501).fill(EMPTY));
    expect(more.statusCode).toBe(400);
    expect(await countRows()).toEqual(before);
    const nobody = await api.app.inject({
      method: "POST",
      url: "/api/legality-checks",
      payload: EMPTY,
    });
    expect(nobody.statusCode).toBe(401);
  });
});

async function countRows(): Promise<unknown> {
  const { rows } = await api.cases.database.execute(sql`
    select (select count(*) from case_files) as cases, (select count(*) from case_events) as events,
           (select count(*) from refusals) as refusals, (select count(*) from commands) as commands`);
  return rows[0];
}
