import { and, eq, sql } from "drizzle-orm";
import type { CommandKind } from "../domain/case-file/commands.ts";
import type { ReadingOffice } from "../domain/case-file/harm.ts";
import type { CaseFile } from "../domain/case-file/state.ts";
import type { LawPack } from "../domain/packs/law-pack.ts";
import type { Transaction } from "../platform/database.ts";
import { lawPacks } from "../schema/index.ts";

/** What an act needs to be judged by that stands neither in the case nor in its law; nothing for most acts. */
export interface ActFacts {
  readonly activePack: LawPack | null;
  readonly readBy: readonly ReadingOffice[];
}

/** Looks up what one kind of act needs: the pack in force for a move to it, the register of readings for an annulment. */
export async function findActFacts(
  tx: Transaction,
  file: CaseFile,
  kind: CommandKind,
): Promise<ActFacts> {
  return {
    activePack: kind === "move-to-pack-version" ? await readActivePack(tx, file.listId) : null,
    readBy: kind === "sign-annulment" ? await findReadingOffices(tx, file) : [],
  };
}

async function readActivePack(tx: Transaction, listId: string): Promise<LawPack | null> {
  const [row] = await tx
    .select({ body: lawPacks.body })
    .from(lawPacks)
    .where(and(eq(lawPacks.listId, listId), eq(lawPacks.state, "active")));
  return row?.body ?? null;
}

/** Every office but the case's own whose people had the party in clear; those above the authorities have no authority of their own. */
async function findReadingOffices(
  tx: Transaction,
  { caseId, authorityId }: CaseFile,
): Promise<readonly ReadingOffice[]> {
  const { rows } = await tx.execute<{ office_id: string; name: string }>(sql`
    select distinct coalesce(o.authority_id, 'oversight') as office_id, coalesce(o.profile->>'name', '牵头、监督单位') as name
    from readings r
    join accounts a on a.user_id = r.user_id
    left join authorities o on o.authority_id = a.authority_id
    where r.case_id = ${caseId} and a.authority_id is distinct from ${authorityId}
    order by office_id`);
  return rows.map((row) => ({ officeId: row.office_id, name: row.name }));
}
