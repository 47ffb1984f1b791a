import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Actor } from "../../domain/case-file/actor.ts";
import type { CalendarDay } from "../../domain/deadlines/calendar-day.ts";
import { maskParty, STRICT_PROFILE, type PartyData } from "../../domain/masking/profiles.ts";
import type { Transaction } from "../../platform/database.ts";
import type { FieldEncryption } from "../../platform/encryption.ts";
import { readParty } from "../../records/party-rows.ts";
import { readings } from "../../schema/index.ts";
import { handlesCases } from "./person.ts";

/** A party as this person may see it. */
export type PartyView = PartyData & { readonly masked: boolean };

/** The purpose under which an official sees the party of a case of their own authority. */
export const HANDLING = "办理本案";

/**
 * Reads the party of a case: in clear for those who handle it, and this is put on record; in clear for the party itself;
 * masked for everybody else.
 */
export async function readPartyView(
  tx: Transaction,
  encryption: FieldEncryption,
  reader: {
    readonly actor: Actor;
    readonly caseId: string;
    readonly partyId: string;
    readonly today: CalendarDay;
  },
): Promise<PartyView> {
  const { actor, caseId, partyId, today } = reader;
  const party = await readParty(tx, encryption, partyId);
  if (actor.partyCaseId === caseId) return { ...party, masked: false };
  if (!handlesCases(actor)) return { ...maskParty(party, STRICT_PROFILE), masked: true };
  await logReading(tx, { caseId, userId: actor.userId, purpose: HANDLING, today });
  return { ...party, masked: false };
}

/** Puts on record who saw a party in clear and why, once a day for each purpose (查询登记). */
export async function logReading(
  tx: Transaction,
  reading: {
    readonly caseId: string;
    readonly userId: string;
    readonly purpose: string;
    readonly today: CalendarDay;
  },
): Promise<void> {
  const { caseId, userId, purpose, today } = reading;
  const readingId = toUuid([caseId, userId, purpose, today].join("\n"));
  await tx
    .insert(readings)
    .values({ readingId, caseId, userId, purpose, readAt: sql`case_clock_now()` })
    .onConflictDoNothing();
}

/** An id that follows from what it names, so that the same reading on the same day is one row. */
function toUuid(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
