import type { FileLayout } from "../points/point.ts";
import type { Column, SignedForm } from "./layout.ts";
import { LIST_COLUMNS } from "./list-layout.ts";
import { PENALTY_COLUMNS } from "./penalty-layout.ts";

/** The columns of every layout (文件版式). */
export const LAYOUTS: Readonly<Record<FileLayout, readonly Column[]>> = {
  list: LIST_COLUMNS,
  penalty: PENALTY_COLUMNS,
};

/** The lines of a file: the headings first, then one line for each form. */
export function layOut(
  layout: FileLayout,
  forms: readonly SignedForm[],
): readonly (readonly string[])[] {
  const columns = LAYOUTS[layout];
  const headings = columns.map((column) => column.heading);
  return [headings, ...forms.map((form) => columns.map((column) => column.cell(form)))];
}
