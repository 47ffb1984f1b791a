import { setTimeout as pause } from "node:timers/promises";
import type { Client } from "@temporalio/client";
import type { History } from "@temporalio/common/lib/proto-utils.js";
import { DEFAULT_CHANNELS } from "../../domain/publication/channels.ts";
import { listingCaseId, publicationId } from "../../workflows/messages.ts";

const ATTEMPTS = 200;
const PAUSE_MS = 50;

/** The histories of every run of one workflow id, oldest first; a run that is just at work is read once it rests. */
export async function readRuns(client: Client, workflowId: string): Promise<readonly History[]> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const runIds = await listRuns(client, workflowId);
    const runs = await Promise.all(
      runIds.map((runId) => client.workflow.getHandle(workflowId, runId).fetchHistory()),
    );
    const newest = runs.at(-1);
    if (newest === undefined || isAtRest(newest)) return runs;
    await pause(PAUSE_MS);
  }
  throw new Error("a workflow never came to rest");
}

function isAtRest({ events }: History): boolean {
  const last = events?.at(-1);
  const goesOn =
    last?.workflowExecutionStartedEventAttributes ??
    last?.workflowTaskScheduledEventAttributes ??
    last?.workflowTaskStartedEventAttributes ??
    last?.workflowExecutionContinuedAsNewEventAttributes;
  return !goesOn;
}

/** The histories of a case over its whole life: its own chain, then that of each channel. */
export async function readCaseHistories(
  client: Client,
  caseId: string,
): Promise<{ readonly chain: readonly History[]; readonly publications: readonly History[] }> {
  const chain = await readRuns(client, listingCaseId(caseId));
  const perChannel = await Promise.all(
    DEFAULT_CHANNELS.map((channel) => readRuns(client, publicationId(caseId, channel))),
  );
  return { chain, publications: perChannel.flat() };
}

/** The list of runs lags behind by some milliseconds: it is complete once it names the newest run. */
async function listRuns(client: Client, workflowId: string): Promise<readonly string[]> {
  const newest = await findNewestRun(client, workflowId);
  if (newest === null) return [];
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const runs: { runId: string; startTime: Date }[] = [];
    const query = `WorkflowId = "${workflowId}"`;
    for await (const { runId, startTime } of client.workflow.list({ query })) {
      runs.push({ runId, startTime });
    }
    if (runs.some(({ runId }) => runId === newest)) {
      return runs
        .toSorted((one, other) => one.startTime.getTime() - other.startTime.getTime())
        .map(({ runId }) => runId);
    }
    await pause(PAUSE_MS);
  }
  throw new Error("the newest run was never listed");
}

async function findNewestRun(client: Client, workflowId: string): Promise<string | null> {
  try {
    return (await client.workflow.getHandle(workflowId).describe()).runId;
  } catch (error) {
    if (error instanceof Error && error.name === "WorkflowNotFoundError") return null;
    throw error;
  }
}
