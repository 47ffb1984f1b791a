import { eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bundleWorkflows } from "../../activities/create-workers.ts";
import type { Command } from "../../domain/case-file/commands.ts";
import { calendarNotices, lawPacks, messages } from "../../schema/index.ts";
import { ACTORS, WAGES_PACK, withDefenseDays } from "../support/case-world.ts";
import { DECISION_TO_LIST } from "../support/case-content.ts";
import { lateNotice } from "../support/late-notice.ts";
import { copyWithRule } from "../support/changed-law.ts";
import { activatePack } from "../support/open-test-case.ts";
import { OFFICER, startRunningCases, type RunningCases } from "../support/running-cases.ts";
import { startWorkerProcess } from "../support/worker-process.ts";
import { bringTo, expectWholeRecord, playSteps, untilPapersAreMade } from "./play-story.ts";
import { WAY } from "./stories.ts";

let cases: RunningCases;

beforeEach(async () => {
  cases = await startRunningCases("2026-03-13");
});
afterEach(async () => {
  await cases.stop();
});

const REVIEWER = ACTORS["legal-reviewer"];
const PROPOSE: Command = { kind: "propose-decision", proposal: DECISION_TO_LIST };
const APPROVE: Command = { kind: "approve-decision", opinion: "同意" };

/** A rule as it might come one day: in force from 2026-03-25 on, whatever was opened before. */
const NEW_RULE = `
import { cite } from "../law/instruments.ts";
import { since, type Rule } from "./rule.ts";

export const r99WrittenOpinion: Rule = {
  id: "R99",
  title: "法制审核意见应当写明理由",
  citations: [cite("wuzhou", "（九）")],
  inForce: since("2026-03-25"),
  acts: ["approve-decision"],
  check: ({ command }) =>
    command?.kind === "approve-decision" && command.opinion.length < 5
      ? [{ missing: "审核意见过于简略", toDo: "请写明审核理由" }]
      : [],
};
`;

async function windowOf(caseId: string): Promise<string | undefined> {
  const { deadlines } = await cases.read(caseId);
  return deadlines.find((each) => each.termId === "defense-window")?.endsOn;
}

describe("a holiday notice comes in late", { timeout: 120_000 }, () => {
  it("open clocks of every case are counted again, and people are told; what has ended stays", async () => {
    await cases.stop();
    cases = await startRunningCases("2026-03-13", { dispatcher: true });
    const unserved = await bringTo(cases, WAY["notice-service"]);
    const open = await bringTo(cases, WAY.defense);
    expect(await windowOf(open)).toBe("2026-03-23");
    await cases.moveClockTo("2026-03-18T09:00:00+08:00");
    await cases.database.insert(calendarNotices).values({
      noticeId: "CN 2026 late",
      body: lateNotice(),
      enteredAt: sql`case_clock_now()`,
    });
    await expect.poll(() => windowOf(open), { timeout: 30_000 }).toBe("2026-03-24");
    await cases.moveClockTo("2026-03-24T09:00:00+08:00");
    expect((await cases.read(open)).stage).toBe("defense");
    expect(await windowOf(unserved)).toBeUndefined();
    await cases.moveClockTo("2026-03-25T09:00:00+08:00");
    expect((await cases.read(open)).stage).toBe("verification");
    const told = await cases.database
      .select({ text: messages.text })
      .from(messages)
      .where(eq(messages.caseId, open));
    expect(told.map((row) => row.text).join()).toContain("由2026年3月23日改为2026年3月24日");
    await expectWholeRecord(cases, open);
  });
});

describe("the law changes while cases sleep", { timeout: 120_000 }, () => {
  it("a new version of the pack is for new cases; those that are open keep theirs", async () => {
    const old = await bringTo(cases, WAY["notice-service"]);
    const pack = { ...withDefenseDays(10), version: `${WAGES_PACK.version}-next` };
    await activatePack(cases.database, pack);
    const young = await cases.openCase({ pack });
    await playSteps(cases, young, WAY["notice-service"]);
    await cases.restartWorkers();
    await playSteps(cases, old, WAY.defense.slice(-1));
    await playSteps(cases, young, WAY.defense.slice(-1));
    expect([await windowOf(old), await windowOf(young)]).toEqual(["2026-03-23", "2026-03-30"]);

    await cases.moveClockTo("2026-03-24T09:00:00+08:00");
    expect((await cases.read(old)).stage).toBe("verification");
    expect((await cases.read(young)).stage).toBe("defense");
    const tooEarly = await cases.act(young, OFFICER, PROPOSE);
    expect(tooEarly).toMatchObject({ outcome: "refused" });
    expect(await cases.act(old, OFFICER, PROPOSE)).toMatchObject({ outcome: "accepted" });
    await expectWholeRecord(cases, old);
    await expectWholeRecord(cases, young);
  });

  it("a legal officer moves an open case to the new version, with reasons: its clocks are counted again", async () => {
    const caseId = await bringTo(cases, WAY.defense);
    expect(await windowOf(caseId)).toBe("2026-03-23");
    const version = `${WAGES_PACK.version}-next`;
    await cases.database.update(lawPacks).set({ state: "retired" });
    await activatePack(cases.database, { ...withDefenseDays(10), version });
    const move: Command = { kind: "move-to-pack-version", version, reasons: "新版延长了期限" };
    expect(await cases.act(caseId, OFFICER, move)).toMatchObject({ outcome: "refused" });
    expect(await cases.act(caseId, ACTORS["legal-officer"], move)).toMatchObject({
      outcome: "accepted",
      stage: "defense",
    });
    expect(await windowOf(caseId)).toBe("2026-03-30");
    await cases.moveClockTo("2026-03-24T09:00:00+08:00");
    expect((await cases.read(caseId)).stage).toBe("defense");
    await cases.moveClockTo("2026-03-31T09:00:00+08:00");
    expect(await cases.read(caseId)).toMatchObject({ stage: "verification", packVersion: version });
    await expectWholeRecord(cases, caseId);
  });

  it("a new rule holds from its day on, in cases that slept through the update of the program", async () => {
    const before = await bringTo(cases, WAY["notice-service"]);
    const after = await bringTo(cases, WAY["notice-service"]);
    for (const caseId of [before, after]) await playSteps(cases, caseId, WAY.defense.slice(-1));
    await cases.moveClockTo("2026-03-24T09:00:00+08:00");
    await cases.stopWorkers();
    const changed = copyWithRule("r99-written-opinion", NEW_RULE, "r99WrittenOpinion");
    const worker = await startWorkerProcess({
      program: changed.worker,
      folder: changed.folder,
      env: cases.env,
    });
    try {
      for (const caseId of [before, after]) await cases.act(caseId, OFFICER, PROPOSE);
      expect(await cases.act(before, REVIEWER, APPROVE)).toMatchObject({ stage: "sign-off" });
      await cases.moveClockTo("2026-03-25T09:00:00+08:00");
      const refused = await cases.act(after, REVIEWER, APPROVE);
      expect(refused).toMatchObject({
        outcome: "refused",
        refusal: { kind: "law", findings: [{ ruleId: "R99" }] },
      });
      const written: Command = { kind: "approve-decision", opinion: "事实清楚，程序合法，同意" };
      expect(await cases.act(after, REVIEWER, written)).toMatchObject({ stage: "sign-off" });
      for (const caseId of [before, after]) await untilPapersAreMade(cases, caseId);
    } finally {
      await worker.stop();
      changed.remove();
    }
    for (const caseId of [before, after]) await expectWholeRecord(cases, caseId);
  });

  it("no rule is in the code that is replayed", async () => {
    const { code } = await bundleWorkflows();
    expect(code).toContain("./workflows/case-run.ts");
    const never = ["domain", "records", "activities", "schema", "platform", "workflow-client"];
    for (const folder of never) {
      expect(code).not.toContain(`./${folder}/`);
    }
  });
});
