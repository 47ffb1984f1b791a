import { dayOf } from "../../domain/deadlines/calendar-day.ts";
import { findFedList } from "../../domain/elsewhere/elsewhere-columns.ts";
import { readElsewhereRecord } from "../../domain/elsewhere/read-elsewhere-record.ts";
import { readCaseClock } from "../../platform/clock.ts";
import type { Transaction } from "../../platform/database.ts";
import { keepElsewhereRecord, lockFedList } from "../../records/elsewhere-rows.ts";
import { leadImportRows, type leadImports } from "../../schema/index.ts";
import { duplicateOf, rejectRow, type LeftRow } from "./left-rows.ts";
import type { Counts, NumberedCells } from "./row-kinds.ts";
import type { LeadDeps } from "./take-rows.ts";

const KNOWN = {
  unchanged: { column: "recordId", message: "与已收到的记录相同" },
  overtaken: { column: "updatedAt", message: "已收到更新的记录，本行没有采用" },
} as const;

/** Keeps the records of a list that others decide, row by row (收录外部认定的名单信息). */
export async function keepElsewhereRows(
  deps: LeadDeps,
  tx: Transaction,
  row: typeof leadImports.$inferSelect,
  rows: readonly NumberedCells[],
): Promise<Counts> {
  const list = findFedList(row.listId ?? "");
  if (list === null) throw new Error("nothing of such a list is received here");
  await lockFedList(tx, list);
  const now = await readCaseClock(tx);
  const left: LeftRow[] = [];
  let [taken, rejected] = [0, 0];
  for (const { number, cells } of rows) {
    const read = readElsewhereRecord(cells, now, dayOf(now));
    if (read.kind === "wrong") {
      rejected += 1;
      left.push(rejectRow(deps, row, { number, cells, findings: read.findings }));
      continue;
    }
    const origin = { list, cameBy: "file", now } as const;
    const outcome = await keepElsewhereRecord(tx, deps.encryption, origin, read.record);
    if (outcome === "unchanged" || outcome === "overtaken") {
      left.push(duplicateOf(row, number, KNOWN[outcome]));
    } else taken += 1;
  }
  if (left.length > 0) await tx.insert(leadImportRows).values(left);
  return { taken, rejected, duplicates: left.length - rejected };
}
