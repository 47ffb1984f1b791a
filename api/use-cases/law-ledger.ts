import { eq } from "drizzle-orm";
import { refuseByLaw, refuseContent } from "../../domain/case-file/judgement.ts";
import type { Actor } from "../../domain/case-file/actor.ts";
import { dayOf, type CalendarDay } from "../../domain/deadlines/calendar-day.ts";
import type { LawBooks } from "../../domain/registries/edition.ts";
import { isDueForReview, type LedgerNote } from "../../domain/registries/ledger.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { findRegistryBreaches } from "../../domain/rules/registry-rule.ts";
import { r05LedgerKept } from "../../domain/rules/registries/r05-ledger-kept.ts";
import { isUsable } from "../../domain/measures/catalog.ts";
import { readCaseClock } from "../../platform/clock.ts";
import { inTransaction, type Transaction } from "../../platform/database.ts";
import { readBooksNow } from "../../records/law-in-force.ts";
import { storeRefusal } from "../../records/refusal-rows.ts";
import { recordRegistryEvent } from "../../records/registry-events.ts";
import { lawLedger, lawPacks } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";
import { ForbiddenError, NotFoundError } from "./faults.ts";
import { hasRole, requireOfficial } from "./person.ts";

/** Something in force that the ledger has a line for. */
export interface LedgerEntry {
  /** `pack/<list>`, `edition/<id>`, `measure/<id>`. */
  readonly entryId: string;
  readonly kind: "pack" | "directory" | "measure";
  readonly title: string;
  readonly inForceFrom: CalendarDay | null;
  readonly inForceTo: CalendarDay | null;
  readonly note: LedgerNote | null;
  readonly isDue: boolean;
}

type LedgerDeps = Pick<AppDeps, "database" | "law">;

export type LedgerOutcome =
  { readonly outcome: "accepted" } | { readonly outcome: "refused"; readonly refusal: Refusal };

/** The ledger (措施台账): every pack, directory and measure in force, who answers for it, and what is due to be looked at. */
export async function findLedger(deps: LedgerDeps, actor: Actor): Promise<readonly LedgerEntry[]> {
  requireOfficial(actor);
  return inTransaction(deps.database, (tx) => readEntries(deps, tx));
}

/** Notes who answers for an entry and when it is looked at again (登记台账). */
export async function keepLedger(
  deps: LedgerDeps,
  actor: Actor,
  entryId: string,
  note: LedgerNote,
): Promise<LedgerOutcome> {
  if (!hasRole(actor, ["supervisor", "legal-officer"])) {
    throw new ForbiddenError("the supervisor and legal officers");
  }
  return inTransaction(deps.database, async (tx) => {
    const entries = await readEntries(deps, tx);
    if (!entries.some((each) => each.entryId === entryId)) throw new NotFoundError("no such entry");
    const now = await readCaseClock(tx);
    const findings = findRegistryBreaches([r05LedgerKept], "keep-ledger", note, dayOf(now));
    const refusal =
      findings.length > 0 ? refuseByLaw(findings) : note.reviewOn <= dayOf(now) ? TOO_EARLY : null;
    if (refusal !== null) {
      await storeRefusal(tx, { caseId: null, commandId: null, act: "keep-ledger", actor, refusal });
      return { outcome: "refused", refusal };
    }
    const kept = { ...note, keptBy: actor.userId, keptAt: now };
    await tx
      .insert(lawLedger)
      .values({ entryId, ...kept })
      .onConflictDoUpdate({ target: lawLedger.entryId, set: kept });
    const event = { subject: `ledger/${entryId}`, type: "LedgerKept", body: note };
    await recordRegistryEvent(tx, { ...event, userId: actor.userId, at: now });
    return { outcome: "accepted" };
  });
}

const TOO_EARLY = refuseContent("下次复核日应在今天以后", "请填写今天以后的日期", "措施台账");

async function readEntries(deps: LedgerDeps, tx: Transaction): Promise<readonly LedgerEntry[]> {
  const today = dayOf(await readCaseClock(tx));
  const notes = new Map((await tx.select().from(lawLedger)).map((row) => [row.entryId, row]));
  const found = [
    ...(await findPacks(tx)),
    ...findDirectories(await readBooksNow(deps.law, tx), today),
  ];
  return found.map((entry) => {
    const row = notes.get(entry.entryId);
    const note = row === undefined ? null : toNote(row);
    return { ...entry, note, isDue: isDueForReview(note, today) };
  });
}

function toNote({ unit, reviewOn, conforms, plan }: typeof lawLedger.$inferSelect): LedgerNote {
  return { unit, reviewOn, conforms, plan };
}

type Found = Omit<LedgerEntry, "note" | "isDue">;

async function findPacks(tx: Transaction): Promise<readonly Found[]> {
  const rows = await tx
    .select({ body: lawPacks.body })
    .from(lawPacks)
    .where(eq(lawPacks.state, "active"))
    .orderBy(lawPacks.listId);
  return rows.map(({ body }) => ({
    entryId: `pack/${body.listId}`,
    kind: "pack",
    title: `${body.listName}规则包（第${body.version}版）`,
    inForceFrom: body.legalBasis[0]?.inForceFrom ?? null,
    inForceTo: body.legalBasis[0]?.inForceTo ?? null,
  }));
}

function findDirectories({ directory, catalog }: LawBooks, today: CalendarDay): readonly Found[] {
  const editions = new Map(
    directory
      .filter((each) => isInForceOn(each, today))
      .map((each) => [each.edition, each] as const),
  );
  return [
    ...[...editions.values()].map(({ edition, inForceFrom, inForceTo }): Found => ({
      entryId: `edition/${edition}`,
      kind: "directory",
      title: `公共信用信息目录（${edition}）`,
      inForceFrom,
      inForceTo,
    })),
    ...catalog
      .filter((row) => isUsable(row, today) && row.supersededBy === undefined)
      .map((row): Found => ({
        entryId: `measure/${row.edition}/${row.id}`,
        kind: "measure",
        title: `${row.id} ${row.title}`,
        inForceFrom: row.inForceFrom,
        inForceTo: row.inForceTo,
      })),
  ];
}

function isInForceOn(
  { inForceFrom, inForceTo }: { inForceFrom: CalendarDay; inForceTo: CalendarDay | null },
  day: CalendarDay,
): boolean {
  return inForceFrom <= day && (inForceTo === null || day <= inForceTo);
}
