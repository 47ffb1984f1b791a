import { describe, expect, it } from "vitest";
import { recordHistories } from "../support/record-histories.ts";
import { countOpenWork, startRunningCases } from "../support/running-cases.ts";
import { playStory } from "./play-story.ts";
import { WRITTEN_STORIES } from "./stories.ts";

describe("a written case comes to the same end on the running system as by the law alone", () => {
  it.each(WRITTEN_STORIES.map((story) => [story.name, story] as const))("%s", async (_, story) => {
    const cases = await startRunningCases(story.openedOn);
    try {
      const caseId = await playStory(cases, story);
      expect(await countOpenWork(cases.database, caseId)).toBe(0);
      await recordHistories(cases, story.name, caseId);
    } finally {
      await cases.stop();
    }
  });
});
