import { dayOf } from "../deadlines/calendar-day.ts";
import type { CaseDeadline, CaseEvent, CaseEventData } from "./events.ts";
import { evolvePublication } from "./evolve-publication.ts";
import { evolveHarm } from "./evolve-harm.ts";
import { evolveHearing } from "./evolve-hearing.ts";
import { evolveObjections } from "./evolve-objections.ts";
import { evolveRemedies } from "./evolve-remedies.ts";
import { evolveRestoration } from "./evolve-restoration.ts";
import { evolveService } from "./evolve-service.ts";
import { openFile } from "./open-file.ts";
import { NO_HEARING } from "./hearing.ts";
import { evolveHands } from "./evolve-hands.ts";
import type { CaseFile, HeldDeadline, LegalReview } from "./state.ts";

/**
 * What a case amounts to after one more event (状态演进). Pure, and total: every event type has its line.
 *
 * The first event must be `CaseFileOpened`; any other on nothing is a fault in the record.
 */
export function evolve(file: CaseFile | null, event: CaseEvent): CaseFile {
  if (event.type === "CaseFileOpened") return openFile(event);
  if (file === null) throw new Error(`the record of a case starts with ${event.type}`);
  const next = apply(file, event);
  return { ...next, version: file.version + 1, contributors: withContributor(next, event) };
}

/** Folds a whole record into the case that it amounts to. */
export function replay(events: readonly CaseEvent[]): CaseFile | null {
  return events.reduce<CaseFile | null>(evolve, null);
}

/** Whoever acted as an officer worked on the case, be it by taking down a defense or by accepting a repair (R26). */
function withContributor(file: CaseFile, event: CaseEvent): readonly string[] {
  const known = file.contributors.includes(event.by.userId);
  if (known || event.by.role !== "case-officer") return file.contributors;
  return [...file.contributors, event.by.userId];
}

// eslint-disable-next-line max-lines-per-function -- a table: one line per type of event
function apply(file: CaseFile, event: CaseEvent): CaseFile {
  switch (event.type) {
    case "CaseFileOpened":
      return file;
    case "BasisDocumentRecorded":
      return withBasisDocument(file, event.document);
    case "EvidenceAttached":
      return { ...file, evidence: [...file.evidence, event.evidence] };
    case "GroundsStated":
      return { ...file, grounds: event.grounds };
    case "MeasuresChosen":
      return { ...file, measures: event.measures };
    case "NoticeWithdrawn":
      return withoutNotice(file, event);
    case "SubmittedForReview":
      return { ...file, stage: "notice-legal-review", returnReasons: "" };
    case "ReviewApproved":
      return afterApproval(file, event);
    case "ReviewReturned":
      return afterReturn(file, event, "returned");
    case "ReviewRefused":
      return { ...afterReturn(file, event, "refused"), refusedDraft: event.draftDigest };
    case "DecisionProposed":
      return withProposal(file, event);
    case "UpperConsentRecorded":
      return withConsent(file, event);
    case "DeliberationRecorded":
      return withDeliberation(file, event);
    case "ReturnedFromSignOff":
      return { ...file, stage: "verification", returnReasons: event.reasons };
    case "DecisionSigned":
      return {
        ...file,
        stage: "decision-service",
        outcome: event.outcome === "list" ? "listed" : "not-listed",
        decision: {
          outcome: event.outcome,
          signedOn: event.signedOn,
          signedBy: event.by.userId,
        },
      };
    case "CaseWithdrawn":
      return {
        ...file,
        stage: "decision-service",
        outcome: "withdrawn",
        // A public notice under way was for a paper that no longer matters.
        serviceNotice: null,
        withdrawal: { reasons: event.reasons, because: event.because },
      };
    case "CaseClosed":
      return { ...file, stage: "closed", closedOn: event.closedOn };
    case "DeadlineSet":
      return { ...file, deadlines: [...file.deadlines, { ...event.deadline, status: "open" }] };
    case "DeadlineRecounted":
      return withRecounted(file, event.deadline);
    case "DeadlineExtended":
      return withRecounted(file, { ...event.deadline, extended: true });
    case "DeadlinePaused":
      return withPaused(file, event);
    case "DeadlineResumed":
      return withResumed(file, event.deadline);
    case "PackVersionMoved":
      return { ...file, packVersion: event.to };
    case "MeasureLost":
      return { ...file, lostMeasures: [...(file.lostMeasures ?? []), event.measure] };
    case "DeadlineMet":
      return withDeadline(file, event.deadlineId, "met");
    case "DeadlineLifted":
      return withDeadline(file, event.deadlineId, "lifted");
    case "DeadlinePassed":
      return withDeadline(file, event.deadlineId, event.late ? "missed" : "passed");
    case "PaperIssued":
    case "PaperRendered":
    case "ServiceAttempted":
    case "ElectronicServiceAgreed":
    case "ElectronicServiceRevoked":
    case "ServiceAddressConfirmed":
    case "ServiceNoticePublished":
    case "PapersServed":
    case "DefenseStated":
    case "DefenseWaived":
    case "DefensePeriodEnded":
    case "DefenseAnswered":
      return evolveService(file, event);
    case "HearingRequested":
    case "HearingWaived":
    case "HearingScheduled":
    case "PresiderObjected":
    case "PresiderObjectionAnswered":
    case "HearingHeld":
      return evolveHearing(file, event);
    case "ObligationFulfilled":
    case "ConflictingSourceChosen":
    case "RepairRequested":
    case "RepairAccepted":
    case "RepairRefused":
    case "RepairGranted":
    case "BasisAnnulled":
    case "DisplayConsented":
    case "DisplayConsentEnded":
    case "PublicationStarted":
    case "PublicationSuspended":
    case "PublicationShownAgain":
    case "PublicationReceived":
    case "PartyRemoved":
      return evolvePublication(file, event);
    case "RemedyRegistered":
    case "RemedyAnswered":
    case "EnforcementSuspended":
    case "EnforcementResumed":
    case "RemedyDecided":
      return evolveRemedies(file, event);
    case "HarmItemsOpened":
    case "HarmItemSettled":
    case "HarmRepaired":
      return evolveHarm(file, event);
    case "CaseHandedOver":
    case "OfficerObjected":
    case "OfficerObjectionAnswered":
      return evolveHands(file, event);
    case "CaseTakenUpAgain":
    case "RestorationProposed":
    case "RestorationReviewed":
    case "RestorationDecided":
    case "ListingRestored":
    case "ReorganizationApproved":
    case "ReorganizationEnded":
    case "RestorationEnded":
      return evolveRestoration(file, event);
    case "RecordDisputed":
    case "ObjectionVerified":
    case "ObjectionReturned":
    case "ObjectionAnswered":
      return evolveObjections(file, event);
  }
}

function withBasisDocument(
  file: CaseFile,
  document: Extract<CaseEventData, { type: "BasisDocumentRecorded" }>["document"],
): CaseFile {
  const others = file.basisDocuments.filter((each) => each.documentId !== document.documentId);
  return { ...file, basisDocuments: [...others, { ...document, annulledOn: null }] };
}

/** The draft is open again; what the party has said stays, and its window and hearing begin anew with the new notice. */
function withoutNotice(
  file: CaseFile,
  { paperId, reasons }: Extract<CaseEvent, { type: "NoticeWithdrawn" }>,
): CaseFile {
  const { basisDocuments, grounds, measures } = file;
  return {
    ...file,
    stage: "draft",
    returnReasons: reasons,
    withdrawnNotice: { paperId, reasons, basisDocuments, grounds, measures },
    serviceNotice: null,
    defenseEnded: null,
    waiver: null,
    hearing: NO_HEARING,
    proposal: null,
  };
}

function afterApproval(
  file: CaseFile,
  event: Extract<CaseEvent, { type: "ReviewApproved" }>,
): CaseFile {
  const reviewed = {
    ...file,
    reviewers: [...file.reviewers, event.by.userId],
    legalReviews: withReview(file, event, "approved", event.opinion),
  };
  if (event.subject === "notice") return { ...reviewed, stage: "notice-service" };
  const next = {
    ...reviewed,
    stage: event.upperConsentNeeded ? ("upper-consent" as const) : ("sign-off" as const),
  };
  return event.deliberationNeeded === true
    ? { ...next, deliberation: { needed: true, record: null } }
    : next;
}

/** A new draft is another matter: what was deliberated on the old one does not carry it. */
function withProposal(
  file: CaseFile,
  event: Extract<CaseEvent, { type: "DecisionProposed" }>,
): CaseFile {
  const drafted: CaseFile = {
    ...file,
    stage: "decision-legal-review",
    returnReasons: "",
    proposal: { ...event.proposal, draftHash: event.draftHash },
  };
  return file.deliberation === undefined
    ? drafted
    : { ...drafted, deliberation: { needed: false, record: null } };
}

function withDeliberation(
  file: CaseFile,
  { record, evidence }: Extract<CaseEvent, { type: "DeliberationRecorded" }>,
): CaseFile {
  const needed = file.deliberation?.needed ?? false;
  return { ...file, deliberation: { needed, record }, evidence: [...file.evidence, evidence] };
}

function afterReturn(
  file: CaseFile,
  event: Extract<CaseEvent, { type: "ReviewReturned" | "ReviewRefused" }>,
  outcome: LegalReview["outcome"],
): CaseFile {
  return {
    ...file,
    returnReasons: event.reasons,
    legalReviews: withReview(file, event, outcome, event.reasons),
    stage: event.subject === "notice" ? "draft" : "verification",
  };
}

function withReview(
  file: CaseFile,
  event: Extract<CaseEvent, { type: "ReviewApproved" | "ReviewReturned" | "ReviewRefused" }>,
  outcome: LegalReview["outcome"],
  opinion: string,
): readonly LegalReview[] {
  const reviewedOn = dayOf(new Date(event.at));
  return [...file.legalReviews, { subject: event.subject, outcome, opinion, reviewedOn }];
}

function withConsent(
  file: CaseFile,
  event: Extract<CaseEvent, { type: "UpperConsentRecorded" }>,
): CaseFile {
  return {
    ...file,
    stage: "sign-off",
    upperConsent: { organ: event.organ, number: event.number },
    evidence: [...file.evidence, event.evidence],
  };
}

function withDeadline(
  file: CaseFile,
  deadlineId: string,
  status: "met" | "passed" | "missed" | "lifted",
): CaseFile {
  return changeDeadline(file, deadlineId, (each) => {
    const late = status === "met" && each.status === "missed";
    return { ...each, status: late ? "met-late" : status };
  });
}

function withRecounted(
  file: CaseFile,
  deadline: CaseDeadline & Pick<HeldDeadline, "extended">,
): CaseFile {
  return changeDeadline(file, deadline.deadlineId, (each) => ({ ...each, ...deadline }));
}

function withPaused(
  file: CaseFile,
  { deadlineId, pausedOn }: Extract<CaseEvent, { type: "DeadlinePaused" }>,
): CaseFile {
  return changeDeadline(file, deadlineId, (each) => ({ ...each, status: "paused", pausedOn }));
}

/** Runs again: nothing tells any more that it rested but the event. */
function withResumed(file: CaseFile, deadline: CaseDeadline): CaseFile {
  return changeDeadline(file, deadline.deadlineId, ({ extended }) => ({
    ...deadline,
    status: "open",
    ...(extended === undefined ? {} : { extended }),
  }));
}

function changeDeadline(
  file: CaseFile,
  deadlineId: string,
  change: (held: HeldDeadline) => HeldDeadline,
): CaseFile {
  const deadlines = file.deadlines.map((each) =>
    each.deadlineId === deadlineId ? change(each) : each,
  );
  return { ...file, deadlines };
}
