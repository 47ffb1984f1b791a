import { dayOf, parseDay, type CalendarDay } from "../../domain/deadlines/calendar-day.ts";
import { findFedList, type FedList } from "../../domain/elsewhere/elsewhere-columns.ts";
import {
  makeElsewhereForm,
  makeElsewhereRemoval,
  type ElsewhereForm,
} from "../../domain/elsewhere/elsewhere-form.ts";
import type { ElsewhereListed } from "../../domain/elsewhere/read-elsewhere-record.ts";
import type { Citation } from "../../domain/law/citation.ts";
import { profileFor } from "../../domain/masking/profiles.ts";
import type { MeasureRow } from "../../domain/measures/catalog.ts";
import { readCaseClock } from "../../platform/clock.ts";
import type { Transaction } from "../../platform/database.ts";
import type { FieldEncryption } from "../../platform/encryption.ts";
import type { Keys } from "../../platform/keys.ts";
import { readBooksNow, type LawInForce } from "../../records/law-in-force.ts";
import { parcelIdOf } from "../../records/parcels.ts";
import { signForm } from "../../records/sign-form.ts";
import { readSharingBases } from "../../records/sharing-bases.ts";
import type { elsewhereListings } from "../../schema/index.ts";
import type { PushParcel } from "../publication/channels/http-push.ts";

/** What making a parcel of a list that others decide needs. */
export interface ElsewhereParcelDeps {
  readonly encryption: FieldEncryption;
  readonly signing: Keys["signing"];
  readonly law: LawInForce;
}

/** The law by which implementers are told now: the measure catalog in force, and who may be named to them. */
export interface LawOfNow {
  readonly catalog: readonly MeasureRow[];
  readonly sharing: ReadonlyMap<string, Citation>;
  readonly today: CalendarDay;
}

/** Reads the law by which implementers are told now. */
export async function readLawOfNow(law: LawInForce, tx: Transaction): Promise<LawOfNow> {
  const { catalog } = await readBooksNow(law, tx);
  return {
    catalog,
    sharing: await readSharingBases(tx),
    today: dayOf(await readCaseClock(tx)),
  };
}

/** An entry as it is kept. */
export type ElsewhereRow = typeof elsewhereListings.$inferSelect;

/** What implementers are sent of an entry. */
export interface ElsewhereParcel extends PushParcel {
  readonly form: ElsewhereForm;
  /** The body under the index key. */
  readonly contentIndex: string;
}

/** Makes what implementers are sent of an entry by the law of now. The same version always makes the same parcel while the law stands. */
export function makeElsewhereParcel(
  { encryption, signing }: Pick<ElsewhereParcelDeps, "encryption" | "signing">,
  row: ElsewhereRow,
  repairs: number,
  law: LawOfNow,
): ElsewhereParcel {
  const form = makeForm(encryption, row, law);
  const signed = signForm(form, signing);
  const { entryId: caseId, version } = row;
  return {
    parcelId: parcelIdOf("measure-implementers", { caseId, version, repairs }),
    form,
    ...signed,
    contentIndex: encryption.indexOf(`elsewhere-told\n${signed.body}`),
  };
}

function makeForm(encryption: FieldEncryption, row: ElsewhereRow, law: LawOfNow): ElsewhereForm {
  const { entryId, version } = row;
  const list = fedListOf(row);
  const opened = { entryId, version, list };
  if (row.state !== "shown") {
    return makeElsewhereRemoval(opened, {
      cause: row.state === "ended" ? "expiry" : "withdrawn",
      removedOn: parseDay(row.removedOn ?? law.today),
    });
  }
  // Written and sealed by this product.
  const record = JSON.parse(encryption.decryptField(row.bodySealed)) as ElsewhereListed;
  const sharing = law.sharing.has(list.listId) ? "entered" : "none";
  const profile = profileFor(list.listId, "measure-implementers", sharing);
  return makeElsewhereForm(opened, record, { ...law, profile });
}

function fedListOf({ listId }: ElsewhereRow): FedList {
  const list = findFedList(listId);
  if (list === null) throw new Error("nothing of such a list is received here");
  return list;
}
