import { countPages } from "../../api/use-cases/count-pages.ts";
import { openFonts } from "../../templates/fonts/open-fonts.ts";
import { openChromiumMaker } from "./chromium-maker.ts";
import type { Maker } from "./faces.ts";
import { openOurMaker, openOurSignedMaker } from "./our-makers.ts";
import { openPdfLibMaker } from "./pdf-lib-maker.ts";
import { naiveMaker, openSharedMaker } from "./pdfkit-makers.ts";
import { type Sample, SAMPLES } from "./sample.ts";
import { openTypstMaker } from "./typst-maker.ts";

/** What one paper took, as a maker's process tells it; `done` means that the process is ready or has nothing to make with. */
export type Told =
  | { readonly state: "ready" | "absent" }
  | { readonly state: "made"; readonly ms: number; readonly bytes: number; readonly pages: number };

/** A process with one maker: makes the paper whose seed it is sent, and tells how long that took. */
export const MAKERS: Readonly<Record<string, (sample: Sample) => Promise<Maker | null>>> = {
  "ours, unsigned": async (sample) => openOurMaker(await openFonts(), sample),
  "ours, signed": async (sample) => openOurSignedMaker(await openFonts(), sample),
  "pdfkit, font by path": () => Promise.resolve(naiveMaker),
  "pdfkit, fonts shared": () => Promise.resolve(openSharedMaker()),
  "typst, PDF/A-3a": () => Promise.resolve(openTypstMaker()),
  "pdf-lib": () => Promise.resolve(openPdfLibMaker()),
  Chromium: openChromiumMaker,
};

async function serve(name: string, sample: Sample): Promise<void> {
  const maker = (await MAKERS[name]?.(sample)) ?? null;
  tell({ state: maker === null ? "absent" : "ready" });
  process.on("message", (seed: number | "end") => {
    if (seed === "end" || maker === null) {
      void (maker?.close() ?? Promise.resolve()).then(() => process.exit(0));
      return;
    }
    void make(maker, sample, seed);
  });
}

async function make(maker: Maker, sample: Sample, seed: number): Promise<void> {
  const blocks = sample.compose(seed);
  const startedAt = performance.now();
  const made = await maker.make(blocks, seed);
  const ms = performance.now() - startedAt;
  const pages = countPages(made, "application/pdf") ?? 0;
  tell({ state: "made", ms, bytes: made.length, pages });
}

function tell(told: Told): void {
  process.send?.(told);
}

const [, , wanted, sampleName] = process.argv;
if (wanted !== undefined && process.send) {
  await serve(wanted, sampleName === "short" ? SAMPLES.short : SAMPLES.long);
}
