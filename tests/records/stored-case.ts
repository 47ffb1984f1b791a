import { randomUUID } from "node:crypto";
import type { CaseFile } from "../../domain/case-file/state.ts";
import { closeDatabase, openDatabase, type Database } from "../../platform/database.ts";
import { brokenConstraintOf, sqlStateOf } from "../../platform/sql-state.ts";
import { authorities, caseFiles, matters, parties } from "../../schema/index.ts";
import { COUNTY_AUTHORITY } from "../support/case-world.ts";
import { createTestDatabase } from "../support/database.ts";

/** A migrated database for one test file, with a connection to it. */
export interface OpenedDatabase {
  readonly database: Database;
  readonly close: () => Promise<void>;
}

export async function openTestDatabase(): Promise<OpenedDatabase> {
  const { url, drop } = await createTestDatabase();
  const database = openDatabase(url, { maxConnections: 10 });
  const close = async (): Promise<void> => {
    await closeDatabase(database);
    await drop();
  };
  return { database, close };
}

/** Who worked on a stored case, as far as the table knows. */
interface Eyes {
  readonly officerId?: string;
  readonly reviewerId?: string | null;
  readonly signerId?: string | null;
}

/** A bare case row with all that it refers to: enough for rules that the tables keep by themselves. */
export async function storeCase(database: Database, eyes: Eyes = {}): Promise<string> {
  const [caseId, matterId, partyId] = [randomUUID(), randomUUID(), randomUUID()];
  const { authorityId } = COUNTY_AUTHORITY;
  const at = new Date("2026-03-13T01:00:00Z");
  const sealed = { nameSealed: "", identifierSealed: "", addressSealed: "", phoneSealed: "" };
  const indexes = { nameIndex: "", identifierIndex: "", lastSixIndex: "" };
  const request = { requestId: matterId, requestHash: "" };
  await database
    .insert(authorities)
    .values({ authorityId, profile: COUNTY_AUTHORITY })
    .onConflictDoNothing();
  await database.insert(parties).values({ partyId, kind: "legal-person", ...sealed, ...indexes });
  await database.insert(matters).values({
    ...{ matterId, listId: "unpaid-wages", authorityId },
    ...{ openedBy: "officer", openedAt: at, ...request },
  });
  await database.insert(caseFiles).values({
    ...{ caseId, matterId, partyId, authorityId, listId: "unpaid-wages", caseNumber: caseId },
    ...{ officerId: "officer", stage: "draft", version: 0, chainHead: "" },
    ...{ openedAt: at, updatedAt: at, ...eyes },
    state: {} as CaseFile, // no rule of the table looks into it
  });
  return caseId;
}

/** What the database objects to: the state of its error, the constraint it names, and null where it lets the work pass. */
export async function objectionTo(
  work: Promise<unknown>,
): Promise<{ readonly state: string | null; readonly constraint: string | null } | null> {
  try {
    await work;
    return null;
  } catch (error) {
    return { state: sqlStateOf(error), constraint: brokenConstraintOf(error) };
  }
}
