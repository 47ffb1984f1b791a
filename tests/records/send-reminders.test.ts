import { and, eq, like } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Command } from "../../domain/case-file/commands.ts";
import { keepLawInForce } from "../../records/law-in-force.ts";
import { sendReminders } from "../../records/send-reminders.ts";
import { messages } from "../../schema/index.ts";
import { DRAFT_ACTS } from "../support/case-stages.ts";
import { ACTORS } from "../support/case-world.ts";
import { startRunningCases, type RunningCases } from "../support/running-cases.ts";

let cases: RunningCases;
let caseId: string;

beforeAll(async () => {
  cases = await startRunningCases("2026-03-13");
  caseId = await cases.openCase();
  const submit: Command = { kind: "submit-for-review" };
  for (const command of [...DRAFT_ACTS, submit]) {
    await cases.act(caseId, ACTORS["case-officer"], command);
  }
  const approve: Command = { kind: "approve-notice", opinion: "同意" };
  await cases.act(caseId, ACTORS["legal-reviewer"], approve);
});
afterAll(async () => {
  await cases.stop();
});

const send = () => sendReminders(cases.database, keepLawInForce());
const reminders = () =>
  cases.database
    .select({ recipient: messages.recipient, text: messages.text })
    .from(messages)
    .where(and(eq(messages.caseId, caseId), like(messages.messageId, "%/due-soon/%")));

describe("reminders of clocks that run out soon", () => {
  it("wait while there is time: the notice is to be served by 2026-03-24", async () => {
    expect(await send()).toBe(0);
    await cases.moveClockTo("2026-03-18T09:00:00+08:00");
    expect(await send()).toBe(0);
  });

  it("go to the officer three working days before, once", async () => {
    await cases.moveClockTo("2026-03-19T09:00:00+08:00");
    expect(await send()).toBe(1);
    expect(await send()).toBe(0);
    expect(await reminders()).toEqual([
      { recipient: "officer", text: "“告知书送达时限”即将届满，最后一日为2026年3月24日" },
    ]);
  });
});
