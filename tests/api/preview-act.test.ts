import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ForbiddenError, NotFoundError } from "../../api/use-cases/faults.ts";
import { hasPreview, previewAct, type ActPreview } from "../../api/use-cases/preview-act.ts";
import { COMMAND_KINDS } from "../../domain/case-file/act-table.ts";
import type { Actor } from "../../domain/case-file/actor.ts";
import type { CommandKind } from "../../domain/case-file/commands.ts";
import { judge, letPass } from "../support/case-builder.ts";
import { ACTORS } from "../support/case-world.ts";
import { waitUntilSettled } from "../support/demo-clock.ts";
import { FILLED } from "../support/filled-forms.ts";
import { FLAWLESS, findFlaws } from "../support/html-checks.ts";
import { openMatter } from "../support/matter-bodies.ts";
import { publishCase } from "../support/published-case.ts";
import { sampleCommand } from "../support/sample-commands.ts";
import { startRunningApi, type RunningApi } from "../support/running-api.ts";
import { readPdf } from "../templates/read-pdf.ts";

const DAY = "2026-03-13";
const OFFICER = ACTORS["case-officer"];
const REASONS = "经责令限期支付后仍未支付，数额达到标准，情节严重";
let api: RunningApi;
let draft: string;
let annulled: string;

beforeAll(async () => {
  api = await startRunningApi(DAY);
  const officer = await api.as("case-officer");
  draft = (await openMatter(officer)).person;
  annulled = await publishCase(api, DAY);
  const { basisDocuments } = await api.cases.read(annulled);
  const uploadId = await officer.hand("行政复议决定书");
  const response = await officer.act(annulled, "record-basis-annulled", {
    documentId: basisDocuments[0]?.documentId,
    organ: "【虚构】苍梧县人民政府",
    number: "苍政复决字〔2026〕第1号",
    annulledOn: DAY,
    evidence: { uploadId, title: "行政复议决定书", kind: "document" },
  });
  expect(response.statusCode, response.body).toBe(200);
  await waitUntilSettled(api.deps.database);
});
afterAll(async () => {
  await api.stop();
});

const look = (actor: Actor, caseId: string, kind: CommandKind, body: object): Promise<ActPreview> =>
  previewAct(api.deps, { actor, caseId, kind, body });

/** What a preview must leave as it is: the case, its acts, its papers, its refusals. */
async function readAll(caseId: string): Promise<unknown> {
  const { rows } = await api.deps.database.execute(sql`
    select (select count(*) from commands) as acts, (select count(*) from papers) as papers,
      (select count(*) from refusals) as refusals, (select count(*) from number_series) as series`);
  return [await api.cases.read(caseId), rows];
}

describe("the papers of an act that was not done yet", () => {
  it("are drawn from the form as it stands, without a number, and nothing is kept", async () => {
    const before = await readAll(annulled);
    const preview = await look(ACTORS.head, annulled, "sign-annulment", {
      reasons: "依据已被撤销",
    });
    if (preview.kind !== "papers") throw new Error("refused");
    expect(preview.papers.map((paper) => paper.kind)).toEqual(["annulment-decision"]);
    const [paper] = preview.papers;
    if (paper?.preview.kind !== "drawn") throw new Error("not drawn");
    const words = paper.preview.words.map((each) => each.text).join("\n");
    expect(words).toContain("依据已被撤销。");
    expect(words).toContain("《限期改正指令书》");
    expect(paper.preview.words.map((each) => each.kind)).not.toContain("number");
    expect(await readAll(annulled)).toEqual(before);
  });

  it("are those of the next signature where the act itself issues none, and name what is still empty", async () => {
    const { grounds } = await api.cases.read(draft);
    const filled = await look(OFFICER, draft, "state-grounds", {
      grounds: { ...grounds, reasons: REASONS },
    });
    if (filled.kind !== "papers") throw new Error("refused");
    expect(filled.papers.map((paper) => paper.kind)).toEqual(["prior-notice"]);
    expect(JSON.stringify(filled.papers[0]?.preview)).toContain(REASONS);
    const empty = await look(OFFICER, draft, "choose-measures", { measures: [] });
    if (empty.kind !== "papers") throw new Error("refused");
    expect(empty.papers[0]?.preview).toMatchObject({
      kind: "incomplete",
      sections: ["拟采取的失信惩戒措施"],
    });
    expect((await api.cases.read(draft)).grounds).toEqual(grounds);
  });

  it("are not drawn where the act would be refused: it is said why, and not recorded", async () => {
    const before = await readAll(annulled);
    const early = await look(ACTORS.head, draft, "sign-annulment", { reasons: "依据已被撤销" });
    expect(early).toMatchObject({ kind: "refused", refusal: { kind: "stage" } });
    const others = await look(OFFICER, annulled, "sign-annulment", { reasons: "依据已被撤销" });
    expect(others).toMatchObject({ kind: "refused", refusal: { kind: "role" } });
    expect(await readAll(annulled)).toEqual(before);
  });

  it("are for those who handle the case alone, and of acts that have any", async () => {
    const body = { reasons: "依据已被撤销" };
    const stranger = { ...OFFICER, authorityId: "other" };
    await expect(look(stranger, annulled, "sign-annulment", body)).rejects.toThrow(NotFoundError);
    const auditor = ACTORS.auditor;
    await expect(look(auditor, annulled, "sign-annulment", body)).rejects.toThrow(ForbiddenError);
    await expect(look(OFFICER, annulled, "attach-evidence", {})).rejects.toThrow(NotFoundError);
  });
});

describe("the form of an act", () => {
  it("shows its papers beside what was filled in, when asked, and hands nothing in", async () => {
    const head = await api.as("head");
    const url = `/cases/${annulled}/acts/sign-annulment`;
    const page = await head.get(url);
    expect(page.body).toContain('name="_preview"');
    const token = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? "";
    const key = /name="_key" value="([^"]+)"/.exec(page.body)?.[1] ?? "";
    const cookies = { ...head.cookies };
    for (const { name, value } of page.cookies) cookies[name] = value;
    const post = (fields: Record<string, string>) =>
      api.app.inject({
        ...{ method: "POST", url, cookies },
        headers: { "content-type": "application/x-www-form-urlencoded" },
        payload: new URLSearchParams({ _csrf: token, _key: key, ...fields }).toString(),
      });
    const before = await readAll(annulled);
    const shown = await post({ reasons: "依据已被撤销，列入有误", _preview: "yes" });
    expect(shown.statusCode).toBe(200);
    expect(shown.body).toContain("还没有提交，案件没有变化");
    expect(shown.body).toContain("草稿：撤销列入严重失信主体名单决定书");
    expect(shown.body.match(/依据已被撤销，列入有误/g)?.length).toBeGreaterThan(1);
    expect(findFlaws(shown.body)).toEqual(FLAWLESS);
    const link =
      /href="data:application\/pdf;base64,([^"]+)" download="([^"]+)"/.exec(shown.body) ?? [];
    expect(link[2]).toBe("草稿-撤销列入严重失信主体名单决定书.pdf");
    const file = readPdf(Buffer.from(link[1] ?? "", "base64"));
    expect(file.elements.map(({ text }) => text).join()).toContain("依据已被撤销，列入有误");
    expect(file.artifacts[0]).toContain("草稿");
    const empty = await post({ reasons: "", _preview: "yes" });
    expect(empty.statusCode).toBe(422);
    expect(await readAll(annulled)).toEqual(before);
  });

  it("offers it for every act of officials that puts something on paper", () => {
    const issuing = COMMAND_KINDS.filter((kind) => {
      const { scene, by, day } = FILLED[kind];
      const stood = letPass(scene(), day);
      const judged = judge(stood, by, day, sampleCommand(kind, stood, day));
      const events = judged.kind === "accepted" ? judged.events : [];
      return by !== "party" && events.some((event) => event.type === "PaperIssued");
    });
    expect(issuing.length).toBeGreaterThan(20);
    expect(issuing.filter((kind) => !hasPreview(kind))).toEqual([]);
  });
});
