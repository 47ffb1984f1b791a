import { and, asc, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ShownEntry } from "../../demo/second-site/entries-page.ts";
import type { Role } from "../../domain/case-file/actor.ts";
import type { CommandKind } from "../../domain/case-file/commands.ts";
import { deliveries, messages } from "../../schema/index.ts";
import { toCommand } from "../cases/whole-case.ts";
import { ACTORS, moment, WORLD } from "../support/case-world.ts";
import { waitUntilSettled } from "../support/demo-clock.ts";
import { startRunningCases, type RunningCases } from "../support/running-cases.ts";
import { bringTo } from "../workflows/play-story.ts";
import { WAY } from "../workflows/stories.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const FIRST_MS = HOUR_MS;
const LONGEST_MS = 16 * HOUR_MS;
const CHANNEL = "city-credit-platform";
/** Papers are served on the day before the seven working days for publishing end, 2026-04-08; Qingming lies between. */
const SERVED_ON = "2026-04-07";
const DEADLINE_OVER = "2026-04-09T00:00:00+08:00";
const BACK_AT = "2026-04-09T09:00:00+08:00";

let cases: RunningCases;
let caseId: string;

beforeEach(async () => {
  const env = {
    MINGDAN_RETRY_FIRST_MS: String(FIRST_MS),
    MINGDAN_RETRY_LONGEST_MS: String(LONGEST_MS),
  };
  cases = await startRunningCases("2026-03-13", { env });
  caseId = await bringTo(cases, WAY["decision-service"]);
  await cases.secondSite.goAway();
  await cases.moveClockTo(moment(SERVED_ON).toISOString());
  await does("record-service", "case-officer", {
    papers: ["listing-decision", "repair-notice"],
    method: "in-person",
    servedOn: SERVED_ON,
    signatory: "【虚构】受送达人",
    witness: "",
    remark: "",
    proof: "决定书送达回证",
  });
  await waitUntilSettled(cases.database);
});
afterEach(async () => {
  await cases.stop();
});

async function does(kind: CommandKind, role: Role, content: object): Promise<void> {
  const file = await cases.read(caseId);
  const command = toCommand({ kind, ...content }, { file, world: WORLD, events: [] });
  const verdict = await cases.act(caseId, ACTORS[role], command);
  expect(verdict, JSON.stringify(verdict)).toMatchObject({ outcome: "accepted" });
}

/** The ledger of one channel, oldest version first. */
function readLedger(channel = CHANNEL) {
  return cases.database
    .select()
    .from(deliveries)
    .where(and(eq(deliveries.caseId, caseId), eq(deliveries.channel, channel)))
    .orderBy(asc(deliveries.version));
}

async function readNewest() {
  const row = (await readLedger()).at(-1);
  if (row === undefined) throw new Error("nothing is to be delivered");
  return row;
}

async function readSite(path: string): Promise<readonly ShownEntry[]> {
  return (await cases.site.inject(`/${path}.json`)).json<ShownEntry[]>();
}

async function publicationClock(): Promise<string | undefined> {
  const { deadlines } = await cases.read(caseId);
  const clock = deadlines.findLast((each) => each.termId === "publication");
  return clock && `${clock.endsOn} ${clock.status}`;
}

async function countAlarms(): Promise<number> {
  const alarms = await cases.database
    .select()
    .from(messages)
    .where(and(eq(messages.caseId, caseId), eq(messages.recipient, "supervisor")));
  return alarms.filter(({ text }) => text.includes("逾期")).length;
}

/** Moves to every attempt before a moment, and lists the pauses between them. */
async function sitThrough(end: Date): Promise<readonly number[]> {
  const pauses: number[] = [];
  for (;;) {
    const { attempts, lastAttemptAt, nextAttemptAt } = await readNewest();
    if (lastAttemptAt === null || nextAttemptAt === null) throw new Error("no attempt was kept");
    pauses.push(nextAttemptAt.getTime() - lastAttemptAt.getTime());
    expect(attempts).toBe(pauses.length);
    if (nextAttemptAt >= end) return pauses;
    await cases.moveClockTo(nextAttemptAt.toISOString());
  }
}

describe("while the second site is away for two days of the case clock", () => {
  it("it is asked again after pauses that double up to the longest, and gets the listing once it is back", async () => {
    expect(await readNewest()).toMatchObject({ attempts: 1, lastFailure: "unreachable" });
    const pauses = await sitThrough(moment(BACK_AT));
    expect(pauses.map((pause) => pause / HOUR_MS)).toEqual([1, 2, 4, 8, 16, 16, 16]);
    await cases.moveClockTo(moment(BACK_AT).toISOString());
    const { attempts, receivedAt, nextAttemptAt } = await readNewest();
    expect({ attempts, receivedAt }).toEqual({ attempts: pauses.length, receivedAt: null });
    await cases.secondSite.comeBack();
    expect(await readSite("city-platform")).toEqual([]);
    const shortlyAfter = (nextAttemptAt?.getTime() ?? Number.NaN) + MINUTE_MS;
    await cases.moveClockTo(new Date(shortlyAfter).toISOString());
    expect(await readLedger()).toMatchObject([
      { version: 1, lastFailure: null, nextAttemptAt: null, receiptSignature: expect.any(String) },
    ]);
    const { receivedAt: at } = await readNewest();
    expect(at?.getTime()).toBeGreaterThanOrEqual(nextAttemptAt?.getTime() ?? Number.NaN);
    for (const path of ["city-platform", "implementers"]) {
      expect(await readSite(path)).toMatchObject([{ entryId: caseId, version: 1, state: "shown" }]);
    }
  });

  it("the own register waits for nobody; the deadline is missed, with one alarm, and met late", async () => {
    const { stage, publicationState, receipts } = await cases.read(caseId);
    expect({ stage, publicationState }).toEqual({ stage: "published", publicationState: "shown" });
    expect(Object.keys(receipts)).toEqual(["own-register"]);
    expect(await readLedger("own-register")).toMatchObject([{ attempts: 0, lastFailure: null }]);
    await cases.moveClockTo(
      new Date(moment(DEADLINE_OVER).getTime() - 2 * MINUTE_MS).toISOString(),
    );
    expect(await publicationClock()).toBe("2026-04-08 open");
    expect(await countAlarms()).toBe(0);
    await cases.moveClockTo(moment(BACK_AT).toISOString());
    expect(await publicationClock()).toBe("2026-04-08 missed");
    expect(await countAlarms()).toBe(1);
    await cases.secondSite.comeBack();
    await cases.moveClockTo("2026-04-10T09:00:00+08:00");
    expect(await publicationClock()).toBe("2026-04-08 met-late");
    expect(await countAlarms()).toBe(1);
  });

  it("a removal overtakes the listing: only the newest version is ever received", async () => {
    await cases.moveClockTo(moment("2026-04-08").toISOString());
    await does("record-basis-annulled", "case-officer", {
      documentId: "order",
      organ: "【虚构】苍梧县人民政府",
      number: "苍政复决字〔2026〕第1号",
      annulledOn: "2026-04-08",
      evidence: "行政复议决定书",
    });
    await waitUntilSettled(cases.database);
    await does("sign-annulment", "head", { reasons: "认定依据已被撤销" });
    await waitUntilSettled(cases.database);
    const { publicationState, publicationVersion: newest } = await cases.read(caseId);
    expect({ publicationState, newest }).toEqual({ publicationState: "removed", newest: 3 });
    await cases.moveClockTo(moment(BACK_AT).toISOString());
    expect((await readLedger()).filter((row) => row.receivedAt !== null)).toEqual([]);
    await cases.secondSite.comeBack();
    await cases.moveClockTo("2026-04-09T18:00:00+08:00");
    for (const channel of [CHANNEL, "measure-implementers"]) {
      const received = (await readLedger(channel)).filter((row) => row.receivedAt !== null);
      expect(received.map((row) => row.version)).toEqual([newest]);
    }
    for (const path of ["city-platform", "implementers"]) {
      const entries = await readSite(path);
      expect(entries).toMatchObject([{ entryId: caseId, version: newest, state: "removed" }]);
      expect(JSON.stringify(entries)).not.toContain("云雀");
    }
  });
});
