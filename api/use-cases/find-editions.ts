import { asc } from "drizzle-orm";
import type { Actor } from "../../domain/case-file/actor.ts";
import type { MeasureRow } from "../../domain/measures/catalog.ts";
import type { Edition, EditionProofs } from "../../domain/registries/edition.ts";
import { SHIPPED_EDITIONS } from "../../domain/registries/shipped-editions.ts";
import { inTransaction } from "../../platform/database.ts";
import { readBooksNow } from "../../records/law-in-force.ts";
import { lawEditions } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";
import { readNames } from "./find-case-events.ts";
import { requireOfficial } from "./person.ts";

/** One edition of directory or catalog, and who stands behind it. */
export interface EditionView {
  readonly edition: Edition;
  readonly proofs: EditionProofs | null;
  /** `shipped`: comes with the product; `entered`: waits for a second person; `approved`: in force on its days. */
  readonly state: "shipped" | "entered" | "approved";
  readonly enteredBy: string | null;
  readonly approvedBy: string | null;
}

/** Every edition, shipped ones first, then in the order of entry. */
export async function findEditions(
  deps: Pick<AppDeps, "database">,
  actor: Actor,
): Promise<readonly EditionView[]> {
  requireOfficial(actor);
  return inTransaction(deps.database, async (tx) => {
    const rows = await tx
      .select()
      .from(lawEditions)
      .orderBy(asc(lawEditions.enteredAt), asc(lawEditions.edition));
    const people = rows.flatMap((row) => [row.enteredBy, row.approvedBy ?? row.enteredBy]);
    const names = await readNames(tx, people);
    const nameOf = (userId: string | null) =>
      userId === null ? null : (names.get(userId) ?? userId);
    const entered = rows.map(
      ({ body, proofs, enteredBy, approvedBy, approvedAt }): EditionView => ({
        edition: body,
        proofs,
        state: approvedAt === null ? "entered" : "approved",
        enteredBy: nameOf(enteredBy),
        approvedBy: nameOf(approvedBy),
      }),
    );
    const nobody = { proofs: null, enteredBy: null, approvedBy: null };
    const shipped = SHIPPED_EDITIONS.map((edition): EditionView => ({
      edition,
      state: "shipped",
      ...nobody,
    }));
    return [...shipped, ...entered];
  });
}

/** Rows of the measure catalog, of every edition in force or not, for forms that choose from it. */
export function readCatalog(
  deps: Pick<AppDeps, "database" | "law">,
): Promise<readonly MeasureRow[]> {
  return inTransaction(deps.database, async (tx) => (await readBooksNow(deps.law, tx)).catalog, {
    readOnly: true,
  });
}
