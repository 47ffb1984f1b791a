import type { Measure } from "./atoms.ts";
import type { ComposedBlock, PaperFrame } from "./blocks.ts";
import { type ColumnRow, composeColumnRows, drawColumnRow } from "./column-row.ts";
import { PAGE } from "./grid.ts";
import { markDraft } from "./page-furniture.ts";
import type { Mark, PaperModel } from "./page-model.ts";
import { setFormHead } from "./ruled-form.ts";
import { composeFormRows, drawFormRow, type FormRow } from "./ruled-row.ts";
import { startStructure } from "./structure.ts";

/**
 * Sets a sheet of a volume: authority and title, then a table. It has no number, seal or code, and no page number: a volume's
 * pages are those of the papers in it. The head of a table with columns stands again on every further page.
 */
export function setVolumeSheet(
  blocks: readonly ComposedBlock[],
  frame: PaperFrame,
  measure: Measure,
): PaperModel {
  const structure = startStructure();
  const head = setFormHead(blocks, structure, measure);
  const table = structure.add({ type: "Table", parent: null });
  const pages: Mark[][] = [[...head.marks]];
  let y = head.bottom;
  let columnHead: ColumnRow | null = null;
  const place = (marks: readonly Mark[], height: number): void => {
    pages.at(-1)?.push(...marks);
    y += height;
  };
  for (const row of blocks.flatMap((block) => composeRows(block, measure))) {
    if (y + row.height > PAGE.top + PAGE.typeHeight) {
      pages.push([]);
      y = PAGE.top;
      if (columnHead !== null) {
        place(drawColumnRow(columnHead, y, table, structure, true), columnHead.height);
      }
    }
    if ("label" in row) {
      place(drawFormRow(row, y, table, structure), row.height);
    } else {
      place(drawColumnRow(row, y, table, structure), row.height);
      if (row.isHead) columnHead = row;
    }
  }
  return {
    pages: pages.map((marks) => ({ marks: [...markDraft(frame), ...marks] })),
    structure: structure.nodes,
  };
}

function composeRows(block: ComposedBlock, measure: Measure): readonly (FormRow | ColumnRow)[] {
  if (block.kind === "cells") return composeColumnRows(block, measure);
  return composeFormRows([block], measure);
}
