import { and, asc, eq, ne } from "drizzle-orm";
import type { Actor } from "../../domain/case-file/actor.ts";
import type { Authority } from "../../domain/authorities/authority.ts";
import type { Stage } from "../../domain/case-file/stages.ts";
import type { CaseFile } from "../../domain/case-file/state.ts";
import type { CalendarDay } from "../../domain/deadlines/calendar-day.ts";
import type { MeasureRow } from "../../domain/measures/catalog.ts";
import type { LawPack } from "../../domain/packs/law-pack.ts";
import type { PartyRole } from "../../domain/parties/party.ts";
import { inTransaction, type Transaction } from "../../platform/database.ts";
import { accounts, caseFiles } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";
import { viewDeadline, type DeadlineView } from "./deadline-view.ts";
import { readPartyView, type PartyView } from "./party-view.ts";
import { readCaseLaw, readVisibleCase, scopeOf } from "./visible-case.ts";

/** Another case of the same matter. */
export interface SiblingView {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly partyRole: PartyRole;
  readonly stage: Stage;
}

/** A case as its page shows it. */
export interface CaseFileView {
  readonly file: CaseFile;
  readonly party: PartyView;
  readonly authority: Authority;
  readonly pack: LawPack;
  /** Rows of the measure catalog, of every edition. */
  readonly catalog: readonly MeasureRow[];
  readonly officerName: string;
  readonly siblings: readonly SiblingView[];
  readonly deadlines: readonly DeadlineView[];
  readonly now: Date;
  readonly today: CalendarDay;
}

/** Reads a case with its party; that an official saw the party in clear is put on record. */
export async function readCaseFile(
  deps: Pick<AppDeps, "database" | "law" | "encryption">,
  actor: Actor,
  caseId: string,
): Promise<CaseFileView> {
  return inTransaction(deps.database, async (tx) => {
    const visible = await readVisibleCase(tx, actor, caseId);
    const { file, now, today } = visible;
    const { authority, pack, calendar, books } = await readCaseLaw(deps.law, tx, visible);
    const reader = { actor, caseId, partyId: file.partyId, today };
    const counting = { calendar, region: pack.calendarRegion, today };
    return {
      file,
      authority,
      pack,
      catalog: books.catalog,
      now,
      today,
      party: await readPartyView(tx, deps.encryption, reader),
      officerName: await readName(tx, file.officerId),
      siblings: await findSiblings(tx, actor, file),
      deadlines: file.deadlines.map((each) => viewDeadline(each, counting)),
    };
  });
}

async function readName(tx: Transaction, userId: string): Promise<string> {
  const rows = await tx
    .select({ name: accounts.displayName })
    .from(accounts)
    .where(eq(accounts.userId, userId));
  return rows[0]?.name ?? "";
}

async function findSiblings(
  tx: Transaction,
  actor: Actor,
  file: CaseFile,
): Promise<readonly SiblingView[]> {
  const rows = await tx
    .select({ state: caseFiles.state })
    .from(caseFiles)
    .where(
      and(eq(caseFiles.matterId, file.matterId), ne(caseFiles.caseId, file.caseId), scopeOf(actor)),
    )
    .orderBy(asc(caseFiles.openedAt), asc(caseFiles.caseNumber));
  return rows.map(({ state: { caseId, caseNumber, partyRole, stage } }) => ({
    caseId,
    caseNumber,
    partyRole,
    stage,
  }));
}
