import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../../domain/case-file/actor.ts";
import type { Command } from "../../domain/case-file/commands.ts";
import { actIdsOf } from "../support/case-store.ts";
import { ACTORS } from "../support/case-world.ts";
import { evidenceOf } from "../support/case-content.ts";
import { serviceOfPapers } from "./serve-papers.ts";
import { waitUntilSettled } from "../support/demo-clock.ts";
import { OFFICER, startRunningCases, type RunningCases } from "../support/running-cases.ts";
import { startWorkerProcess, type WorkerProcess } from "../support/worker-process.ts";
import { bringTo, expectWholeRecord } from "./play-story.ts";
import { WAY } from "./stories.ts";

let cases: RunningCases;
let dying: WorkerProcess | null = null;

beforeAll(async () => {
  cases = await startRunningCases("2026-03-13", { dispatcher: true });
});
afterEach(() => {
  dying?.child.kill("SIGKILL");
});
afterAll(async () => {
  await cases.stop();
});

interface Death {
  readonly at: string;
  readonly when: "before-commit" | "after-commit";
}

/** Lets a worker die at a query while acts are handed in, then lets another one go on, and returns the acts. */
async function dieAndGoOn(
  caseId: string,
  death: Death,
  acts: readonly (readonly [Actor, Command])[],
): Promise<readonly string[]> {
  await cases.stopWorkers();
  dying = await startWorkerProcess({
    program: new URL("./fixtures/dying-worker.ts", import.meta.url),
    env: { ...cases.env, DIE_AT_QUERY: death.at, DIE_WHEN: death.when },
  });
  const kept: string[] = [];
  for (const [actor, command] of acts) {
    const commandId = await cases.keep(caseId, actor, command);
    kept.push(commandId);
    // Nobody may be there to answer; what was kept is sent again by itself.
    void cases.send(caseId, commandId, command.kind).catch(() => undefined);
  }
  expect(await dying.ended).toBe("SIGKILL");
  await cases.startWorkers();
  for (const commandId of kept) await cases.waitForVerdict(commandId);
  await waitUntilSettled(cases.database);
  return kept;
}

function attach(name: string): readonly [Actor, Command] {
  return [OFFICER, { kind: "attach-evidence", evidence: evidenceOf(name) }];
}

describe("a worker that is killed", { timeout: 120_000 }, () => {
  it.each([
    ["before the ruling is committed", "before-commit"],
    ["right after the ruling is committed, before anybody hears of it", "after-commit"],
  ] as const)("%s: every act is ruled on once, in the order received", async (_, when) => {
    const caseId = await bringTo(cases, WAY["notice-legal-review"].slice(0, 4));
    const acts = ["one", "two", "three", "four"].map(attach);
    const kept = await dieAndGoOn(caseId, { at: 'update "commands"', when }, acts);
    const inOrder = (await actIdsOf(cases.database, caseId)).slice(-kept.length);
    expect(inOrder).toEqual(kept);
    for (const id of kept) {
      expect(await cases.verdictOf(id)).toMatchObject({ outcome: "accepted" });
    }
    await expectWholeRecord(cases, caseId);
  });

  it("right after a paper's record is committed: the paper is recorded once, and nothing of it is lost", async () => {
    const caseId = await bringTo(cases, WAY["notice-legal-review"]);
    const approval = [
      ACTORS["legal-reviewer"],
      { kind: "approve-notice", opinion: "同意" },
    ] as const;
    await dieAndGoOn(caseId, { at: 'update "papers"', when: "after-commit" }, [approval]);
    const acts = await actIdsOf(cases.database, caseId);
    const made = acts.filter((id) => id.endsWith(".made"));
    const papers = (await cases.read(caseId)).papers.map((paper) => `${paper.paperId}.made`);
    expect(made.toSorted()).toEqual(papers.toSorted());
    await expectWholeRecord(cases, caseId);
  });

  it("after a channel has taken the listing, before its receipt is kept: the parcel goes again, and is taken once", async () => {
    const caseId = await bringTo(cases, WAY["decision-service"]);
    await cases.moveClockTo("2026-04-01T09:00:00+08:00");
    const serve = serviceOfPapers(await cases.read(caseId), "2026-04-01");
    const death = { at: 'update "deliveries"', when: "before-commit" } as const;
    await dieAndGoOn(caseId, death, [[OFFICER, serve]]);
    const file = await cases.read(caseId);
    expect(Object.values(file.receipts).map(({ version }) => version)).toEqual([1, 1, 1]);
    const entries = (await cases.site.inject("/city-platform.json")).json<{ entryId: string }[]>();
    expect(entries.filter(({ entryId }) => entryId === caseId)).toMatchObject([
      { state: "shown", version: 1 },
    ]);
    await expectWholeRecord(cases, caseId);
  });
});
