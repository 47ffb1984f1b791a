import { randomUUID } from "node:crypto";
import { WorkflowExecutionAlreadyStartedError, type Client } from "@temporalio/client";
import { eq, sql } from "drizzle-orm";
import type { ActivityDeps } from "../../activities/index.ts";
import { openCase } from "../../domain/case-file/open-case.ts";
import type { CaseFile } from "../../domain/case-file/state.ts";
import { STARTER_EDITION } from "../../domain/measures/starter-row.ts";
import type { LawPack } from "../../domain/packs/law-pack.ts";
import type { PartyKind, PartyRole } from "../../domain/parties/party.ts";
import { readCaseClock, readClockOffset } from "../../platform/clock.ts";
import { inTransaction, type Database, type Transaction } from "../../platform/database.ts";
import { makeContext } from "../../records/case-context.ts";
import { NOTHING_RECORDED, recordEvents, rowOf } from "../../records/record-events.ts";
import { sealParty } from "../../records/sealed-party.ts";
import { seedLaw } from "../../records/seed-law.ts";
import { authorities, caseFiles, lawPacks, matters, parties } from "../../schema/index.ts";
import { listingCaseId } from "../../workflows/messages.ts";
import { ACTORS, COUNTY_AUTHORITY, WAGES_PACK } from "./case-world.ts";

/** Whom a test case is about, and under which version of the list's pack it is opened. */
export interface TestParty {
  readonly kind: PartyKind;
  readonly role: PartyRole;
  readonly name: string;
  readonly identifier: string;
  readonly pack: LawPack;
}

const COMPANY: TestParty = {
  kind: "legal-person",
  role: "employer",
  name: "【虚构】梧州云雀示例劳务有限公司",
  identifier: "91450400MA5XXXXX0T",
  pack: WAGES_PACK,
};

const OFFICER = ACTORS["case-officer"];

/** Enters calendar, authority and the wage-arrears pack with its demonstration values. */
export async function prepareLaw(database: Database): Promise<void> {
  await seedLaw(database);
  const { authorityId } = COUNTY_AUTHORITY;
  await database.insert(authorities).values({ authorityId, profile: COUNTY_AUTHORITY });
  await activatePack(database, WAGES_PACK);
}

/** Enters a pack version as two people have activated it. */
export async function activatePack(database: Database, pack: LawPack): Promise<void> {
  const { listId, version } = pack;
  const approvedBy = ["legal-officer", "reviewer"];
  await database
    .insert(lawPacks)
    .values({ listId, version, body: pack, state: "active", approvedBy });
}

/** Opens a case file by the officer, in one transaction, and starts its workflow unless told otherwise. */
export async function openTestCase(
  { database, deps, client }: { database: Database; deps: ActivityDeps; client: Client },
  about: Partial<TestParty> = {},
  starts: "at-once" | "by-dispatcher" = "at-once",
): Promise<string> {
  const party = { ...COMPANY, ...about };
  const caseId = randomUUID();
  const offset = await inTransaction(database, async (tx) => {
    await storeCase(tx, deps, party, caseId);
    return readClockOffset(tx);
  });
  if (starts === "by-dispatcher") return caseId;
  await client.workflow
    .start("listingCase", {
      workflowId: listingCaseId(caseId),
      taskQueue: "listing-case",
      args: [{ caseId, clockOffsetMs: offset }],
    })
    .catch((error: unknown) => {
      // Where a dispatcher runs it can have been faster.
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    });
  const workflowStartedAt = sql`case_clock_now()`;
  await database.update(caseFiles).set({ workflowStartedAt }).where(eq(caseFiles.caseId, caseId));
  return caseId;
}

async function storeCase(
  tx: Transaction,
  deps: ActivityDeps,
  party: TestParty,
  caseId: string,
): Promise<void> {
  const [matterId, partyId] = [randomUUID(), randomUUID()];
  const now = await readCaseClock(tx);
  const { authorityId } = COUNTY_AUTHORITY;
  const { userId } = OFFICER;
  const { listId } = party.pack;
  await tx.insert(parties).values(sealParty(deps.encryption, partyId, addressed(party)));
  const request = { requestId: matterId, requestHash: "test" };
  await tx
    .insert(matters)
    .values({ matterId, listId, authorityId, openedBy: userId, openedAt: now, ...request });
  const calendar = await deps.law.readCalendar(tx, "test");
  const books = await deps.law.readBooks(tx, "test");
  const law = { authority: COUNTY_AUTHORITY, pack: party.pack, calendar, books };
  const caseNumber = `苍人社列立〔2026〕${caseId.slice(0, 8)}号`;
  const opening = {
    ...{ caseId, matterId, partyId, caseNumber, catalogEdition: STARTER_EDITION.id },
    ...{ partyKind: party.kind, partyRole: party.role },
  };
  const act = { actId: matterId, actor: OFFICER, at: now };
  const judged = openCase(opening, makeContext(law, act));
  if (judged.kind === "refused") throw new Error(JSON.stringify(judged.refusal));
  await tx.insert(caseFiles).values({
    ...{ caseId, matterId, caseNumber, listId, authorityId, partyId, officerId: userId },
    ...{ stage: "draft", version: 0, chainHead: "", openedAt: now, updatedAt: now },
    state: {} as CaseFile, // filled two lines below, in the same transaction
  });
  const recorded = await recordEvents(
    tx,
    deps.codes,
    COUNTY_AUTHORITY,
    NOTHING_RECORDED,
    judged.events,
  );
  const row = rowOf(recorded.file, recorded.chainHead);
  await tx.update(caseFiles).set(row).where(eq(caseFiles.caseId, caseId));
}

function addressed({ kind, name, identifier }: TestParty) {
  return { kind, name, identifier, address: "【虚构】苍梧县示例路2号", phone: "13800000000" };
}
