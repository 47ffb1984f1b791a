import { findOpenObjections } from "../case-file/objection.ts";
import { findPaper, type CaseFile } from "../case-file/state.ts";
import type { Authority } from "../authorities/authority.ts";
import type { CalendarDay } from "../deadlines/calendar-day.ts";
import { BASIS_DOCUMENT_TITLES } from "../glossary.ts";
import { printCitation } from "../law/citation.ts";
import { maskParty, profileFor, type PartyData, type SharingBasis } from "../masking/profiles.ts";
import type { MeasureRow } from "../measures/catalog.ts";
import type { LawPack } from "../packs/law-pack.ts";
import type { PartyRole } from "../parties/party.ts";
import type { ChannelId } from "./channels.ts";
import { audienceOf } from "./find-channels.ts";
import { POINTS } from "./points/index.ts";
import type { ConnectionPoint, WithheldPart } from "./points/point.ts";

/** A measure as the record carries it (失信惩戒措施). */
export interface RecordedMeasure {
  readonly rowId: string;
  readonly title: string;
  readonly article: string;
  readonly implementers: readonly string[];
  readonly term: string;
}

/**
 * One version of a listing as every channel is to show it (名单信息规范记录). Complete and in clear: what a channel gets is made from it by
 * `makeChannelForm`, never by hand.
 */
export interface ListingRecord {
  readonly schema: "mingdan.listing/1";
  readonly entryId: string;
  readonly version: number;
  readonly state: "shown" | "suspended" | "removed";
  /** Whom it is shown to (公示范围); absent in records from before a consent could end, which went only where they might. */
  readonly shownTo?: "public" | "implementers";
  readonly listId: string;
  readonly listName: string;
  readonly authorityName: string;
  readonly decisionNumber: string;
  readonly decidedOn: CalendarDay;
  readonly listedThrough: CalendarDay;
  readonly party: PartyData & { readonly role: PartyRole };
  readonly grounds: string;
  readonly legalBasis: readonly string[];
  readonly basisDocuments: readonly string[];
  readonly measures: readonly RecordedMeasure[];
  readonly removalConditions: string;
  readonly removalProcedure: string;
  readonly reconsiderationOrgan: string;
  readonly court: string;
  readonly removal: { readonly cause: string; readonly removedOn: CalendarDay } | null;
  /** Since when somebody objects to what is shown (异议标注); null while nobody does. */
  readonly disputedSince: CalendarDay | null;
  /** The decisions that put the record right (更正决定), oldest first. */
  readonly corrections: readonly { readonly number: string; readonly correctedOn: CalendarDay }[];
}

/** What the record is made from. */
export interface RecordSource {
  readonly file: CaseFile;
  readonly pack: LawPack;
  readonly authority: Authority;
  readonly catalog: readonly MeasureRow[];
  readonly party: PartyData;
}

/** Makes the newest record of a listing; a case whose party was never listed has none, and asking for it is a fault. */
export function makeListingRecord(source: RecordSource): ListingRecord {
  const { file, pack, authority } = source;
  const decision = findPaper(file, "listing-decision");
  const end = file.deadlines.find((each) => each.termId === "listing-end");
  if (decision === undefined || end === undefined || file.publicationState === "none") {
    throw new Error("this case has nothing to publish");
  }
  return {
    schema: "mingdan.listing/1",
    entryId: file.caseId,
    version: file.publicationVersion,
    state: file.publicationState,
    shownTo: audienceOf(file, pack),
    listId: file.listId,
    listName: pack.listName,
    authorityName: authority.name,
    decisionNumber: decision.number ?? "",
    decidedOn: decision.issuedOn,
    listedThrough: end.endsOn,
    party: { ...source.party, role: file.partyRole },
    grounds: file.grounds?.reasons ?? "",
    legalBasis: pack.legalBasis.map((basis) => printCitation(basis.citation)),
    basisDocuments: file.basisDocuments.map(
      (each) => `${BASIS_DOCUMENT_TITLES[each.kind]}（${each.number}）`,
    ),
    measures: recordMeasures(source),
    removalConditions: file.proposal?.removalConditions ?? "",
    removalProcedure: file.proposal?.removalProcedure ?? "",
    reconsiderationOrgan: authority.reconsiderationOrgan,
    court: authority.court,
    removal:
      file.removal === null ? null : { cause: file.removal.by, removedOn: file.removal.removedOn },
    disputedSince: findOpenObjections(file.objections)[0]?.filedOn ?? null,
    corrections: file.papers
      .filter((paper) => paper.kind === "correction-decision")
      .map((paper) => ({ number: paper.number ?? "", correctedOn: paper.issuedOn })),
  };
}

/** What a channel is told once the party is off the list, or out of sight: enough to take it down, and nothing more. */
export type RemovedForm = Pick<
  ListingRecord,
  "schema" | "entryId" | "version" | "state" | "listId" | "listName" | "removal"
>;

/** The form of a record for one channel. */
export type ChannelForm = ListingRecord | RemovedForm;

/**
 * Makes a channel's form of a record (渠道格式): the party masked by the profile of list and channel while it is shown, without the
 * parts that do not go there; no party at all once it is not shown, or no longer shown to the public.
 */
export function makeChannelForm(
  record: ListingRecord,
  listId: CaseFile["listId"],
  channel: ChannelId,
  sharing: SharingBasis = "none",
): ChannelForm {
  const { shownTo, ...shown } = record;
  const point: ConnectionPoint = POINTS[channel];
  const state = stateIn(point, record.state, shownTo);
  if (state !== "shown") {
    const { schema, entryId, version, listName, removal } = record;
    return { schema, entryId, version, state, listId, listName, removal };
  }
  const masked = maskParty(record.party, profileFor(listId, channel, sharing));
  return withhold(
    { ...shown, party: { ...masked, role: record.party.role } },
    point.audience === "financial" ? ["measures", ...point.withheld] : point.withheld,
  );
}

/** What becomes of a listing at a point: a person who is not shown to the public is out of sight everywhere but at the implementers. */
export function stateIn(
  point: ConnectionPoint,
  state: ListingRecord["state"],
  shownTo: ListingRecord["shownTo"],
): ListingRecord["state"] {
  const isHidden = shownTo === "implementers" && point.audience !== "implementers";
  return isHidden && state === "shown" ? "suspended" : state;
}

/**
 * Empties the parts that a point goes without (不提供的内容). Lenders never read what others must do to a party: nobody may make
 * them act on a listing (细则（十）).
 */
function withhold(record: ListingRecord, parts: readonly WithheldPart[]): ListingRecord {
  return parts.reduce<ListingRecord>((each, part) => ({ ...each, ...EMPTIED[part] }), record);
}

const EMPTIED: Readonly<Record<WithheldPart, Partial<ListingRecord>>> = {
  measures: { measures: [] },
  "removal-terms": { removalConditions: "", removalProcedure: "" },
  remedies: { reconsiderationOrgan: "", court: "" },
  "basis-documents": { basisDocuments: [] },
};

function recordMeasures({ file, catalog }: RecordSource): readonly RecordedMeasure[] {
  const chosen = file.proposal?.measures ?? [];
  return chosen.map((measure) => {
    const row = catalog.find(
      (each) => each.id === measure.rowId && each.edition === measure.edition,
    );
    if (row === undefined) throw new Error(`the catalog holds no row ${measure.rowId}`);
    return {
      rowId: row.id,
      title: row.title,
      article: printArticle(row, measure.article),
      implementers: row.implementers.map((each) => each.name),
      term: row.termText,
    };
  });
}

/** The article as cited, with its instrument. */
function printArticle(row: MeasureRow, article: string): string {
  const citation = row.citations.find((each) => each.article === article);
  return citation === undefined ? article : printCitation(citation);
}
