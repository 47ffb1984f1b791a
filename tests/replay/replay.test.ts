import { DefaultLogger, Runtime, Worker, type ReplayWorkerOptions } from "@temporalio/worker";
import { beforeAll, describe, expect, it } from "vitest";
import { bundleWorkflows } from "../../activities/create-workers.ts";
import { readRecordedRuns } from "../support/recorded-histories.ts";

const RUNS = readRecordedRuns();
/** Stories that are told only up to some day of a life that goes on. */
const STILL_OPEN = [
  "final-statement",
  "returned-at-every-desk",
  "served-by-public-notice",
  "waiver",
];

let options: ReplayWorkerOptions;

beforeAll(async () => {
  Runtime.install({ logger: new DefaultLogger("ERROR"), shutdownSignals: [] });
  options = { workflowBundle: await bundleWorkflows() };
});

describe("recorded lives", () => {
  it("go on with today's workflow code exactly as they went", async () => {
    const replayed: string[] = [];
    const runs = RUNS.map(({ name, history }) => ({ workflowId: name, history }));
    for await (const { workflowId, error } of Worker.runReplayHistories(options, runs)) {
      expect(error, workflowId).toBeUndefined();
      replayed.push(workflowId);
    }
    expect(replayed.toSorted()).toEqual(RUNS.map(({ name }) => name).toSorted());
  });

  it("cover every way that a life can go, with all runs of the chain and of the channels", () => {
    const stories = [...new Set(RUNS.map(({ name }) => name.split("/")[0]))];
    expect(stories.length).toBeGreaterThanOrEqual(8);
    for (const story of stories) {
      const runs = RUNS.filter(({ name }) => name.startsWith(`${String(story)}/case-`));
      const ends = runs.map(({ history }) => history.events?.at(-1));
      const handedOver = ends.slice(0, -1);
      expect(handedOver.every((end) => end?.workflowExecutionContinuedAsNewEventAttributes)).toBe(
        true,
      );
      const goesOn = ends.at(-1)?.workflowExecutionContinuedAsNewEventAttributes;
      expect(goesOn, `${String(story)}: a run is missing`).toBeFalsy();
      const isOver = Boolean(ends.at(-1)?.workflowExecutionCompletedEventAttributes);
      expect(isOver, String(story)).toBe(!STILL_OPEN.includes(String(story)));
    }
  });

  it("would not pass were the workflow to do its steps in another order", async () => {
    const run = RUNS.find(({ name }) => name.startsWith("s1-company/case-1"));
    const events = run?.history.events ?? [];
    const place = events.findIndex((event) => event.activityTaskScheduledEventAttributes);
    const scheduled = events[place]?.activityTaskScheduledEventAttributes;
    const changed = {
      ...events[place],
      activityTaskScheduledEventAttributes: { ...scheduled, activityType: { name: "another" } },
    };
    const history = { events: events.with(place, changed) };
    await expect(Worker.runReplayHistory(options, history)).rejects.toThrow(/[Nn]ondeterminism/);
  });
});
