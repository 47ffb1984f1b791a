import type { PaperKind } from "../../domain/papers.ts";
import type { PaperDataByKind } from "../../templates/papers/data-by-kind.ts";
import type { RenderedPaper, RenderOptions } from "../../templates/render.ts";

/** Whoever makes papers: the threads of the pool. */
export interface PaperRenderer {
  render<Kind extends PaperKind>(
    kind: Kind,
    data: PaperDataByKind[Kind],
    options: RenderOptions,
  ): Promise<RenderedPaper>;
  close(): Promise<void>;
}

/** A paper to be made, as it goes to a thread. */
export interface RenderJob {
  readonly jobId: number;
  readonly kind: PaperKind;
  readonly data: unknown;
  readonly options: RenderOptions;
}

/** What comes back: the paper, or why it was not made. */
export type RenderAnswer =
  | { readonly jobId: number; readonly paper: RenderedPaper }
  | { readonly jobId: number; readonly fault: { readonly name: string; readonly message: string } };
