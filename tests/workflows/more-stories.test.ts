import { describe, expect, it } from "vitest";
import { recordHistories } from "../support/record-histories.ts";
import { countOpenWork, startRunningCases } from "../support/running-cases.ts";
import { playStory } from "./play-story.ts";
import { MORE_STORIES } from "./stories.ts";

describe("every other branch of the life", () => {
  it.each(MORE_STORIES.map((story) => [story.title, story] as const))("%s", async (_, story) => {
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
