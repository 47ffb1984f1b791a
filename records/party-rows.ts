import { eq } from "drizzle-orm";
import type { PartyData } from "../domain/masking/profiles.ts";
import type { Transaction } from "../platform/database.ts";
import type { FieldEncryption } from "../platform/encryption.ts";
import { parties } from "../schema/index.ts";

/** Reads a party in clear. Who may see it, and for what purpose, is for the caller to answer. */
export async function readParty(
  tx: Transaction,
  encryption: FieldEncryption,
  partyId: string,
): Promise<PartyData> {
  const rows = await tx.select().from(parties).where(eq(parties.partyId, partyId));
  const row = rows[0];
  if (row === undefined) throw new Error("no party of this id");
  const open = (sealed: string): string => encryption.decryptField(sealed);
  return {
    kind: row.kind,
    name: open(row.nameSealed),
    identifier: open(row.identifierSealed),
    address: emptyToNull(open(row.addressSealed)),
    phone: emptyToNull(open(row.phoneSealed)),
  };
}

function emptyToNull(text: string): string | null {
  return text === "" ? null : text;
}
