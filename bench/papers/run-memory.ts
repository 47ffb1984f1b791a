import { setImmediate as nextTurn } from "node:timers/promises";
import { openFonts } from "../../templates/fonts/open-fonts.ts";
import { renderPaper } from "../../templates/render.ts";
import { makeData } from "./sample.ts";

/** A process that makes thousands of papers, started with `--expose-gc`: how much more memory it holds at the end than after the first ones. */
const [FIRST, ALL] = [500, Number(process.argv[2] ?? 5000)];
const fonts = await openFonts();

/** One paper after the other, each in a turn of its own, as a thread of the pool makes them. */
async function makeUntil(until: number, from: number): Promise<void> {
  for (let seed = from; seed < until; seed += 1) {
    renderPaper(fonts, "listing-decision", makeData(seed), { draft: false });
    await nextTurn();
  }
}

function megabytesHeld(): number {
  for (let i = 0; i < 4; i += 1) globalThis.gc?.();
  return process.memoryUsage().rss / 1e6;
}

await makeUntil(FIRST, 0);
const before = megabytesHeld();
await makeUntil(FIRST + ALL, FIRST);
const after = megabytesHeld();
console.log(
  JSON.stringify({ papers: ALL, beforeMegabytes: before, grownMegabytes: after - before }),
);
