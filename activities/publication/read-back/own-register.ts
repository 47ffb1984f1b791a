import { inArray } from "drizzle-orm";
import {
  expectForm,
  flatten,
  type Holding,
} from "../../../domain/publication/reconcile/holding.ts";
import type { Database } from "../../../platform/database.ts";
import { registerEntries } from "../../../schema/index.ts";
import type { ReadBack } from "./read-back.ts";

/** Reads the register as the public does: the entry itself, and the columns that lists and searches show of it. */
export function readOwnRegister(database: Database): ReadBack {
  return {
    graceMs: 0,
    async read(entryIds) {
      const rows = await database
        .select()
        .from(registerEntries)
        .where(entryIds === "all" ? undefined : inArray(registerEntries.caseId, [...entryIds]));
      return rows.map(toHolding);
    },
    expect: (signed, earlier) => {
      const expected = expectForm(signed, earlier);
      if (expected.state === "shown") return expected;
      // Of an entry that was taken down the register keeps which list it was on and since when it is gone.
      return { ...expected, fields: {} };
    },
  };
}

type Row = typeof registerEntries.$inferSelect;

function toHolding(row: Row): Holding {
  const { caseId: entryId, version, state } = row;
  return { entryId, version, state, signature: null, fields: fieldsOf(row) };
}

function fieldsOf({
  body,
  publicName,
  publicIdentifier,
  shownThrough,
  state,
}: Row): Record<string, string> {
  if (body === "") return state === "shown" ? { body: "" } : {};
  const fields = flatten(JSON.parse(body) as object); // written by the register's own channel, or by whoever altered it
  const columns = {
    "party.name": publicName,
    "party.identifier": publicIdentifier,
    listedThrough: shownThrough,
  };
  return { ...fields, ...columns };
}
