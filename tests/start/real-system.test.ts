import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { mkdtempSync, chmodSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { act, readCase } from "../../demo/life/case-acts.ts";
import { signEverybodyIn, type People } from "../../demo/life/people.ts";
import { startSystem, type RunningSystem } from "../../platform/system.ts";
import { findProcessesOf, waitUntil } from "../support/processes.ts";

// One folder for the whole life of an installation; its name holds a blank and Chinese, as folders of real people do.
const folder = mkdtempSync(join(tmpdir(), "mingdan 真实-"));
chmodSync(folder, 0o711);
const dataFolder = join(folder, "数据 data");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Worklist {
  readonly rows: readonly { caseId: string; caseNumber: string; stage: string }[];
}

async function start(): Promise<RunningSystem> {
  return startSystem({
    dataFolder,
    env: { ...process.env, PORT: "0", MINGDAN_RETRY_DISPATCH_MS: "300" },
    log: () => undefined,
    fast: true,
  });
}

async function listCases(people: People): Promise<Worklist["rows"]> {
  const list = await people.officer.get<Worklist>("/api/case-files?tab=all&limit=100");
  return [...list.rows].sort((one, other) => (one.caseNumber < other.caseNumber ? -1 : 1));
}

/** The channels confirm beside the start; before they have, a case still changes by itself. */
async function waitForReceipts(people: People): Promise<void> {
  const published = (await listCases(people)).filter((row) => row.stage === "published");
  await waitUntil("every channel has what is published", async () => {
    const answers = await Promise.all(
      published.map(({ caseId }) =>
        people.officer.get<{ rows: readonly { receiptId: string | null }[] }>(
          `/api/case-files/${caseId}/deliveries`,
        ),
      ),
    );
    return answers.every(
      ({ rows }) => rows.length > 0 && rows.every((row) => row.receiptId !== null),
    );
  });
}

function pidOf(system: RunningSystem, title: string): number {
  const pid = system.processes.find((each) => each.title === title)?.pid();
  if (pid == null) throw new Error(`${title} does not run`);
  return pid;
}

describe("a real system, started, stopped, killed and started again", () => {
  let before: Worklist["rows"] = [];
  let draftId = "";

  it("starts from nothing with demo accounts and cases, healthy and ready", async () => {
    const system = await start();
    try {
      for (const path of ["/healthz", "/readyz", "/", "/openapi.json"]) {
        expect((await fetch(`${system.url}${path}`)).status, path).toBe(200);
      }
      const people = await signEverybodyIn(system.url, system.settings.dataFolder);
      await waitForReceipts(people);
      const { rows } = await people.supervisor.get<{ rows: readonly ConnectedPoint[] }>(
        "/api/points",
      );
      const connected = rows.filter((row) => ["folder", "pull"].includes(row.form ?? ""));
      expect(connected.map((row) => row.channel).toSorted()).toEqual([
        "county-portal",
        "department-portal",
      ]);
      expect(connected.every((row) => row.lastReceipt !== null && row.backlog === 0)).toBe(true);
      before = await listCases(people);
      expect(before.map((row) => row.stage)).toContain("published");
      draftId = before.find((row) => row.stage === "draft")?.caseId ?? "";
      expect(JSON.parse(readFileSync(join(dataFolder, "demo-accounts.json"), "utf8"))).not.toEqual(
        [],
      );
    } finally {
      await system.stop();
    }
    expect(findProcessesOf(folder)).toEqual([]);
  }, 240_000);

  it("has the same cases after a restart, and goes on after its worker and its API were killed", async () => {
    const system = await start();
    try {
      const people = await signEverybodyIn(system.url, system.settings.dataFolder);
      expect(await listCases(people)).toEqual(before);
      for (const title of ["办案后台", "网页与接口"]) {
        const pid = pidOf(system, title);
        process.kill(pid, "SIGKILL");
        await waitUntil(`${title} runs again`, () => {
          const now = system.processes.find((each) => each.title === title)?.pid();
          return now != null && now !== pid;
        });
        await waitUntil(`${title} answers again`, () => answers(`${system.url}/readyz`));
      }
      await act(people.officer, draftId, "submit-for-review");
      await waitUntil("the act is ruled on", async () => {
        const file = await readCase(people.officer, draftId);
        return file.stage === "notice-legal-review";
      });
    } finally {
      await system.stop();
    }
  }, 240_000);

  it("loses nothing when everything is killed at once", async () => {
    const killed = await start();
    const people = await signEverybodyIn(killed.url, killed.settings.dataFolder);
    const known = await readCase(people.officer, draftId);
    const { postgres, temporal } = killed.serverPids();
    const pids = [...killed.processes.map((each) => each.pid()), postgres, temporal];
    for (const pid of pids) if (pid !== null) process.kill(pid, "SIGKILL");
    await killed.stop();
    const system = await start();
    try {
      const again = await signEverybodyIn(system.url, system.settings.dataFolder);
      expect(await readCase(again.officer, draftId)).toEqual(known);
      await act(again.reviewer, draftId, "approve-notice", { opinion: "同意" });
      await waitUntil("the notice is made", async () => {
        const file = await readCase(again.officer, draftId);
        return file.papers.some((paper) => paper.fileHash !== null);
      });
    } finally {
      await system.stop();
    }
    expect(findProcessesOf(folder)).toEqual([]);
  }, 240_000);
});

interface ConnectedPoint {
  readonly channel: string;
  readonly form: string | null;
  readonly backlog: number;
  readonly lastReceipt: string | null;
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}
