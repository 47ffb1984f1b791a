import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { historyToJSON, type History } from "@temporalio/common/lib/proto-utils.js";
import { readCaseHistories, readRuns } from "./read-histories.ts";
import type { RunningCases } from "./running-cases.ts";

const FOLDER = new URL("../histories/", import.meta.url);

/** Stories whose histories are kept: one for each way that a life can go. */
const KEPT = [
  "s1-company",
  "s1-legal-representative",
  "s1-site-manager",
  "annulment",
  "annulled-in-decision-service",
  "served-by-public-notice",
  "returned-at-every-desk",
  "final-statement",
  "waiver",
  "withdrawal",
  "list-adoption",
];

/** Writes down every run of a story's case and of its channels, when asked to by `npm run record:histories`. */
export async function recordHistories(
  { client }: Pick<RunningCases, "client">,
  story: string,
  caseId: string,
): Promise<void> {
  if (process.env["MINGDAN_RECORD_HISTORIES"] !== "1" || !KEPT.includes(story)) return;
  const { chain, publications } = await readCaseHistories(client, caseId);
  const folder = new URL(`${story}/`, FOLDER);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  chain.forEach((run, index) => {
    write(folder, `case-${String(index + 1)}`, run);
  });
  publications.forEach((run, index) => {
    write(folder, `publication-${String(index + 1)}`, run);
  });
}

/** The same for a workflow that is not a case, with its runs as those of a case are called. */
export async function recordRuns(
  { client }: Pick<RunningCases, "client">,
  story: string,
  workflowId: string,
): Promise<void> {
  if (process.env["MINGDAN_RECORD_HISTORIES"] !== "1" || !KEPT.includes(story)) return;
  const folder = new URL(`${story}/`, FOLDER);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  (await readRuns(client, workflowId)).forEach((run, index) => {
    write(folder, `case-${String(index + 1)}`, run);
  });
}

/** Nothing is left out; only blanks are saved. */
function write(folder: URL, name: string, run: History): void {
  const json: unknown = JSON.parse(historyToJSON(run));
  writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify(json)}\n`);
}
