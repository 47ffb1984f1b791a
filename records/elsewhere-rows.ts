import { randomUUID } from "node:crypto";
import canonicalize from "canonicalize";
import { and, eq, inArray, lt, sql } from "drizzle-orm";
import { dayOf, type CalendarDay } from "../domain/deadlines/calendar-day.ts";
import type { FedList } from "../domain/elsewhere/elsewhere-columns.ts";
import type { ElsewhereOutcome } from "../domain/elsewhere/elsewhere-answer.ts";
import type {
  ElsewhereListed,
  ElsewhereWithdrawn,
} from "../domain/elsewhere/read-elsewhere-record.ts";
import { maskParty, STRICT_PROFILE } from "../domain/masking/profiles.ts";
import type { Transaction } from "../platform/database.ts";
import type { FieldEncryption } from "../platform/encryption.ts";
import { elsewhereDeliveries, elsewhereListings } from "../schema/index.ts";
import { normalizeName } from "./normalize-name.ts";
import { indexOfIdentifier, indexOfName } from "./sealed-party.ts";

/** What keeping a record needs to know of where it comes from. */
export interface ElsewhereOrigin {
  readonly list: FedList;
  readonly cameBy: "push" | "file";
  readonly now: Date;
}

type Row = typeof elsewhereListings.$inferSelect;

/** Records of one list are kept by one at a time: whoever comes second sees what the first has kept. */
export async function lockFedList(
  tx: Transaction,
  { listId }: { readonly listId: string },
): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`elsewhere/${listId}`}))`);
}

/**
 * Keeps one record of a list that others decide (收录外部认定的名单信息). The same record again changes nothing, an older word never overwrites
 * a newer one, and what the source took off its list stays off until a newer word puts it on again. Every version that changes what
 * implementers must do goes into the ledger of what they are to be told, in the same transaction; the list is locked before.
 */
export async function keepElsewhereRecord(
  tx: Transaction,
  encryption: FieldEncryption,
  origin: ElsewhereOrigin,
  record: ElsewhereListed | ElsewhereWithdrawn,
): Promise<ElsewhereOutcome> {
  const { listId } = origin.list;
  const recordIndex = encryption.indexOf(`elsewhere\n${listId}\n${record.recordId}`);
  const [known] = await tx
    .select()
    .from(elsewhereListings)
    .where(
      and(eq(elsewhereListings.listId, listId), eq(elsewhereListings.recordIndex, recordIndex)),
    );
  const values = valuesOf(encryption, origin, record);
  const outcome = judge(known, record, values.contentIndex);
  if (outcome === "overtaken" || outcome === "unchanged") {
    if (known !== undefined && record.updatedAt > known.sourceUpdatedAt) {
      await tx
        .update(elsewhereListings)
        .set({ sourceUpdatedAt: record.updatedAt })
        .where(eq(elsewhereListings.entryId, known.entryId));
    }
    return outcome;
  }
  const entryId = known?.entryId ?? randomUUID();
  const version = (known?.version ?? 0) + 1;
  const row = { ...values, entryId, version, listId, recordIndex, firstReceivedAt: origin.now };
  await tx
    .insert(elsewhereListings)
    .values(row)
    .onConflictDoUpdate({ target: elsewhereListings.entryId, set: { ...values, version } });
  const isNews = known !== undefined || values.state === "shown";
  if (isNews) await tellImplementers(tx, { entryId, version, state: values.state }, origin.now);
  return outcome;
}

function judge(
  known: Row | undefined,
  record: ElsewhereListed | ElsewhereWithdrawn,
  contentIndex: string,
): ElsewhereOutcome {
  const isWithdrawal = record.kind === "withdrawn";
  if (known === undefined) return isWithdrawal ? "withdrawn" : "taken";
  if (known.contentIndex === contentIndex) {
    return record.updatedAt < known.sourceUpdatedAt ? "overtaken" : "unchanged";
  }
  const isOlder = record.updatedAt < known.sourceUpdatedAt;
  const isAsOld = record.updatedAt.getTime() === known.sourceUpdatedAt.getTime();
  if (isOlder || (isAsOld && known.state === "withdrawn")) return "overtaken";
  return isWithdrawal ? "withdrawn" : "changed";
}

type Values = Omit<
  typeof elsewhereListings.$inferInsert,
  "entryId" | "version" | "listId" | "recordIndex" | "firstReceivedAt"
>;

function valuesOf(
  encryption: FieldEncryption,
  { cameBy, now }: ElsewhereOrigin,
  record: ElsewhereListed | ElsewhereWithdrawn,
): Values {
  const { updatedAt: sourceUpdatedAt, ...content } = record;
  const contentIndex = encryption.indexOf(`elsewhere-content\n${canonicalize(content) ?? ""}`);
  const common = { sourceUpdatedAt, contentIndex, cameBy, updatedAt: now };
  if (record.kind === "withdrawn") {
    return { ...common, ...NOBODY, state: "withdrawn", removedOn: record.withdrawnOn };
  }
  const { listedOn, shownThrough, authorityName, documentNumber } = record;
  const described = { authorityName, documentNumber, listedOn, shownThrough };
  if (shownThrough !== null && shownThrough < dayOf(now)) {
    return { ...common, ...NOBODY, ...described, state: "ended", removedOn: shownThrough };
  }
  return {
    ...common,
    ...described,
    ...partyColumns(encryption, record),
    state: "shown",
    removedOn: null,
  };
}

/** Nothing tells any more who it was. */
const NOBODY = {
  ...{ bodySealed: "", nameIndex: "", identifierIndex: "" },
  ...{ publicName: "", searchName: "", publicIdentifier: "" },
  ...{ authorityName: "", documentNumber: "" },
};

/** What is kept of the party. The public sees firms, and no persons: nothing laid down here lets them be shown. */
function partyColumns(encryption: FieldEncryption, record: ElsewhereListed) {
  const { party } = record;
  const masked = maskParty({ ...party, phone: null, address: null }, STRICT_PROFILE);
  const isShown = party.kind !== "natural-person";
  return {
    bodySealed: encryption.encryptField(canonicalize(record) ?? ""),
    nameIndex: indexOfName(encryption, party.name),
    identifierIndex: indexOfIdentifier(encryption, party.identifier),
    publicName: isShown ? masked.name : "",
    searchName: isShown ? normalizeName(masked.name) : "",
    publicIdentifier: isShown ? masked.identifier : "",
  };
}

async function tellImplementers(
  tx: Transaction,
  { entryId, version, state }: Pick<Row, "entryId" | "version" | "state">,
  now: Date,
): Promise<void> {
  await tx.insert(elsewhereDeliveries).values({
    ...{ entryId, version, state: state === "shown" ? "shown" : "removed" },
    ...{ awaitedSince: now, nextAttemptAt: now },
  });
}

const ENDED_AT_ONCE = 500;

/** Takes off what is past the last day that its source named (到期停止展示); answers with how many. */
export async function endPastListings(
  tx: Transaction,
  now: Date,
  today: CalendarDay,
): Promise<number> {
  const past = await tx
    .select()
    .from(elsewhereListings)
    .where(and(eq(elsewhereListings.state, "shown"), lt(elsewhereListings.shownThrough, today)))
    .limit(ENDED_AT_ONCE)
    .for("update", { skipLocked: true });
  for (const { entryId, version, shownThrough, authorityName, documentNumber } of past) {
    await tx
      .update(elsewhereListings)
      .set({
        ...{ ...NOBODY, authorityName, documentNumber },
        ...{ state: "ended", removedOn: shownThrough, version: version + 1, updatedAt: now },
      })
      .where(eq(elsewhereListings.entryId, entryId));
    await tellImplementers(tx, { entryId, version: version + 1, state: "ended" }, now);
  }
  return past.length;
}

/** Has implementers told of entries once more, as new versions: what they are to be told has changed without a word of the source. */
export async function tellAnew(
  tx: Transaction,
  which: "persons" | readonly string[],
  listId: string,
  now: Date,
): Promise<number> {
  const chosen =
    which === "persons" ? sql`public_name = ''` : inArray(elsewhereListings.entryId, [...which]);
  const rows = await tx
    .update(elsewhereListings)
    .set({ version: sql`${elsewhereListings.version} + 1`, updatedAt: now })
    .where(and(eq(elsewhereListings.listId, listId), eq(elsewhereListings.state, "shown"), chosen))
    .returning({ entryId: elsewhereListings.entryId, version: elsewhereListings.version });
  for (const row of rows) await tellImplementers(tx, { ...row, state: "shown" }, now);
  return rows.length;
}
