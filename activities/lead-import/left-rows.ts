import canonicalize from "canonicalize";
import type { leadImportRows, leadImports, LeftFinding } from "../../schema/index.ts";
import type { LeadDeps } from "./take-rows.ts";

/** A row of a file that was not taken in, as it is kept. */
export type LeftRow = typeof leadImportRows.$inferInsert;

type ImportRow = Pick<typeof leadImports.$inferSelect, "importId">;

/** A row that is wrong: what it holds is sealed, for the report that can be corrected. */
export function rejectRow(
  { encryption }: Pick<LeadDeps, "encryption">,
  { importId }: ImportRow,
  wrong: {
    readonly number: number;
    readonly cells: Readonly<Partial<Record<string, string>>>;
    readonly findings: readonly LeftFinding[];
  },
): LeftRow {
  const { number: rowNumber, cells, findings } = wrong;
  const rowSealed = encryption.encryptField(canonicalize(cells) ?? "{}");
  return { importId, rowNumber, outcome: "rejected", findings, rowSealed };
}

/** A row that says what is known already. */
export function duplicateOf(
  { importId }: ImportRow,
  rowNumber: number,
  finding: LeftFinding,
): LeftRow {
  return { importId, rowNumber, outcome: "duplicate", findings: [finding], rowSealed: null };
}
