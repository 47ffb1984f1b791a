import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Command } from "../../domain/case-file/commands.ts";
import { startTemporal, type EmbeddedTemporal } from "../../platform/embedded/temporal.ts";
import { actIdsOf, eventTypesOf } from "../support/case-store.ts";
import { ACTORS } from "../support/case-world.ts";
import { evidenceOf } from "../support/case-content.ts";
import { openTestCase } from "../support/open-test-case.ts";
import { OFFICER, startRunningCases, type RunningCases } from "../support/running-cases.ts";
import { bringTo, expectWholeRecord } from "./play-story.ts";
import { WAY } from "./stories.ts";

let folder: string;
let server: EmbeddedTemporal;
let cases: RunningCases;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "mingdan-temporal-"));
  server = await startTemporal({ binary: inject("temporalBinary"), folder });
  const temporalAddress = server.address;
  cases = await startRunningCases("2026-03-13", { temporalAddress, dispatcher: true });
});
afterAll(async () => {
  await cases.stop();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

function attach(name: string): Command {
  return { kind: "attach-evidence", evidence: evidenceOf(name) };
}

async function killServer(): Promise<void> {
  process.kill(server.pid, "SIGKILL");
  await server.ended;
}

async function startServerAgain(): Promise<void> {
  const { port } = server;
  server = await startTemporal({ binary: inject("temporalBinary"), folder, port });
}

describe("while the Temporal server is away", { timeout: 120_000 }, () => {
  it("acts are kept; when it is back with its database, each is ruled on once, in the order received", async () => {
    const caseId = await bringTo(cases, WAY.draft);
    await killServer();
    const kept: string[] = [];
    for (let number = 1; number <= 12; number += 1) {
      kept.push(await cases.keep(caseId, OFFICER, attach(`evidence-${String(number)}`)));
    }
    kept.push(await cases.keep(caseId, OFFICER, { kind: "submit-for-review" }));
    const approve: Command = { kind: "approve-notice", opinion: "同意" };
    kept.push(await cases.keep(caseId, ACTORS["legal-reviewer"], approve));
    expect(await Promise.all(kept.map(cases.verdictOf))).toEqual(kept.map(() => null));
    await startServerAgain();
    for (const id of kept) {
      expect(await cases.waitForVerdict(id)).toMatchObject({ outcome: "accepted" });
    }
    await cases.until(caseId, ({ papers }) => papers.length > 0 && papers.every(isMade));
    const acts = await actIdsOf(cases.database, caseId);
    expect(acts.filter((id) => kept.includes(id))).toEqual(kept);
    await expectWholeRecord(cases, caseId);
  });

  it("time passes; what fell due happens when it is back, as of the day it fell due", async () => {
    const caseId = await bringTo(cases, WAY.defense);
    await killServer();
    await cases.letTimePassTo("2026-03-26T09:00:00+08:00");
    const fulfilment = await cases.keep(caseId, OFFICER, attach("after-the-window"));
    await startServerAgain();
    expect(await cases.waitForVerdict(fulfilment)).toMatchObject({ stage: "verification" });
    const types = await eventTypesOf(cases.database, caseId);
    expect(types.indexOf("DefensePeriodEnded")).toBeLessThan(types.lastIndexOf("EvidenceAttached"));
    const window = (await cases.read(caseId)).deadlines.find(
      (each) => each.termId === "defense-window",
    );
    expect(window).toMatchObject({ endsOn: "2026-03-23", status: "passed" });
    await expectWholeRecord(cases, caseId);
  });

  it("a case that was opened meanwhile is started when it is back, and what was done in it is ruled on", async () => {
    await killServer();
    const caseId = await openTestCase(cases, {}, "by-dispatcher");
    const act = await cases.keep(caseId, OFFICER, attach("order-scan"));
    await startServerAgain();
    expect(await cases.waitForVerdict(act)).toMatchObject({ outcome: "accepted", stage: "draft" });
    await expectWholeRecord(cases, caseId);
  });
});

function isMade({ fileHash }: { readonly fileHash: string | null }): boolean {
  return fileHash !== null;
}
