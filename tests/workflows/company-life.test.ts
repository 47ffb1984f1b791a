import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../../domain/case-file/actor.ts";
import { findPapersToServe } from "../../domain/case-file/state.ts";
import { parseDay } from "../../domain/deadlines/calendar-day.ts";
import {
  BIDDING_LIMIT,
  DECISION_TO_LIST,
  evidenceOf,
  GROUNDS,
  ORDER_TO_PAY,
} from "../support/case-content.ts";
import { ACTORS } from "../support/case-world.ts";
import { OFFICER, startRunningCases, type RunningCases } from "../support/running-cases.ts";

let cases: RunningCases;
const REVIEWER: Actor = ACTORS["legal-reviewer"];
const HEAD: Actor = ACTORS.head;

beforeAll(async () => {
  cases = await startRunningCases("2026-03-13");
});
afterAll(async () => {
  await cases.stop();
});

describe("a company's listing, from proposal to automatic removal", () => {
  it("goes through every stage, publishes, expires by itself and closes with every receipt", async () => {
    const caseId = await cases.openCase();
    const does = async (actor: Actor, command: Parameters<RunningCases["act"]>[2]) => {
      const verdict = await cases.act(caseId, actor, command);
      expect(verdict, JSON.stringify(verdict)).toMatchObject({ outcome: "accepted" });
    };
    await does(OFFICER, { kind: "attach-evidence", evidence: evidenceOf("order-scan") });
    await does(OFFICER, { kind: "attach-evidence", evidence: evidenceOf("payroll") });
    await does(OFFICER, { kind: "record-basis-document", document: ORDER_TO_PAY });
    await does(OFFICER, { kind: "state-grounds", grounds: GROUNDS });
    await does(OFFICER, { kind: "choose-measures", measures: [BIDDING_LIMIT] });
    await does(OFFICER, { kind: "submit-for-review" });
    await does(REVIEWER, { kind: "approve-notice", opinion: "同意" });
    await cases.until(caseId, (file) => file.papers.every((paper) => paper.fileHash !== null));

    const serve = async (servedOn: string) => {
      const file = await cases.read(caseId);
      await does(OFFICER, {
        kind: "record-service",
        paperIds: findPapersToServe(file).map((paper) => paper.paperId),
        servedPartyIds: [file.partyId],
        method: "in-person",
        servedOn: parseDay(servedOn),
        signatory: "法定代表人签收",
        witness: "",
        remark: "",
        proof: evidenceOf(`proof-${servedOn}`),
      });
    };
    await cases.moveClockTo("2026-03-16T10:00:00+08:00");
    await serve("2026-03-16");
    await cases.moveClockTo("2026-03-24T09:00:00+08:00");
    expect((await cases.read(caseId)).stage).toBe("verification");
    await does(OFFICER, { kind: "propose-decision", proposal: DECISION_TO_LIST });
    await does(REVIEWER, { kind: "approve-decision", opinion: "同意" });
    await cases.moveClockTo("2026-03-27T09:00:00+08:00");
    const { proposal } = await cases.read(caseId);
    await does(HEAD, { kind: "sign-decision", draftHash: proposal?.draftHash ?? "" });
    await cases.moveClockTo("2026-04-01T09:00:00+08:00");
    await serve("2026-04-01");
    const published = await cases.until(caseId, (file) => Object.keys(file.receipts).length === 3);
    expect(published.stage).toBe("published");

    await cases.moveClockTo("2029-03-27T23:59:59+08:00");
    expect((await cases.read(caseId)).stage).toBe("published");
    await cases.moveClockTo("2029-03-28T00:00:01+08:00");
    const closed = await cases.until(caseId, (file) => file.stage === "closed");
    expect(closed.removal).toMatchObject({ by: "expiry", removedOn: "2029-03-28" });
    const site = await cases.site.inject("/city-platform.json");
    expect(site.json()).toMatchObject([{ state: "removed", version: 2 }]);
  });
});
