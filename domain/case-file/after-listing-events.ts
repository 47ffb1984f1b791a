import type { CalendarDay } from "../deadlines/calendar-day.ts";
import type { BoundedConsent, Evidence } from "./content.ts";
import type { HarmItem } from "./harm.ts";
import type {
  CorrectedContent,
  CorrectedItem,
  DisputedItem,
  ObjectionFinding,
  ObjectionOutcome,
  Objector,
} from "./objection.ts";
import type { RemedyKind, RemedyRuling } from "./remedy.ts";
import type { RestorationEnding } from "./restoration.ts";

/** What happened to a listing that is or was shown: consent to it, remedies, objections to the record, harm undone (列入之后的案件事件). */
export type AfterListingEventData =
  | {
      readonly type: "DisplayConsented";
      readonly consentedOn: CalendarDay;
      readonly consent: BoundedConsent;
      readonly evidence: Evidence | null;
    }
  | {
      readonly type: "DisplayConsentEnded";
      readonly because: "revoked" | "expired";
      readonly remark: string;
    }
  | {
      readonly type: "RemedyRegistered";
      readonly remedyId: string;
      readonly remedy: RemedyKind;
      readonly organ: string;
      readonly number: string;
      readonly receivedOn: CalendarDay;
      readonly evidence: Evidence;
    }
  | {
      readonly type: "RemedyAnswered";
      readonly remedyId: string;
      readonly answeredOn: CalendarDay;
      readonly evidence: Evidence;
    }
  | {
      readonly type: "EnforcementSuspended";
      readonly remedyId: string;
      readonly number: string;
      readonly orderedOn: CalendarDay;
      readonly evidence: Evidence;
    }
  | {
      readonly type: "EnforcementResumed";
      readonly remedyId: string;
      readonly number: string;
      readonly resumedOn: CalendarDay;
      readonly evidence: Evidence;
    }
  | {
      readonly type: "RemedyDecided";
      readonly remedyId: string;
      readonly ruling: RemedyRuling;
      readonly keptMeasureIds: readonly string[];
      readonly evidence: Evidence;
    }
  | {
      readonly type: "RecordDisputed";
      readonly objectionId: string;
      readonly raisedBy: Objector;
      readonly item: DisputedItem;
      readonly statement: string;
      readonly filedOn: CalendarDay;
      readonly deadlineId: string;
      readonly evidence: readonly Evidence[];
    }
  | {
      readonly type: "ObjectionVerified";
      readonly objectionId: string;
      readonly finding: ObjectionFinding;
      readonly evidence: readonly Evidence[];
    }
  | {
      readonly type: "ObjectionReturned";
      readonly objectionId: string;
      readonly reasons: string;
    }
  | {
      readonly type: "ObjectionAnswered";
      readonly objectionId: string;
      readonly outcome: ObjectionOutcome;
      readonly reasons: string;
      readonly answeredOn: CalendarDay;
      readonly changes: readonly CorrectedItem[];
      readonly correction: CorrectedContent | null;
    }
  | { readonly type: "HarmItemsOpened"; readonly items: readonly HarmItem[] }
  | {
      readonly type: "HarmItemSettled";
      readonly itemId: string;
      readonly result: string;
      readonly evidence: Evidence;
    }
  | { readonly type: "HarmRepaired"; readonly statement: string }
  | {
      readonly type: "ReorganizationApproved";
      readonly court: string;
      readonly number: string;
      readonly ruledOn: CalendarDay;
      readonly evidence: Evidence;
    }
  | {
      readonly type: "ReorganizationEnded";
      readonly endedOn: CalendarDay;
      readonly reasons: string;
      readonly evidence: Evidence;
    }
  | { readonly type: "CaseTakenUpAgain" }
  | {
      readonly type: "RestorationProposed";
      readonly applicationId: string;
      readonly proposedOn: CalendarDay;
      readonly reasons: string;
      readonly evidence: readonly Evidence[];
    }
  | {
      readonly type: "RestorationReviewed";
      readonly agrees: boolean;
      readonly opinion: string;
    }
  | {
      readonly type: "RestorationDecided";
      readonly decidedOn: CalendarDay;
      readonly reasons: string;
    }
  | { readonly type: "ListingRestored"; readonly restoredOn: CalendarDay }
  | {
      readonly type: "RestorationEnded";
      readonly because: RestorationEnding;
      readonly reasons: string;
    };
