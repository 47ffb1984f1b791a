import { openFonts } from "../../templates/fonts/open-fonts.ts";
import { renderPaper } from "../../templates/render.ts";
import { makeData } from "./sample.ts";

// A process that makes one paper and says when it was done, and how much of that was the paper itself.
const readyMs = performance.now();
const fonts = await openFonts();
const { bytes } = renderPaper(fonts, "listing-decision", makeData(1), { draft: false });
console.log(JSON.stringify({ readyMs, paperAtMs: performance.now(), bytes: bytes.length }));
