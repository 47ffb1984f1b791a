import type { CaseFile } from "../../domain/case-file/state.ts";
import type { CalendarDay } from "../../domain/deadlines/calendar-day.ts";
import type { CommandKind } from "../../domain/case-file/commands.ts";
import { birthDayOf } from "../../domain/parties/resident-identity-number.ts";
import { LISTING_ACTS } from "../../domain/rules/toward-listing.ts";
import type { Transaction } from "../../platform/database.ts";
import type { FieldEncryption } from "../../platform/encryption.ts";
import { readParty } from "../../records/party-rows.ts";

/**
 * Reads a person's birth day from the sealed identity number, for acts that bring a listing forward and for nothing else; it is used
 * for the one judgement and kept nowhere. Null for organizations.
 */
export function readBirthDay(encryption: FieldEncryption) {
  return async (
    tx: Transaction,
    file: CaseFile,
    kind: CommandKind,
  ): Promise<CalendarDay | null> => {
    if (file.partyKind !== "natural-person" || !LISTING_ACTS.includes(kind)) return null;
    const party = await readParty(tx, encryption, file.partyId);
    return birthDayOf(party.identifier);
  };
}
