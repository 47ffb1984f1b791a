import { eq } from "drizzle-orm";
import type { TableHeader } from "../../domain/leads/table-header.ts";
import { leadImports } from "../../schema/index.ts";
import { FileFault } from "./files/file-fault.ts";
import type { FileLine } from "./files/file-line.ts";
import type { LeadDeps } from "./take-rows.ts";
import type { RowKind } from "./row-kinds.ts";

const MOST_UNKNOWN = 50;
const LONGEST_NAME = 60;

/** Reads the header of a file, and puts on record which of its columns say nothing to us. */
export async function readHeaderLine(
  { database }: Pick<LeadDeps, "database">,
  importId: string,
  kind: RowKind,
  line: FileLine,
): Promise<TableHeader> {
  const read = kind.readHeader(line.cells);
  if (read.kind === "wrong") throw new FileFault(read.message);
  const unknownColumns = read.unknown
    .slice(0, MOST_UNKNOWN)
    .map((name) => name.replaceAll("\0", "").slice(0, LONGEST_NAME));
  await database
    .update(leadImports)
    .set({ unknownColumns })
    .where(eq(leadImports.importId, importId));
  return read.places;
}
