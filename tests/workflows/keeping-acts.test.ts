import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Command } from "../../domain/case-file/commands.ts";
import { actUpdate, listingCaseId } from "../../workflows/messages.ts";
import { actIdsOf, eventTypesOf, type Verdict } from "../support/case-store.ts";
import { ACTORS, official } from "../support/case-world.ts";
import { evidenceOf } from "../support/case-content.ts";
import { readRuns } from "../support/read-histories.ts";
import { OFFICER, startRunningCases, type RunningCases } from "../support/running-cases.ts";
import { bringTo, expectWholeRecord } from "./play-story.ts";
import { WAY } from "./stories.ts";

let cases: RunningCases;

beforeAll(async () => {
  cases = await startRunningCases("2026-03-13");
});
afterAll(async () => {
  await cases.stop();
});

const REVIEWER = ACTORS["legal-reviewer"];
const APPROVE: Command = { kind: "approve-notice", opinion: "同意" };
const WITHDRAW: Command = { kind: "withdraw-case", reasons: "事实登记有误" };

function attach(name: string): Command {
  return { kind: "attach-evidence", evidence: evidenceOf(name) };
}

/** Tells the workflow of a kept act once more, in a call of its own that the server can't recognize as the same. */
async function tellAnew(caseId: string, commandId: string, kind: string): Promise<void> {
  const handle = cases.client.workflow.getHandle(listingCaseId(caseId));
  await handle.executeUpdate(actUpdate, { args: [{ commandId, kind }] });
}

function rulesOf(verdict: Verdict): readonly string[] {
  if (verdict.outcome === "accepted") return [];
  return verdict.refusal.findings.map((finding) => finding.ruleId);
}

describe("an act that is sent more than once", () => {
  it("has one effect and one verdict: again, ten times at once, after a restart, in a later run", async () => {
    const caseId = await bringTo(cases, WAY["notice-legal-review"]);
    const commandId = await cases.keep(caseId, REVIEWER, APPROVE);
    await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        index % 2 === 0
          ? cases.send(caseId, commandId, APPROVE.kind)
          : tellAnew(caseId, commandId, APPROVE.kind),
      ),
    );
    const verdict = await cases.verdictOf(commandId);
    expect(verdict).toMatchObject({ outcome: "accepted", stage: "notice-service" });
    await cases.until(caseId, (file) => file.papers.every((paper) => paper.fileHash !== null));
    const runsBefore = await untilRuns(caseId, 2);
    const before = await eventTypesOf(cases.database, caseId);

    await cases.keep(caseId, REVIEWER, APPROVE, { id: commandId });
    await cases.send(caseId, commandId, APPROVE.kind);
    await cases.restartWorkers();
    await cases.send(caseId, commandId, APPROVE.kind);
    await tellAnew(caseId, commandId, APPROVE.kind);

    expect(runsBefore).toBeGreaterThan(1);
    expect(await cases.verdictOf(commandId)).toEqual(verdict);
    expect(await eventTypesOf(cases.database, caseId)).toEqual(before);
    expect(before.filter((type) => type === "ReviewApproved")).toHaveLength(1);
    await expectWholeRecord(cases, caseId);
  });

  it("is answered with the stored refusal when it was refused, whatever the case has come to since", async () => {
    const caseId = await bringTo(cases, WAY.draft);
    const commandId = await cases.keep(caseId, REVIEWER, APPROVE);
    await cases.send(caseId, commandId, APPROVE.kind);
    const refused = await cases.verdictOf(commandId);
    expect(refused).toMatchObject({ outcome: "refused", refusal: { kind: "stage" } });
    await cases.act(caseId, OFFICER, { kind: "submit-for-review" });
    await tellAnew(caseId, commandId, APPROVE.kind);
    expect(await cases.verdictOf(commandId)).toEqual(refused);
    expect((await cases.read(caseId)).stage).toBe("notice-legal-review");
  });
});

describe("two people who act at the same moment", () => {
  it.each([
    ["two reviewers approve", APPROVE],
    ["one reviewer approves while another returns", { kind: "return-notice", reasons: "请补正" }],
  ] as const)("%s: exactly one wins, the other is told of the stage", async (_, other) => {
    const caseId = await bringTo(cases, WAY["notice-legal-review"]);
    const second = official("reviewer-2", ["legal-reviewer"]);
    const verdicts = await Promise.all([
      cases.act(caseId, REVIEWER, APPROVE),
      cases.act(caseId, second, other),
    ]);
    const refused = verdicts.filter((verdict) => verdict.outcome === "refused");
    expect(refused).toHaveLength(1);
    expect(refused.flatMap(rulesOf)).toContain("stage");
    await expectOnlyOneReview(caseId);
  });

  it("the officer withdraws while the reviewer approves: the one received first wins, however they are sent", async () => {
    const caseId = await bringTo(cases, WAY["notice-legal-review"]);
    const withdrawal = await cases.keep(caseId, OFFICER, WITHDRAW);
    const approval = await cases.keep(caseId, REVIEWER, APPROVE);
    await Promise.all([
      cases.send(caseId, approval, APPROVE.kind),
      cases.send(caseId, withdrawal, WITHDRAW.kind),
    ]);
    expect(await cases.verdictOf(withdrawal)).toMatchObject({ outcome: "accepted" });
    expect(await cases.verdictOf(approval)).toMatchObject({
      outcome: "refused",
      refusal: { kind: "stage" },
    });
    expect((await cases.read(caseId)).papers).toEqual([]);
  });
});

describe("acts kept while the worker is away", () => {
  it("are ruled in the order in which they were received, each once", async () => {
    const caseId = await bringTo(cases, WAY.draft);
    await cases.stopWorkers();
    const kept: string[] = [];
    for (let number = 1; number <= 45; number += 1) {
      kept.push(await cases.keep(caseId, OFFICER, attach(`evidence-${String(number)}`)));
    }
    const submitted = await cases.keep(caseId, OFFICER, { kind: "submit-for-review" });
    const tooLate = await cases.keep(caseId, OFFICER, { kind: "submit-for-review" });
    await cases.startWorkers();
    // The last one is told of; whoever was received before is taken first.
    await cases.send(caseId, tooLate, "submit-for-review");
    const acts = await actIdsOf(cases.database, caseId);
    expect(acts.slice(-46)).toEqual([...kept, submitted]);
    expect(await cases.verdictOf(submitted)).toMatchObject({ outcome: "accepted" });
    expect(await cases.verdictOf(tooLate)).toMatchObject({ outcome: "refused" });
    await expectWholeRecord(cases, caseId);
  });

  it("a defense received in the last second of the window counts, one at midnight does not", async () => {
    const caseId = await bringTo(cases, WAY.defense);
    await cases.stopWorkers();
    await cases.letTimePassTo("2026-03-24T08:00:00+08:00");
    const party = { ...ACTORS.party, partyCaseId: caseId };
    const late = await cases.keep(caseId, party, defense("迟到的意见"), {
      receivedAt: new Date("2026-03-24T00:00:00+08:00"),
    });
    const inTime = await cases.keep(caseId, party, defense("及时的意见"), {
      receivedAt: new Date("2026-03-23T23:59:59+08:00"),
    });
    await cases.startWorkers();
    await cases.send(caseId, late, "state-defense");
    expect(await cases.verdictOf(inTime)).toMatchObject({ outcome: "accepted", stage: "defense" });
    const refused = await cases.waitForVerdict(late);
    expect(refused).toMatchObject({ outcome: "refused", refusal: { kind: "stage" } });
    const file = await cases.read(caseId);
    expect(file.stage).toBe("verification");
    expect(file.statements.map((each) => each.points[0]?.text)).toEqual(["及时的意见"]);
    expect(file.statements[0]?.statedAt).toBe("2026-03-23T15:59:59.000Z");
    const types = await eventTypesOf(cases.database, caseId);
    expect(types.indexOf("DefenseStated")).toBeLessThan(types.indexOf("DefensePeriodEnded"));
    await cases.until(caseId, (each) => each.papers.every((paper) => paper.fileHash !== null));
    await expectWholeRecord(cases, caseId);
  });
});

function defense(text: string): Command {
  return { kind: "state-defense", form: "portal", points: [text], evidence: [], final: false };
}

async function untilRuns(caseId: string, count: number): Promise<number> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const runs = await readRuns(cases.client, listingCaseId(caseId));
    if (runs.length >= count) return runs.length;
  }
  throw new Error("the chain never went on to its next run");
}

async function expectOnlyOneReview(caseId: string): Promise<void> {
  const types = await eventTypesOf(cases.database, caseId);
  expect(types.filter((type) => type.startsWith("Review"))).toHaveLength(1);
}
