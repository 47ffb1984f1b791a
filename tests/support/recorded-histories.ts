import { readdirSync, readFileSync } from "node:fs";
import { historyFromJSON, type History } from "@temporalio/common/lib/proto-utils.js";

const FOLDER = new URL("../histories/", import.meta.url);

/** One recorded run: of which story and workflow, and its history, as text and as the SDK reads it. */
export interface RecordedRun {
  readonly name: string;
  readonly json: unknown;
  readonly history: History;
  readonly workflowId: string;
}

/** Every recorded run, by story and in order. */
export function readRecordedRuns(): readonly RecordedRun[] {
  return readdirSync(FOLDER).flatMap((story) =>
    readdirSync(new URL(`${story}/`, FOLDER)).map((file) => {
      const json: unknown = JSON.parse(readFileSync(new URL(`${story}/${file}`, FOLDER), "utf8"));
      const history = historyFromJSON(json);
      const started = history.events?.[0]?.workflowExecutionStartedEventAttributes;
      return { name: `${story}/${file}`, json, history, workflowId: started?.workflowId ?? "" };
    }),
  );
}
