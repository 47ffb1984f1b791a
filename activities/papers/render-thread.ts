import { setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import type { PaperKind } from "../../domain/papers.ts";
import { type FontOptions, openFonts } from "../../templates/fonts/open-fonts.ts";
import type { PaperDataByKind } from "../../templates/papers/data-by-kind.ts";
import { renderPaper } from "../../templates/render.ts";
import type { RenderAnswer, RenderJob } from "./paper-renderer.ts";

/** A third of the share of a thread that answers people, where there is not enough for both. */
const A_LITTLE_LOWER = 5;

/** A thread of the pool: opens the fonts once, then makes one paper after the other. */
const port = parentPort;
if (port === null) throw new Error("papers are made in a thread");
stepBack();
const fonts = await openFonts(workerData as FontOptions); // written by the pool

port.on("message", (job: RenderJob) => {
  const answer = make(job);
  const bytes = "paper" in answer ? [answer.paper.bytes.buffer as ArrayBuffer] : [];
  port.postMessage(answer, bytes);
});

function make({ jobId, kind, data, options }: RenderJob): RenderAnswer {
  try {
    const paper = renderPaper(fonts, kind, data as PaperDataByKind[PaperKind], options); // of its kind: the pool's types say so
    // Bytes of their own, so that they can be handed over instead of copied.
    return { jobId, paper: { ...paper, bytes: Uint8Array.from(paper.bytes) } };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    return { jobId, fault: { name, message } };
  }
}

/** Papers wait for acts, not the other way round. On Linux this is a thread's own priority; elsewhere it would be the whole process's. */
function stepBack(): void {
  if (process.platform !== "linux") return;
  try {
    setPriority(A_LITTLE_LOWER);
  } catch {
    // Where the system does not allow it, threads share as they come.
  }
}
