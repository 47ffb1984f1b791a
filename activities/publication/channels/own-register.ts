import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import type { ListingRecord, RemovedForm } from "../../../domain/publication/listing-record.ts";
import { inTransaction, type Database, type Transaction } from "../../../platform/database.ts";
import { normalizeName } from "../../../records/normalize-name.ts";
import { registerEntries } from "../../../schema/index.ts";
import type { Channel } from "./channel.ts";

/** The system's own public register: the entry is written or taken down; an older version never overwrites a newer one. */
export function writeOwnRegister(database: Database): Channel {
  return {
    takes: "many",
    async deliver({ parcelId, form, body }) {
      if ("party" in form) await show(database, form, body);
      else await takeDown(database, form);
      const receiptId = createHash("sha256").update(`${parcelId}\n${body}`).digest("hex");
      return { receiptId, signature: "" };
    },
  };
}

/**
 * Changes are numbered in the order of their commits: whoever has read up to a number has missed none below it. So two writers
 * never hold numbers at the same time.
 */
async function takeChangeNumber(tx: Transaction): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('register_change_numbers'))`);
  const taken = await tx.execute<{ number: string }>(
    sql`select nextval('register_change_numbers')::text as number`,
  );
  return Number(taken.rows[0]?.number);
}

async function show(database: Database, form: ListingRecord, body: string): Promise<void> {
  const row = {
    caseId: form.entryId,
    listId: form.listId,
    publicName: form.party.name,
    searchName: normalizeName(form.party.name),
    publicIdentifier: form.party.identifier,
    authorityName: form.authorityName,
    decisionNumber: form.decisionNumber,
    listedOn: form.decidedOn,
    shownThrough: form.listedThrough,
    state: "shown" as const,
    removedOn: null,
    version: form.version,
    body,
    updatedAt: sql`case_clock_now()`,
  };
  await inTransaction(database, async (tx) => {
    const changeNumber = await takeChangeNumber(tx);
    await tx
      .insert(registerEntries)
      .values({ ...row, changeNumber, shownSinceChange: changeNumber })
      .onConflictDoUpdate({
        target: registerEntries.caseId,
        set: {
          ...row,
          changeNumber,
          shownSinceChange: sql`case register_entries.state
            when 'shown' then register_entries.shown_since_change else ${changeNumber}::bigint end`,
        },
        setWhere: sql`register_entries.version < ${form.version}
          or (register_entries.version = ${form.version} and ${isAltered(row)})`,
      });
  });
}

/** Whether a row of this version is not what was written. */
function isAltered(row: {
  readonly body: string;
  readonly shownThrough: string;
  readonly publicName: string;
  readonly publicIdentifier: string;
}) {
  return sql`(register_entries.state, register_entries.body, register_entries.shown_through::text,
    register_entries.public_name, register_entries.public_identifier)
    is distinct from ('shown', ${row.body}, ${row.shownThrough}, ${row.publicName}, ${row.publicIdentifier})`;
}

/** The entry says that it was removed; everything else of it goes. */
async function takeDown(database: Database, form: RemovedForm): Promise<void> {
  await inTransaction(database, async (tx) => {
    const changeNumber = await takeChangeNumber(tx);
    await tx
      .update(registerEntries)
      .set({
        changeNumber,
        state: form.state,
        removedOn: form.removal?.removedOn ?? null,
        version: form.version,
        publicIdentifier: "",
        body: "",
        updatedAt: sql`case_clock_now()`,
      })
      .where(
        sql`case_id = ${form.entryId} and (version < ${form.version}
          or (version = ${form.version} and (state <> ${form.state} or body <> '')))`,
      );
  });
}
