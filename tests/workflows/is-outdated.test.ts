import { expect, it } from "vitest";
import { isOutdated } from "../../workflows/is-outdated.ts";

it.each([
  ["nothing is known yet", null, 1, false],
  ["a slow step read before the act that was ruled on meanwhile", 8, 7, true],
  ["a step that only marked its own work as done", 8, 8, false],
  ["the next act", 8, 9, false],
])("%s", (_what, known, read, outdated) => {
  expect(isOutdated(known === null ? null : { version: known }, { version: read })).toBe(outdated);
});
