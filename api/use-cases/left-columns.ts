import {
  ELSEWHERE_COLUMNS,
  titleOfElsewhereColumn,
} from "../../domain/elsewhere/elsewhere-columns.ts";
import { PENALTY_COLUMNS } from "../../domain/leads/penalty-columns.ts";
import type { TableColumn } from "../../domain/leads/table-header.ts";

/** The columns of a file: of the list that is named, or of penalty records where none is. */
export function columnsOfImport(listId: string | null): readonly TableColumn[] {
  return listId === null ? PENALTY_COLUMNS : ELSEWHERE_COLUMNS;
}

/** A column's title as people know it, of whichever kind of file. */
export function titleOfLeftColumn(column: string): string {
  const penalty: TableColumn | undefined = PENALTY_COLUMNS.find((each) => each.id === column);
  return penalty?.title ?? titleOfElsewhereColumn(column);
}
