import { openFonts } from "../../templates/fonts/open-fonts.ts";
import { renderPaper } from "../../templates/render.ts";
import { PAPER_DATA } from "./paper-fixtures.ts";

// Run as a process of its own by the determinism test.
const fonts = await openFonts();
const paper = renderPaper(fonts, "listing-decision", PAPER_DATA["listing-decision"], {
  draft: false,
});
console.log(paper.renderHash);
