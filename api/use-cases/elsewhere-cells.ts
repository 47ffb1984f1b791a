import {
  ELSEWHERE_COLUMNS,
  type ElsewhereCells,
  type ElsewhereColumnId,
} from "../../domain/elsewhere/elsewhere-columns.ts";
import type { ElsewhereFinding } from "../../domain/elsewhere/read-elsewhere-record.ts";

type Read =
  | { readonly kind: "cells"; readonly cells: ElsewhereCells }
  | { readonly kind: "wrong"; readonly findings: readonly ElsewhereFinding[] };

/** Takes one record of a message apart. Every item is text; one that has no place here is not dropped in silence. */
export function toElsewhereCells(sent: unknown): Read {
  if (typeof sent !== "object" || sent === null || Array.isArray(sent)) {
    return wrong([{ column: "recordId", message: "每条记录应为一个对象" }]);
  }
  const cells: Partial<Record<ElsewhereColumnId, string>> = {};
  const findings: ElsewhereFinding[] = [];
  for (const [name, value] of Object.entries(sent as Record<string, unknown>)) {
    const column = ELSEWHERE_COLUMNS.find((each) => each.id === name)?.id;
    if (column === undefined) {
      findings.push({ column: "recordId", message: "有不认识的数据项" });
    } else if (typeof value === "string") {
      if (value.trim() !== "") cells[column] = value.trim();
    } else if (value !== null) {
      findings.push({ column, message: "应为文字" });
    }
  }
  return findings.length > 0 ? wrong(findings) : { kind: "cells", cells };
}

function wrong(findings: readonly ElsewhereFinding[]): Read {
  return { kind: "wrong", findings };
}
