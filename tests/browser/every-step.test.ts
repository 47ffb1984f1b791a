import { afterAll, beforeAll } from "vitest";
import { assembleCast, type Cast } from "../support/cast.ts";
import { moveClockTo } from "../support/form-filling.ts";
import { registerStepsAfterListing } from "./steps-after-listing.ts";
import { registerStepsAround } from "./steps-around.ts";
import { registerStepsToListing } from "./steps-to-listing.ts";

let cast: Cast;

beforeAll(async () => {
  cast = await assembleCast("2026-03-02");
  await moveClockTo(cast.officer, "2026-03-13");
});

afterAll(async () => {
  await cast.browser.close();
  await cast.system.stop();
});

// In this order: each step stands on the ones before it.
registerStepsToListing(() => cast);
registerStepsAfterListing(() => cast);
registerStepsAround(() => cast);
