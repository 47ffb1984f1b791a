import type { CountStep } from "../deadlines/compute.ts";
import type { CalendarDay } from "../deadlines/calendar-day.ts";
import type { TermId } from "../deadlines/terms.ts";
import type { ListId } from "../packs/law-pack.ts";
import type { PaperKind } from "../papers.ts";
import type { PartyKind, PartyRole } from "../parties/party.ts";
import type { ActorRef } from "./actor.ts";
import type { AfterListingEventData } from "./after-listing-events.ts";
import type { ChannelId } from "../publication/channels.ts";
import type {
  BasisDocument,
  ChosenMeasure,
  Consent,
  Deliberation,
  DefenseStatement,
  DefenseWaiver,
  Evidence,
  Grounds,
  PointAnswer,
  ProposedDecision,
  ServiceAttempt,
  ServiceRecord,
} from "./content.ts";
import type { HearingRecord, HearingSchedule } from "./hearing.ts";
import type { LostMeasure } from "./reexamine-measures.ts";

/** A computed deadline of this case (期限): the last day, the moment it has run out, and how it was counted. */
export interface CaseDeadline {
  /** Unique in the case: term id and the number of its setting, e.g. `defense-window/1`. */
  readonly deadlineId: string;
  readonly termId: TermId;
  readonly startsOn: CalendarDay;
  readonly endsOn: CalendarDay;
  /** First moment after the last day, as an ISO instant: the deadline is due then. */
  readonly dueAt: string;
  readonly length: number;
  readonly unit: "working-day" | "day" | "month" | "year";
  readonly provisional: boolean;
  readonly calendarVersion: string;
  readonly steps: readonly CountStep[];
}

/** A paper of the case (文书). The recorder gives `number` in the transaction that stores the event. */
export interface IssuedPaper {
  readonly paperId: string;
  readonly kind: PaperKind;
  readonly number: string | null;
  readonly issuedOn: CalendarDay;
  /** The addressee's party id: each person gets papers of their own. */
  readonly partyId: string;
  /** Present where its remedies name the online channel for reconsideration (行政复议法 22). */
  readonly namesOnlineChannel?: true;
}

/** Why a procedure ended without a decision (终止原因). */
export type WithdrawalCause = "authority" | "basis-annulled" | "party-ended" | "transferred";

export type ReviewSubject = "notice" | "decision";

/** What happened in a case (案件事件), in the past tense; append-only. */
export type CaseEventData =
  | {
      readonly type: "CaseFileOpened";
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
    }
  | { readonly type: "BasisDocumentRecorded"; readonly document: BasisDocument }
  | { readonly type: "EvidenceAttached"; readonly evidence: Evidence }
  | { readonly type: "GroundsStated"; readonly grounds: Grounds }
  | { readonly type: "MeasuresChosen"; readonly measures: readonly ChosenMeasure[] }
  | { readonly type: "SubmittedForReview" }
  | {
      readonly type: "ReviewApproved";
      readonly subject: ReviewSubject;
      readonly opinion: string;
      /** Whether the list asks for the consent of the next higher authority before sign-off. */
      readonly upperConsentNeeded: boolean;
      /** Present where the reviewer asks that those in charge decide together. */
      readonly deliberationNeeded?: true;
    }
  | { readonly type: "ReviewReturned"; readonly subject: ReviewSubject; readonly reasons: string }
  | {
      readonly type: "ReviewRefused";
      readonly subject: ReviewSubject;
      readonly reasons: string;
      /** Hash of the draft that was refused: the same is not handed in again. */
      readonly draftDigest: string;
    }
  | { readonly type: "PaperIssued"; readonly paper: IssuedPaper }
  | {
      readonly type: "PaperRendered";
      readonly paperId: string;
      readonly fileHash: string;
      readonly renderHash: string;
    }
  | { readonly type: "NoticeWithdrawn"; readonly paperId: string; readonly reasons: string }
  | { readonly type: "ServiceAttempted"; readonly attempt: ServiceAttempt }
  | {
      readonly type: "ElectronicServiceAgreed";
      readonly agreedOn: CalendarDay;
      /** Absent in records from before consents had an end. */
      readonly consent?: Consent;
      readonly evidence: Evidence;
    }
  | {
      readonly type: "ElectronicServiceRevoked";
      readonly revokedOn: CalendarDay;
      readonly remark: string;
    }
  | {
      readonly type: "ServiceAddressConfirmed";
      readonly addressId: string;
      readonly confirmedOn: CalendarDay;
      readonly electronic: boolean;
      readonly evidence: Evidence | null;
    }
  | {
      readonly type: "ServiceNoticePublished";
      readonly publishedOn: CalendarDay;
      readonly place: string;
      readonly reasons: string;
      readonly evidence: Evidence;
      readonly paperIds: readonly string[];
    }
  | { readonly type: "PapersServed"; readonly service: ServiceRecord }
  | { readonly type: "DefenseStated"; readonly statement: DefenseStatement }
  | { readonly type: "DefenseWaived"; readonly waiver: DefenseWaiver }
  | { readonly type: "DefensePeriodEnded"; readonly reason: "expired" | "waived" | "final" }
  | {
      readonly type: "HearingRequested";
      readonly requestedOn: CalendarDay;
      readonly form: "written" | "oral" | "portal";
      readonly reasons: string;
    }
  | {
      readonly type: "HearingWaived";
      readonly waivedOn: CalendarDay;
      readonly form: "signed-form" | "minutes";
      readonly evidence: Evidence;
    }
  | { readonly type: "HearingScheduled"; readonly schedule: HearingSchedule }
  | { readonly type: "PresiderObjected"; readonly reasons: string }
  | {
      readonly type: "PresiderObjectionAnswered";
      readonly outcome: "granted" | "denied";
      readonly reasons: string;
    }
  | {
      readonly type: "HearingHeld";
      readonly record: HearingRecord;
      readonly evidence: Evidence;
    }
  | { readonly type: "DefenseAnswered"; readonly answers: readonly PointAnswer[] }
  | {
      readonly type: "DecisionProposed";
      readonly proposal: ProposedDecision;
      readonly draftHash: string;
    }
  | {
      readonly type: "UpperConsentRecorded";
      readonly organ: string;
      readonly number: string;
      readonly consentedOn: CalendarDay;
      readonly evidence: Evidence;
    }
  | {
      readonly type: "DeliberationRecorded";
      readonly record: Deliberation;
      readonly evidence: Evidence;
    }
  | { readonly type: "ReturnedFromSignOff"; readonly reasons: string }
  | {
      readonly type: "DecisionSigned";
      readonly outcome: "list" | "not-list";
      readonly signedOn: CalendarDay;
      readonly draftHash: string;
    }
  | {
      readonly type: "ObligationFulfilled";
      readonly fulfilledOn: CalendarDay;
      readonly remark: string;
      readonly evidence: Evidence;
    }
  | {
      readonly type: "ConflictingSourceChosen";
      readonly sourceId: string;
      readonly reasons: string;
      readonly chosenOn: CalendarDay;
    }
  | {
      readonly type: "RepairRequested";
      readonly applicationId: string;
      readonly filedOn: CalendarDay;
      readonly statement: string;
      readonly pledge: Evidence;
      readonly evidence: readonly Evidence[];
    }
  | { readonly type: "RepairAccepted"; readonly applicationId: string; readonly opinion: string }
  | {
      readonly type: "RepairRefused";
      readonly applicationId: string;
      readonly step: "acceptance" | "decision";
      readonly reasons: string;
      /** The first day on which it may be asked again (可再次申请之日); null where no period is the obstacle. */
      readonly mayAskFrom: CalendarDay | null;
    }
  | { readonly type: "RepairGranted"; readonly applicationId: string; readonly reasons: string }
  | AfterListingEventData
  | {
      readonly type: "BasisAnnulled";
      readonly documentId: string;
      readonly organ: string;
      readonly number: string;
      readonly annulledOn: CalendarDay;
      readonly evidence: Evidence;
    }
  | {
      readonly type: "CaseWithdrawn";
      readonly reasons: string;
      readonly because: WithdrawalCause;
    }
  | { readonly type: "CaseHandedOver"; readonly officerId: string; readonly reasons: string }
  | { readonly type: "OfficerObjected"; readonly reasons: string }
  | {
      readonly type: "OfficerObjectionAnswered";
      readonly outcome: "granted" | "denied";
      readonly reasons: string;
      /** The officer whom the objection was about. */
      readonly officerId: string;
    }
  | { readonly type: "PublicationStarted"; readonly startedOn: CalendarDay }
  | {
      readonly type: "PublicationSuspended";
      readonly reason:
        | "basis-annulled"
        | "decision-annulled"
        | "enforcement-suspended"
        | "found-wrong"
        | "reorganization";
    }
  | {
      readonly type: "PublicationShownAgain";
      readonly because:
        | "enforcement-resumed"
        | "decision-changed"
        | "disputed"
        | "objection-answered"
        | "corrected"
        | "reorganization-ended";
    }
  | {
      readonly type: "PublicationReceived";
      readonly channel: ChannelId;
      readonly version: number;
      readonly receiptId: string;
    }
  | {
      readonly type: "PartyRemoved";
      readonly cause: "expiry" | "repair" | "annulment";
      readonly removedOn: CalendarDay;
      readonly reasons: string;
    }
  | { readonly type: "DeadlineSet"; readonly deadline: CaseDeadline }
  | {
      readonly type: "DeadlineExtended";
      readonly deadline: CaseDeadline;
      readonly was: CalendarDay;
      readonly days: number;
      readonly article: string;
      readonly reasons: string;
    }
  | {
      readonly type: "DeadlinePaused";
      readonly deadlineId: string;
      readonly pausedOn: CalendarDay;
      readonly article: string;
      readonly reasons: string;
    }
  | {
      readonly type: "DeadlineResumed";
      readonly deadline: CaseDeadline;
      readonly was: CalendarDay;
      /** How many days, or working days, it rested. */
      readonly rested: number;
      readonly reasons: string;
    }
  | {
      readonly type: "DeadlineRecounted";
      readonly deadline: CaseDeadline;
      readonly was: CalendarDay;
      /** Number of the notice on days off that moved it. */
      readonly because: string;
    }
  | {
      readonly type: "PackVersionMoved";
      readonly from: string;
      readonly to: string;
      readonly reasons: string;
      readonly movedOn: CalendarDay;
    }
  | { readonly type: "MeasureLost"; readonly measure: LostMeasure }
  | { readonly type: "DeadlineMet"; readonly deadlineId: string }
  | { readonly type: "DeadlineLifted"; readonly deadlineId: string }
  | { readonly type: "DeadlinePassed"; readonly deadlineId: string; readonly late: boolean }
  | { readonly type: "CaseClosed"; readonly closedOn: CalendarDay };

/** An event as recorded: when by the case clock, by whom, by which act (command or deadline). */
export type CaseEvent = CaseEventData & {
  readonly at: string;
  readonly by: ActorRef;
  readonly actId: string;
};

export type CaseEventType = CaseEventData["type"];
