import type { ComposedBlock } from "../../templates/layout/blocks.ts";
import { bundledSource } from "../../templates/fonts/sources.ts";

/** The font files that everybody in the comparison gets. */
export const FONT_FILES = {
  serif: bundledSource("serif").path,
  bold: bundledSource("serif-bold").path,
  sans: bundledSource("sans").path,
} as const;

export type Face = keyof typeof FONT_FILES;

/** How a block looks, for those who know nothing of our layout. */
export function lookOf(block: ComposedBlock): { readonly face: Face; readonly size: number } {
  if (block.kind === "authority") return { face: "bold", size: 42 };
  if (block.kind === "title") return { face: "bold", size: 22 };
  return { face: block.kind === "heading" && block.level === 2 ? "sans" : "serif", size: 16 };
}

/** Whoever can make a PDF from the words of a paper. */
export interface Maker {
  readonly name: string;
  make(blocks: readonly ComposedBlock[], seed: number): Promise<Uint8Array>;
  close(): Promise<void>;
}
