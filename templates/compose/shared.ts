import { findOnlineChannel } from "../../domain/authorities/authority.ts";
import type { ChosenMeasure, ProportionalityTest } from "../../domain/case-file/content.ts";
import {
  findEarlyRemovalDays,
  findGoverningRemovalDay,
} from "../../domain/case-file/early-removal.ts";
import { findPaper, type CaseFile } from "../../domain/case-file/state.ts";
import type { CalendarDay } from "../../domain/deadlines/calendar-day.ts";
import { printDay } from "../../domain/deadlines/calendar-day.ts";
import type { TermUnit } from "../../domain/deadlines/compute.ts";
import { printLength } from "../../domain/deadlines/explain.ts";
import { TERMS, type TermId } from "../../domain/deadlines/terms.ts";
import { BASIS_DOCUMENT_TITLES, GRAVITY_TITLES, PARTY_ROLE_TITLES } from "../../domain/glossary.ts";
import { printCitation, type Citation } from "../../domain/law/citation.ts";
import { cite } from "../../domain/law/instruments.ts";
import { paperTitle, type PaperKind } from "../../domain/papers.ts";
import { findChannels, mayBeShown } from "../../domain/publication/find-channels.ts";
import { POINTS } from "../../domain/publication/points/index.ts";
import type { Audience } from "../../domain/publication/points/point.ts";
import type { LiftedMeasureData } from "../papers/removal-decision/data.ts";
import type {
  AddressedPaperData,
  ContactData,
  LabelledText,
  MeasureData,
  PaperReference,
  RemediesData,
} from "../papers/paper-data.ts";
import { withStop } from "../wording/fill.ts";
import type { PaperSubject } from "./subject.ts";

/** Who says that repair costs nothing (修复不收费). */
export const FREE_OF_CHARGE = printCitation(cite("wuzhou", "（十三）"));

/** Number, addressee, organ and day: what every paper carries. */
export function composeCommon(subject: PaperSubject): AddressedPaperData {
  const { party, authority } = subject;
  const isPerson = party.kind === "natural-person";
  return {
    number: subject.number,
    caseNumber: subject.file.caseNumber,
    authorityName: authority.name,
    sealName: authority.name,
    addresseeName: party.name,
    addresseeIdentifierLabel: isPerson ? "居民身份证号码" : "统一社会信用代码",
    addresseeIdentifier: party.identifier,
    issuedOn: subject.issuedOn,
    checkUrl: subject.checkUrl,
    specimen: subject.specimen,
    you: isPerson ? "你" : "你单位",
  };
}

/** Address, telephone and role of the party, as far as they are known. */
export function composePartyDetails(subject: PaperSubject): readonly LabelledText[] {
  const { party, file } = subject;
  const lines = [
    { label: "列入身份", text: PARTY_ROLE_TITLES[file.partyRole] },
    { label: party.kind === "natural-person" ? "住址" : "住所", text: party.address ?? "" },
    { label: "联系电话", text: party.phone ?? "" },
  ];
  return lines.filter((line) => line.text !== "");
}

/** The office to which a party turns. */
export function composeContact(subject: PaperSubject): ContactData {
  const { name, contactAddress, contactPhone } = subject.authority;
  return { unit: name, address: contactAddress, phone: contactPhone };
}

/** Documents on which the finding rests, with number, organ and day. */
export function composeBasisDocuments(file: CaseFile): readonly string[] {
  return file.basisDocuments.map((document) => {
    const served = document.servedOn === null ? "" : `，${printDay(document.servedOn)}送达`;
    const limit =
      document.complianceEndsOn === null
        ? ""
        : `，履行期限至${printDay(document.complianceEndsOn)}`;
    const title = BASIS_DOCUMENT_TITLES[document.kind];
    return `${document.issuingOrgan}《${title}》（${document.number}，${printDay(document.issuedOn)}作出${served}${limit}）`;
  });
}

/** The facts, criterion by criterion. */
export function composeFacts(subject: PaperSubject): readonly string[] {
  return (subject.file.grounds?.criteria ?? []).map((each) => {
    const criterion = subject.pack.criteria.find((known) => known.id === each.criterionId);
    return criterion === undefined
      ? each.facts
      : `${each.facts}（对应认定标准：${criterion.title}）`;
  });
}

/** Titles of the evidence named in the grounds, each once. */
export function composeEvidence(file: CaseFile): readonly string[] {
  const named = new Set((file.grounds?.criteria ?? []).flatMap((each) => each.evidenceIds));
  const basis = new Set(file.basisDocuments.map((document) => document.evidenceId));
  return file.evidence
    .filter((each) => named.has(each.evidenceId) || basis.has(each.evidenceId))
    .map((each) => each.title);
}

/** The texts that the listing rests on. */
export function composeLegalBasis(subject: PaperSubject): readonly string[] {
  return subject.pack.legalBasis.map((basis) => printCitation(basis.citation));
}

/** Measures with the article cited and who applies them. */
export function composeMeasures(
  measures: readonly ChosenMeasure[],
  subject: PaperSubject,
): readonly MeasureData[] {
  return measures.map((measure) => {
    const row = findRow(measure, subject);
    return {
      name: row.title,
      basis: printArticle(row, measure.article),
      implementer: row.implementers.map((each) => each.name).join("、"),
      term: row.termText === "" ? null : row.termText,
    };
  });
}

/** Why the measures fit the breach: the recorded test of each in words, once for those that were judged alike. */
export function composeProportionality(
  measures: readonly ChosenMeasure[],
  subject: PaperSubject,
): string {
  const tests = measures.map((measure) => printTest(measure.proportionality));
  const different = [...new Set(tests)];
  if (different.length <= 1) return different[0] ?? "";
  return different
    .map((test) => {
      const alike = measures.filter((_, place) => tests[place] === test);
      const names = alike.map((measure) => `“${findRow(measure, subject).title}”`).join("、");
      return withStop(`${names}，${test}`, "。");
    })
    .join("");
}

function printTest({ gravity, link, milderAlternative }: ProportionalityTest): string {
  return `失信程度为${GRAVITY_TITLES[gravity]}；所涉措施与失信行为的关联：${withStop(link, "；")}较轻措施的考量：${milderAlternative}`;
}

/** Measures that end with the listing, and who lifts them. */
export function composeLiftedMeasures(subject: PaperSubject): readonly LiftedMeasureData[] {
  const measures = subject.file.proposal?.measures ?? [];
  return composeMeasures(measures, subject).map(({ name, implementer }) => ({ name, implementer }));
}

/** Organs by name, terms in words; counted from receipt while the paper is not served. */
export function composeRemedies(subject: PaperSubject): RemediesData {
  return {
    reconsiderationOrgan: subject.authority.reconsiderationOrgan,
    reconsiderationTerm: printTerm("reconsideration"),
    reconsiderationBasis: printCitations(TERMS.reconsideration.citations),
    // Wherever the authority has such a channel: the paper may be served online (行政复议法 22).
    reconsiderationOnlineChannel: findOnlineChannel(subject.authority),
    court: subject.authority.court,
    litigationTerm: printTerm("litigation"),
    litigationBasis: printCitations(TERMS.litigation.citations),
  };
}

/** A term of the table in words: 六十日. */
export function printTerm(termId: TermId): string {
  const term = TERMS[termId];
  if (term.length === "pack") throw new Error(`the length of ${termId} is for the pack to say`);
  return printLength(term.length, term.unit);
}

/** A value of the pack in words; a fault where it is missing, for such a pack is never activated. */
export function printPackTerm(value: { length: number; unit: TermUnit } | null): string {
  if (value === null) throw new Error("the pack holds no value for a term that a paper names");
  return printLength(value.length, value.unit);
}

/** Several citations in one line. */
export function printCitations(citations: readonly Citation[]): string {
  return citations.map(printCitation).join("、");
}

/** An earlier paper of the same case; a fault where there is none. */
export function referTo(file: CaseFile, kind: PaperKind): PaperReference {
  const paper = findPaper(file, kind);
  if (paper?.number === undefined || paper.number === null) {
    throw new Error(`the case holds no ${kind} to refer to`);
  }
  return { title: paperTitle(kind), number: paper.number, issuedOn: paper.issuedOn };
}

/** Where everybody sees a listing (公示渠道), and with whom it is shared besides (共享对象). */
export interface Reach {
  /** Empty for a party that the public may not see. */
  readonly shown: readonly string[];
  readonly sharedWith: readonly string[];
}

export function composeReach(subject: PaperSubject): Reach {
  const { file, pack } = subject;
  return {
    shown: mayBeShown(file, pack) ? composeShownChannels(subject) : [],
    sharedWith: titlesOfChannels(subject, (audience) => audience !== "public"),
  };
}

/** The same in words that follow 名单信息: 在……公示，并向……共享. */
export function printReach(subject: PaperSubject): string {
  const { shown, sharedWith } = composeReach(subject);
  const receivers = sharedWith.join("、");
  if (shown.length === 0) return `仅向${receivers}共享，不向社会公示`;
  const display = `在${shown.join("、")}公示`;
  return sharedWith.length === 0 ? display : `${display}，并向${receivers}共享`;
}

/** Every place that shows a listing or has shown it: also one that took it down when its party withdrew a consent. */
export function composeShownChannels(subject: PaperSubject): readonly string[] {
  return titlesOfChannels(subject, (audience) => audience === "public");
}

function titlesOfChannels(
  { file, pack, authority }: PaperSubject,
  isMeant: (audience: Audience) => boolean,
): readonly string[] {
  return findChannels(file, pack, authority)
    .map((channel) => POINTS[channel])
    .filter(({ audience }) => isMeant(audience))
    .map(({ title }) => title);
}

/** The first day on which repair may be asked for, and the sources: the governing one, or the later while they conflict. */
export function composeRepairFrom(
  subject: PaperSubject,
): { day: CalendarDay; basis: string } | null {
  const governing = findGoverningRemovalDay(subject.file, subject);
  const known = findEarlyRemovalDays(subject.file, subject).filter((each) => each.from !== null);
  const latest = known.reduce<(typeof known)[number] | undefined>(
    (last, each) => ((last?.from ?? "") < (each.from ?? "") ? each : last),
    undefined,
  );
  const chosen = governing?.from != null ? governing : latest;
  if (chosen?.from == null) return null;
  return { day: chosen.from, basis: printCitations(chosen.source.citations) };
}

/** The article as cited, with its instrument, which the row knows. */
function printArticle(row: ReturnType<typeof findRow>, article: string): string {
  const citation = row.citations.find((each) => each.article === article);
  return citation === undefined ? article : printCitation(citation);
}

function findRow(measure: ChosenMeasure, subject: PaperSubject) {
  const row = subject.catalog.find(
    (each) => each.id === measure.rowId && each.edition === measure.edition,
  );
  if (row === undefined) throw new Error(`the catalog holds no row ${measure.rowId}`);
  return row;
}
