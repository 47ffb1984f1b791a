import type { LeadImportView } from "../../../api/use-cases/find-lead-imports.ts";

/** How far an import is, in one line. */
export function describeImport(view: LeadImportView): string {
  const { state, lastRow, taken, rejected, duplicates } = view;
  const counts = `收取 ${String(taken)} 条，有误 ${String(rejected)} 行，重复 ${String(duplicates)} 行`;
  switch (state) {
    case "waiting":
      return "等待办理";
    case "running":
      return `正在办理：已到第 ${String(lastRow)} 行；${counts}`;
    case "done":
      return `办理完毕：${counts}`;
    case "failed":
      return lastRow === 0 ? "不能读取" : `中途不能读取：${counts}`;
  }
}
