import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countEvents } from "../support/count-events.ts";
import { readCaseHistories } from "../support/read-histories.ts";
import { eventTypesOf, startRunningCases, type RunningCases } from "../support/running-cases.ts";
import { playStory } from "./play-story.ts";
import { WRITTEN_STORIES } from "./stories.ts";

let cases: RunningCases;

beforeAll(async () => {
  cases = await startRunningCases("2026-03-13");
});
afterAll(async () => {
  await cases.stop();
});

describe("the company of scenario S1", () => {
  it("lives from proposal to automatic removal in at most 300 events of history", async () => {
    const story = WRITTEN_STORIES.find(({ name }) => name === "s1-company");
    if (story === undefined) throw new Error("scenario S1 is not among the written cases");
    const caseId = await playStory(cases, story);
    const types = await eventTypesOf(cases.database, caseId);
    const { chain, publications } = await readCaseHistories(cases.client, caseId);
    const own = countEvents(chain, types.filter((type) => type === "DeadlinePassed").length);
    const channels = countEvents(publications, 0);
    console.log("S1 company, history events:", { own, channels });
    expect(own.runs).toBeGreaterThan(2);
    expect(own.lived).toBeLessThanOrEqual(300);
  });
});
