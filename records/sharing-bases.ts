import { desc, eq, sql } from "drizzle-orm";
import type { Citation } from "../domain/law/citation.ts";
import type { Transaction } from "../platform/database.ts";
import { sharingBases } from "../schema/index.ts";

/** The basis in force of one list; null where none was entered, or the last one was taken back. */
export async function findSharingBasisId(tx: Transaction, listId: string): Promise<string | null> {
  const [newest] = await tx
    .select({ basisId: sharingBases.basisId, instrument: sharingBases.instrument })
    .from(sharingBases)
    .where(eq(sharingBases.listId, listId))
    .orderBy(desc(sharingBases.enteredAt), desc(sql`ctid`))
    .limit(1);
  return newest === undefined || newest.instrument === "" ? null : newest.basisId;
}

/** What legal officers have named as letting implementers know the person (实施单位知悉个人身份的依据), by list; the newest word of each holds. */
export async function readSharingBases(tx: Transaction): Promise<ReadonlyMap<string, Citation>> {
  const rows = await tx
    .selectDistinctOn([sharingBases.listId])
    .from(sharingBases)
    .orderBy(sharingBases.listId, desc(sharingBases.enteredAt), desc(sql`ctid`));
  return new Map(
    rows
      .filter((row) => row.instrument !== "")
      .map(({ listId, instrument, article }) => [
        listId,
        { instrument, article, mark: "entered" as const },
      ]),
  );
}
