import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Command } from "../../domain/case-file/commands.ts";
import { startPostgres, type EmbeddedPostgres } from "../../platform/embedded/postgres.ts";
import { migrateDatabase } from "../../platform/database.ts";
import { commands } from "../../schema/index.ts";
import { listingCaseId } from "../../workflows/messages.ts";
import { actIdsOf } from "../support/case-store.ts";
import { evidenceOf } from "../support/case-content.ts";
import { waitUntil } from "../support/processes.ts";
import { OFFICER, startRunningCases, type RunningCases } from "../support/running-cases.ts";
import { bringTo, expectWholeRecord } from "./play-story.ts";
import { WAY } from "./stories.ts";

/** The longest pause that a case's workflow makes between two attempts at its transaction. */
const LONGEST_PAUSE_MS = 30_000;

let folder: string;
let server: EmbeddedPostgres;
let cases: RunningCases;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "mingdan-postgres-"));
  chmodSync(folder, 0o711);
  server = await startPostgres({ folder: join(folder, "postgres"), fast: true });
  await migrateDatabase(server.url);
  const testDatabase = { url: server.url, drop: () => Promise.resolve() };
  cases = await startRunningCases("2026-03-13", { testDatabase, dispatcher: true });
});
afterAll(async () => {
  await cases.stop();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

function attach(name: string): Command {
  return { kind: "attach-evidence", evidence: evidenceOf(name) };
}

/** How often the case's workflow has given up its attempts within a task, to go on after a timer of its own. */
async function countPauses(caseId: string): Promise<number> {
  const history = await cases.client.workflow.getHandle(listingCaseId(caseId)).fetchHistory();
  const markers = (history.events ?? []).map((event) => event.markerRecordedEventAttributes);
  return markers.filter((marker) => marker?.failure).length;
}

describe("while the database is away", { timeout: 180_000 }, () => {
  it("longer than all attempts of a task, nothing kept is lost: each act is ruled on once, in the order received", async () => {
    const caseId = await bringTo(cases, WAY.draft);
    const sure: string[] = [];
    let isStopping = false;
    // Acts come in all the time; only those whose commit was confirmed were kept for sure.
    const comingIn = (async () => {
      for (let number = 1; ; number += 1) {
        try {
          const id = await cases.keep(caseId, OFFICER, attach(`evidence-${String(number)}`));
          sure.push(id);
          void cases.send(caseId, id, "attach-evidence").catch(() => undefined);
        } catch (error) {
          if (isStopping) return;
          throw error;
        }
      }
    })();
    await waitUntil("acts come in", () => sure.length >= 5);
    isStopping = true;
    await server.stop();
    const awaySince = performance.now();
    await comingIn;
    await waitUntil("it pauses twice", async () => (await countPauses(caseId)) >= 2, 60_000);
    const isLong = (): boolean => performance.now() - awaySince > LONGEST_PAUSE_MS;
    await waitUntil("it is away longer than the longest pause", isLong, 60_000);
    server = await startPostgres({
      folder: join(folder, "postgres"),
      fast: true,
      port: server.port,
    });
    const after = await keepAsSoonAsPossible(caseId);
    await cases.waitForVerdict(after);

    const kept = await cases.database
      .select({ commandId: commands.commandId, verdict: commands.verdict })
      .from(commands)
      .where(eq(commands.caseId, caseId))
      .orderBy(sql`received_at, arrival`);
    const ids = kept.map(({ commandId }) => commandId);
    expect(ids).toEqual(expect.arrayContaining([...sure, after]));
    expect(kept.filter(({ verdict }) => verdict === null)).toEqual([]);
    const acts = await actIdsOf(cases.database, caseId);
    expect(acts.filter((id) => ids.includes(id))).toEqual(ids);
    await expectWholeRecord(cases, caseId);
  });
});

/** The pool may first have to notice that its connections are gone. */
async function keepAsSoonAsPossible(caseId: string): Promise<string> {
  let commandId: string | null = null;
  await waitUntil("the database takes acts again", async () => {
    commandId = await cases.keep(caseId, OFFICER, attach("after")).catch(() => null);
    return commandId !== null;
  });
  if (commandId === null) throw new Error("the act was not kept");
  return commandId;
}
