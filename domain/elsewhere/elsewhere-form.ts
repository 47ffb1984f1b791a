import type { CalendarDay } from "../deadlines/calendar-day.ts";
import { printCitation } from "../law/citation.ts";
import { maskParty, type MaskingProfile } from "../masking/profiles.ts";
import { isUsable, reaches, type MeasureRow } from "../measures/catalog.ts";
import type { RecordedMeasure } from "../publication/listing-record.ts";
import type { ElsewhereListed } from "./read-elsewhere-record.ts";
import type { FedList } from "./elsewhere-columns.ts";

/** What those who carry measures out are told of a party that others listed (告知措施实施单位的内容). */
export type ElsewhereForm = ElsewhereShownForm | ElsewhereRemovedForm;

interface FormHead {
  readonly schema: "mingdan.elsewhere/1";
  readonly entryId: string;
  readonly version: number;
  readonly listId: string;
  readonly listName: string;
  /** Who decided; nothing of it was decided here. */
  readonly decidedBy: string;
}

export interface ElsewhereShownForm extends FormHead {
  readonly state: "shown";
  readonly authorityName: string;
  readonly documentNumber: string;
  readonly listedOn: CalendarDay;
  readonly shownThrough: CalendarDay | null;
  readonly party: Pick<ElsewhereListed["party"], "kind" | "name" | "identifier">;
  readonly measures: readonly RecordedMeasure[];
}

/** Enough to lift every measure, and nothing more. */
export interface ElsewhereRemovedForm extends FormHead {
  readonly state: "removed";
  readonly removal: {
    readonly cause: "withdrawn" | "expiry";
    readonly removedOn: CalendarDay;
  };
}

/** An entry as it is kept, opened. */
export interface OpenedEntry {
  readonly entryId: string;
  readonly version: number;
  readonly list: FedList;
}

/** The law by which implementers are told, as it stands on a day. */
export interface TellingLaw {
  readonly catalog: readonly MeasureRow[];
  readonly profile: MaskingProfile;
  readonly today: CalendarDay;
}

/** Makes what implementers are told while the party is on the list: the measures are the rows of the catalog that reach it, and no others. */
export function makeElsewhereForm(
  { entryId, version, list }: OpenedEntry,
  record: ElsewhereListed,
  { catalog, profile, today }: TellingLaw,
): ElsewhereShownForm {
  const { listId, listName, decidedBy } = list;
  const { authorityName, documentNumber, listedOn, shownThrough } = record;
  const { kind, name, identifier } = maskParty(
    { ...record.party, phone: null, address: null },
    profile,
  );
  return {
    ...{ schema: "mingdan.elsewhere/1", entryId, version, listId, listName, decidedBy },
    ...{ state: "shown", authorityName, documentNumber, listedOn, shownThrough },
    party: { kind, name, identifier },
    measures: findMeasures(catalog, record, listId, today),
  };
}

/** Makes what implementers are told once the party is off the list. */
export function makeElsewhereRemoval(
  { entryId, version, list }: OpenedEntry,
  removal: ElsewhereRemovedForm["removal"],
): ElsewhereRemovedForm {
  const { listId, listName, decidedBy } = list;
  const head = { schema: "mingdan.elsewhere/1", entryId, version, listId, listName, decidedBy };
  return { ...head, schema: "mingdan.elsewhere/1", state: "removed", removal };
}

/** Of a row that stands in several editions, the newest that is in force today counts. */
function findMeasures(
  catalog: readonly MeasureRow[],
  { party }: ElsewhereListed,
  listId: FedList["listId"],
  today: CalendarDay,
): readonly RecordedMeasure[] {
  const rows = catalog
    .filter((row) => row.lists.includes(listId) && isUsable(row, today))
    .filter((row) => reaches(row, party.kind, "subject"));
  return rows
    .filter((row) => !rows.some((each) => each.id === row.id && each.inForceFrom > row.inForceFrom))
    .map((row) => ({
      rowId: row.id,
      title: row.title,
      article: row.citations.map((citation) => printCitation(citation)).join("；"),
      implementers: row.implementers.map((each) => each.name),
      term: row.termText,
    }));
}
