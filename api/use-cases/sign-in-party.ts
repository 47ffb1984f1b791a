import { timingSafeEqual } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "../../platform/database.ts";
import { indexOfLastSix } from "../../records/sealed-party.ts";
import { caseFiles, parties, partyCodes } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";
import { NotSignedInError, TooManyTriesError } from "./faults.ts";
import type { Person } from "./person.ts";
import { LOCKED_FOR_MS, MOST_TRIES } from "./tries.ts";

type PartyDeps = Pick<AppDeps, "database" | "codes" | "encryption" | "tries">;

/**
 * Signs a party in to its own case: by the code on its notice, and the last six characters of its credit code or identity
 * number. A code that does not exist is answered, and locked after too many tries, like one that does.
 */
export async function signInParty(deps: PartyDeps, code: string, factor: string): Promise<Person> {
  const codeIndex = deps.codes.indexOfPartyCode(code);
  const given = indexOfLastSix(deps.encryption, factor);
  const outcome = await inTransaction(deps.database, (tx) => check(tx, codeIndex, given));
  switch (outcome.kind) {
    case "matches":
      return partyOf(outcome.caseId);
    case "locked":
      throw new TooManyTriesError(outcome.seconds);
    case "unknown":
      deps.tries.check(`code/${codeIndex}`);
      deps.tries.fail(`code/${codeIndex}`);
      throw new NotSignedInError("no such code and factor");
    case "differs":
      throw new NotSignedInError("no such code and factor");
  }
}

/** The party of a case, as an actor. */
export function partyOf(caseId: string): Person {
  return {
    actor: {
      userId: `party/${caseId}`,
      roles: ["party"],
      authorityId: null,
      partyCaseId: caseId,
    },
    username: "",
    displayName: "当事人",
    authorityName: null,
  };
}

type Outcome =
  | { readonly kind: "matches"; readonly caseId: string }
  | { readonly kind: "locked"; readonly seconds: number }
  | { readonly kind: "differs" }
  | { readonly kind: "unknown" };

async function check(tx: Transaction, codeIndex: string, given: string): Promise<Outcome> {
  const rows = await tx
    .select({
      caseId: partyCodes.caseId,
      failedTries: partyCodes.failedTries,
      lockedFor: sql<number>`coalesce(ceil(extract(epoch from ${partyCodes.lockedUntil} - clock_timestamp())), 0)::int`,
      expected: parties.lastSixIndex,
    })
    .from(partyCodes)
    .innerJoin(caseFiles, eq(caseFiles.caseId, partyCodes.caseId))
    .innerJoin(parties, eq(parties.partyId, caseFiles.partyId))
    .where(eq(partyCodes.codeIndex, codeIndex))
    .for("update", { of: partyCodes });
  const row = rows[0];
  const matches = isSame(row?.expected ?? given, given);
  if (row === undefined) return { kind: "unknown" };
  if (row.lockedFor > 0) return { kind: "locked", seconds: row.lockedFor };
  const failedTries = matches ? 0 : row.failedTries + 1;
  const isLocked = failedTries >= MOST_TRIES;
  await tx
    .update(partyCodes)
    .set({
      failedTries: isLocked ? 0 : failedTries,
      lockedUntil: isLocked
        ? sql`clock_timestamp() + ${LOCKED_FOR_MS} * interval '1 millisecond'`
        : null,
    })
    .where(eq(partyCodes.codeIndex, codeIndex));
  return matches ? { kind: "matches", caseId: row.caseId } : { kind: "differs" };
}

function isSame(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
