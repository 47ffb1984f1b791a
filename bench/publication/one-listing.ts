import { setTimeout as pause } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import { Webhook } from "standardwebhooks";
import {
  act,
  proposeListing,
  readCase,
  serveInPerson,
  signDecision,
} from "../../demo/life/case-acts.ts";
import { openMatter } from "../../demo/life/matter.ts";
import type { People } from "../../demo/life/people.ts";
import type { Held } from "../../demo/receivers/holdings.ts";
import { CHANNELS } from "../../domain/publication/channels.ts";
import type { Database } from "../../platform/database.ts";
import { authorities, deliveries } from "../../schema/index.ts";
import type { BenchReceivers } from "./receivers.ts";

const LOOK_EVERY_MS = 5;
const BARE_ROUNDS = 30;

/** How long one listing took from the service of its decision until every channel had proven it. */
export interface ListingTiming {
  readonly caseId: string;
  readonly channels: number;
  readonly allMs: number;
  /** Until all that are pushed to had proven it. */
  readonly pushedMs: number;
  /** A bare signed push to the same receivers, all at once. */
  readonly barePushMs: number;
}

/** Carries a case to its publication, all on one day, and times the last step. */
export async function timeListing(
  database: Database,
  people: People,
  day: string,
  receivers: BenchReceivers,
): Promise<ListingTiming> {
  await database.update(authorities).set({
    profile: sql`profile || jsonb_build_object('publicationChannels', ${JSON.stringify(CHANNELS)}::jsonb)`,
  });
  const caseId = await bringToService(people, day);
  const startedAt = performance.now();
  await serveInPerson(people.officer, caseId, day);
  let pushedMs = 0;
  for (;;) {
    const rows = await database.select().from(deliveries).where(eq(deliveries.caseId, caseId));
    const open = rows.filter((row) => row.receivedAt === null);
    const isPushed = rows
      .filter((row) => row.batchId === null && row.feedNumber === null)
      .every((row) => row.receivedAt !== null);
    if (pushedMs === 0 && rows.length > 0 && isPushed) pushedMs = performance.now() - startedAt;
    if (rows.length === CHANNELS.length && open.length === 0) break;
    if (performance.now() - startedAt > 60_000) {
      const still = open.map((row) => `${row.channel} ${row.lastFailure ?? "untried"}`).join(", ");
      throw new Error(`the listing has not arrived everywhere: ${still}`);
    }
    await pause(LOOK_EVERY_MS);
  }
  const allMs = performance.now() - startedAt;
  return {
    caseId,
    channels: CHANNELS.length,
    allMs,
    pushedMs,
    barePushMs: await timeBare(receivers),
  };
}

async function bringToService(people: People, day: string): Promise<string> {
  const { officer, reviewer, head } = people;
  const [opened] = await openMatter(officer, {
    ...{
      serial: 88,
      company: "【示例】梧州分发测量有限公司",
      legalRepresentative: "【示例】莫分发",
    },
    ...{ siteManager: null, workers: 18, amount: 412_000 },
    ...{ orderedOn: "2026-02-02", limitEndsOn: "2026-02-12" },
  });
  const caseId = opened?.caseId ?? "";
  await act(officer, caseId, "submit-for-review");
  await act(reviewer, caseId, "approve-notice", { opinion: "同意" });
  await untilPapersAreMade(people, caseId);
  await serveInPerson(officer, caseId, day);
  const uploadId = await officer.upload(
    "放弃陈述申辩声明.txt",
    Buffer.from("【示例】"),
    "text/plain",
  );
  const evidence = { uploadId, title: "放弃陈述申辩声明", kind: "statement" };
  await act(officer, caseId, "waive-defense", { waivedOn: day, form: "signed-form", evidence });
  await proposeListing(officer, caseId);
  await act(reviewer, caseId, "approve-decision", { opinion: "同意" });
  await signDecision(head, caseId);
  await untilPapersAreMade(people, caseId);
  return caseId;
}

async function untilPapersAreMade({ officer }: People, caseId: string): Promise<void> {
  for (;;) {
    const { papers } = await readCase(officer, caseId);
    if (papers.every((paper) => paper.fileHash !== null)) return;
    await pause(100);
  }
}

/** The same bodies, signed and pushed to the same receivers at once, with nothing else around it. */
async function timeBare({ pushed, pushUrls, secret }: BenchReceivers): Promise<number> {
  const webhook = new Webhook(secret);
  const times: number[] = [];
  for (let round = 0; round < BARE_ROUNDS; round += 1) {
    const startedAt = performance.now();
    await Promise.all(
      pushUrls.map((url, at) => pushBare(webhook, url, pushed[at]?.holdings.list()[0], round)),
    );
    times.push(performance.now() - startedAt);
  }
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
}

async function pushBare(
  webhook: Webhook,
  url: string,
  held: Held | undefined,
  round: number,
): Promise<void> {
  const body = JSON.stringify(held?.body ?? {});
  const [id, now] = [`bare-${String(round)}`, new Date()];
  const response = await fetch(url, {
    method: "POST",
    body,
    headers: {
      "content-type": "application/json",
      "webhook-id": id,
      "webhook-timestamp": String(Math.floor(now.getTime() / 1000)),
      "webhook-signature": webhook.sign(id, now, body),
      "mingdan-signature": held?.signature ?? "",
    },
  });
  if (!response.ok) throw new Error(`the bare push was answered ${String(response.status)}`);
  await response.text();
}
