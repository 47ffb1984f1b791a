import type { CalendarDay } from "../deadlines/calendar-day.ts";
import type { ListId } from "../packs/law-pack.ts";
import type { PaperKind } from "../papers.ts";
import type { PartyKind, PartyRole } from "../parties/party.ts";
import type { ChannelId } from "../publication/channels.ts";
import type {
  BasisDocument,
  ChosenMeasure,
  DefenseStatement,
  DefenseWaiver,
  Deliberation,
  Evidence,
  Grounds,
  PointAnswer,
  ProposedDecision,
  ServiceAttempt,
  ServiceRecord,
} from "./content.ts";
import type { CaseDeadline, IssuedPaper } from "./events.ts";
import type { HarmItem } from "./harm.ts";
import type { Hearing } from "./hearing.ts";
import { findConcededObjection, type RecordObjection } from "./objection.ts";
import type { LostMeasure } from "./reexamine-measures.ts";
import { findAnnullingRuling, type Remedy } from "./remedy.ts";
import type { Restoration } from "./restoration.ts";
import type { Stage } from "./stages.ts";

/** A basis document with what became of it: an annulled one can carry no listing (R36). */
export type HeldBasisDocument = BasisDocument & { readonly annulledOn: CalendarDay | null };

/** A paper with the hashes of its rendered file, once made. */
export type HeldPaper = IssuedPaper & {
  readonly fileHash: string | null;
  readonly renderHash: string | null;
};

/** A deadline with what became of it. */
export type HeldDeadline = CaseDeadline & {
  readonly status: "open" | "paused" | "met" | "met-late" | "passed" | "missed" | "lifted";
  /** Present where it was extended (延长): by whom and why, the event says. */
  readonly extended?: true;
  /** Present while it rests (中止): the day from which it is not counted. */
  readonly pausedOn?: CalendarDay;
};

/** An application for credit repair (信用修复申请) and where it stands. */
export interface RepairApplication {
  readonly applicationId: string;
  readonly filedOn: CalendarDay;
  readonly statement: string;
  readonly pledge: Evidence;
  readonly evidence: readonly Evidence[];
  readonly status: "filed" | "accepted" | "refused" | "granted" | "revoked";
  readonly acceptedOn: CalendarDay | null;
  readonly reasons: string;
  readonly mayAskFrom: CalendarDay | null;
}

/** Service by public notice under way (公告送达): deemed served when its period has ended. */
export interface RunningServiceNotice {
  readonly publishedOn: CalendarDay;
  readonly place: string;
  readonly paperIds: readonly string[];
  readonly evidenceId: string;
}

/** What a legal reviewer found (法制审核意见), each time a draft was handed in. */
export interface LegalReview {
  readonly subject: "notice" | "decision";
  readonly outcome: "approved" | "returned" | "refused";
  readonly opinion: string;
  readonly reviewedOn: CalendarDay;
}

/** A notice that was withdrawn, and what it had told. */
export interface WithdrawnNotice {
  readonly paperId: string;
  readonly reasons: string;
  readonly basisDocuments: readonly HeldBasisDocument[];
  readonly grounds: Grounds | null;
  readonly measures: readonly ChosenMeasure[];
}

/** A person's consent to being shown to the public (同意公示), through its last day. */
export interface DisplayConsent {
  readonly consentedOn: CalendarDay;
  readonly endsOn: CalendarDay;
}

/** How the procedure ended, or `null` while it runs. */
export type Outcome = "listed" | "not-listed" | "withdrawn" | null;

/**
 * One case file (案卷): one party, one list, from proposal to removal.
 *
 * It is what the recorded events amount to; nothing in it is known from elsewhere. Names and identifiers of people are not in it:
 * they lie encrypted beside it, under `partyId`.
 */
export interface CaseFile {
  readonly caseId: string;
  readonly matterId: string;
  readonly caseNumber: string;
  readonly listId: ListId;
  readonly packVersion: string;
  readonly catalogEdition: string;
  readonly authorityId: string;
  readonly partyId: string;
  readonly partyKind: PartyKind;
  readonly partyRole: PartyRole;
  readonly openedOn: CalendarDay;
  readonly officerId: string;
  /** Reasons with which somebody asked that the officer withdraw (申请回避); null while nothing is to be decided. */
  readonly officerObjection: string | null;
  /** Accounts that may not handle this case any more, because an objection to them was upheld. */
  readonly barredOfficers: readonly string[];
  readonly stage: Stage;
  /** Number of events that the state stands on. */
  readonly version: number;
  /** Accounts that worked on the case (经办过本案的人员), who may not review or sign it (R26). */
  readonly contributors: readonly string[];
  readonly reviewers: readonly string[];
  readonly legalReviews: readonly LegalReview[];
  readonly basisDocuments: readonly HeldBasisDocument[];
  readonly evidence: readonly Evidence[];
  readonly grounds: Grounds | null;
  readonly measures: readonly ChosenMeasure[];
  /** Reasons with which a reviewer or the head last returned the draft; empty once it is handed in again. */
  readonly returnReasons: string;
  /** Hash of the draft that a legal reviewer refused last (审核不同意); absent where none was. */
  readonly refusedDraft?: string;
  /** The notice that was withdrawn last, to be given anew (撤回后重新告知); absent where none was. */
  readonly withdrawnNotice?: WithdrawnNotice;
  readonly papers: readonly HeldPaper[];
  readonly attempts: readonly ServiceAttempt[];
  readonly electronicServiceAgreedOn: CalendarDay | null;
  /** Through which day it was agreed to; absent in records from before consents had an end. */
  readonly electronicServiceEndsOn?: CalendarDay | null;
  /** The newest confirmation of an address for service (送达地址确认); the address lies encrypted beside the case. */
  readonly serviceAddress: {
    readonly addressId: string;
    readonly confirmedOn: CalendarDay;
    readonly electronic: boolean;
    /** Whether it was signed on paper, and not confirmed on the party's own page. */
    readonly onPaper: boolean;
  } | null;
  readonly serviceNotice: RunningServiceNotice | null;
  readonly services: readonly ServiceRecord[];
  readonly statements: readonly DefenseStatement[];
  readonly waiver: DefenseWaiver | null;
  readonly defenseEnded: "expired" | "waived" | "final" | null;
  readonly hearing: Hearing;
  readonly answers: readonly PointAnswer[];
  readonly proposal: (ProposedDecision & { readonly draftHash: string }) | null;
  readonly upperConsent: { readonly organ: string; readonly number: string } | null;
  /** Whether those in charge must decide together on the draft, and how they did; absent where nobody asked for it. */
  readonly deliberation?: { readonly needed: boolean; readonly record: Deliberation | null };
  readonly decision: {
    readonly outcome: "list" | "not-list";
    readonly signedOn: CalendarDay;
    readonly signedBy: string;
  } | null;
  readonly fulfilment: { readonly fulfilledOn: CalendarDay; readonly remark: string } | null;
  readonly conflictChoice: {
    readonly sourceId: string;
    readonly reasons: string;
    readonly chosenOn: CalendarDay;
    readonly chosenBy: string;
  } | null;
  readonly repairs: readonly RepairApplication[];
  readonly remedies: readonly Remedy[];
  readonly objections: readonly RecordObjection[];
  readonly deadlines: readonly HeldDeadline[];
  /** A person's consent, in force, to being shown to the public (同意向社会公示); absent where there is none. */
  readonly displayConsent?: DisplayConsent | null;
  readonly publicationStartedOn: CalendarDay | null;
  /** Rises with every change of what the channels must show; 0 before publication. */
  readonly publicationVersion: number;
  readonly publicationState: "none" | "shown" | "suspended" | "removed";
  readonly receipts: Readonly<Partial<Record<ChannelId, { version: number; receiptId: string }>>>;
  readonly outcome: Outcome;
  readonly withdrawal: { readonly reasons: string; readonly because: string } | null;
  /** The court's approval of a reorganization, for as long as it keeps the listing out of sight. */
  readonly reorganization: { readonly number: string; readonly ruledOn: CalendarDay } | null;
  readonly removal: {
    readonly by: "expiry" | "repair" | "annulment";
    readonly removedOn: CalendarDay;
    readonly reasons: string;
  } | null;
  /** The newest attempt to restore a listing whose removal was got by falsehood; null while there was none. */
  readonly restoration: Restoration | null;
  /** What a wrong listing has left behind; empty unless it was annulled after it had been shown. */
  readonly harmItems: readonly HarmItem[];
  /** The authority's word to the party whose listing was wrong; empty before. */
  readonly harmStatement: string;
  readonly closedOn: CalendarDay | null;
  /** Measures whose rows a new edition of the catalog does not hold; absent where none did. */
  readonly lostMeasures?: readonly LostMeasure[];
}

/** The newest paper of a kind, or undefined: a case can hold several notices after a return. */
export function findPaper(file: CaseFile, kind: PaperKind): HeldPaper | undefined {
  return file.papers.filter((paper) => paper.kind === kind).at(-1);
}

/** The service that reached the party with a given paper, or undefined while it is unproven. */
export function findService(
  file: CaseFile,
  paperId: string | undefined,
): ServiceRecord | undefined {
  return file.services.find(
    (service) => paperId !== undefined && service.paperIds.includes(paperId),
  );
}

/** The service of the prior notice (告知书的送达), from which the defense clock counts. */
export function findNoticeService(file: CaseFile): ServiceRecord | undefined {
  return findService(file, findPaper(file, "prior-notice")?.paperId);
}

/** Open deadlines of a term, oldest first. */
export function findOpenDeadline(file: CaseFile, termId: string): HeldDeadline | undefined {
  return file.deadlines.find((each) => each.termId === termId && each.status === "open");
}

/** Whether a clock still has an end to come: it runs, or rests. */
export function isUnderWay({ status }: HeldDeadline): boolean {
  return status === "open" || status === "paused";
}

/** The repair application that still waits for an answer, if any. */
export function findOpenRepair(file: CaseFile): RepairApplication | undefined {
  return file.repairs.find((each) => each.status === "filed" || each.status === "accepted");
}

/** Points of all defense statements that have no answer yet (R19). */
export function findUnansweredPoints(file: CaseFile): readonly string[] {
  const answered = new Set(file.answers.map((answer) => answer.pointId));
  const points = file.statements.flatMap((statement) => statement.points);
  return points.map((point) => point.pointId).filter((pointId) => !answered.has(pointId));
}

/** Whether a basis document was annulled, changed or revoked (依据被撤销). */
export function hasAnnulledBasis(file: CaseFile): boolean {
  return file.basisDocuments.some((document) => document.annulledOn !== null);
}

/** Whether a ruling or the answer to an objection found the listing wrong (列入被认定有误). */
export function wasFoundWrong(file: CaseFile): boolean {
  return (
    findAnnullingRuling(file.remedies) !== undefined ||
    findConcededObjection(file.objections) !== undefined
  );
}

/** Whether the listing may not stand any more (列入应当撤销): its basis fell away, or it was found wrong. */
export function mustBeAnnulled(file: CaseFile): boolean {
  return hasAnnulledBasis(file) || wasFoundWrong(file);
}

/** The papers that must reach the party in the present stage of service, all in one act (两书同达, R24). */
export function findPapersToServe(file: CaseFile): readonly HeldPaper[] {
  return kindsToServe(file)
    .map((kind) => findPaper(file, kind))
    .filter((paper) => paper !== undefined);
}

function kindsToServe(file: CaseFile): readonly PaperKind[] {
  if (file.stage === "notice-service") return ["prior-notice"];
  if (file.stage === "hearing") return findHearingNoticeToServe(file);
  if (file.stage === "restoration") return findRestorationPaperToServe(file);
  if (file.stage !== "decision-service") return [];
  if (file.outcome === "withdrawn") return ["withdrawal-notice"];
  return file.decision?.outcome === "list"
    ? ["listing-decision", "repair-notice"]
    : ["decision-not-to-list"];
}

/** Every date of a hearing is told by a notice of its own; one that was served waits no more. */
function findHearingNoticeToServe(file: CaseFile): readonly PaperKind[] {
  const notice = findPaper(file, "hearing-notice");
  const waits = file.hearing.schedule !== null && findService(file, notice?.paperId) === undefined;
  return waits ? ["hearing-notice"] : [];
}

/** First the notice of what is intended, until it is served; later the decision. */
function findRestorationPaperToServe(file: CaseFile): readonly PaperKind[] {
  if (file.restoration?.decidedOn != null) return ["restoration-decision"];
  const notice = findPaper(file, "restoration-notice");
  return findService(file, notice?.paperId) === undefined ? ["restoration-notice"] : [];
}
