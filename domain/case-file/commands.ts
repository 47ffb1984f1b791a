import type { CalendarDay } from "../deadlines/calendar-day.ts";
import type {
  BasisDocument,
  ChosenMeasure,
  Consent,
  DefenseAgent,
  Evidence,
  Grounds,
  OralMinutes,
  PointAnswer,
  ProposedDecision,
  ServiceMethod,
  ServiceReceiver,
} from "./content.ts";
import type { HearingAttendance, HearingClosure } from "./hearing.ts";
import type { CorrectedContent, DisputedItem, ObjectionOutcome, Objector } from "./objection.ts";
import type { RemedyKind, RemedyOutcome } from "./remedy.ts";
import type { TermId } from "../deadlines/terms.ts";

/** Every act on a case file (办理动作): its kind and what is handed in with it. */
export type Command =
  | { readonly kind: "record-basis-document"; readonly document: BasisDocument }
  | { readonly kind: "attach-evidence"; readonly evidence: Evidence }
  | { readonly kind: "state-grounds"; readonly grounds: Grounds }
  | { readonly kind: "choose-measures"; readonly measures: readonly ChosenMeasure[] }
  | { readonly kind: "submit-for-review" }
  | { readonly kind: "approve-notice"; readonly opinion: string }
  | { readonly kind: "return-notice"; readonly reasons: string }
  | { readonly kind: "refuse-notice"; readonly reasons: string }
  | { readonly kind: "withdraw-notice"; readonly reasons: string }
  | {
      readonly kind: "record-service-attempt";
      readonly method: ServiceMethod;
      readonly attemptedOn: CalendarDay;
      readonly result: string;
    }
  | {
      readonly kind: "agree-electronic-service";
      readonly agreedOn: CalendarDay;
      readonly consent: Consent;
      readonly evidence: Evidence;
    }
  | { readonly kind: "revoke-electronic-service"; readonly remark: string }
  | {
      readonly kind: "consent-to-display";
      readonly consentedOn: CalendarDay;
      readonly consent: Consent;
      /** The signed paper; null where the party consents on its own page. */
      readonly evidence: Evidence | null;
    }
  | { readonly kind: "revoke-display-consent"; readonly remark: string }
  | {
      readonly kind: "confirm-service-address";
      /** Under which the address lies encrypted. */
      readonly addressId: string;
      readonly confirmedOn: CalendarDay;
      /** Whether the party agrees to electronic service. */
      readonly electronic: boolean;
      /** The signed paper; null where the party confirms on its own page. */
      readonly evidence: Evidence | null;
    }
  | {
      readonly kind: "publish-service-notice";
      readonly publishedOn: CalendarDay;
      readonly place: string;
      readonly reasons: string;
      readonly evidence: Evidence;
    }
  | {
      readonly kind: "record-service";
      readonly paperIds: readonly string[];
      /** The parties whom this one act of service is said to reach; the law allows only this one. */
      readonly servedPartyIds: readonly string[];
      readonly method: Exclude<ServiceMethod, "public-notice">;
      readonly servedOn: CalendarDay;
      readonly signatory: string;
      /** As what the signatory signed; absent: the party itself. */
      readonly receiver?: ServiceReceiver;
      readonly witness: string;
      readonly remark: string;
      readonly proof: Evidence | null;
    }
  | {
      readonly kind: "state-defense";
      readonly form: "written" | "oral" | "portal";
      /** Each point in the party's own words; it is answered on its own. */
      readonly points: readonly string[];
      readonly evidence: readonly Evidence[];
      readonly final: boolean;
      /** Of an oral defense alone, and there it must not be missing. */
      readonly minutes?: OralMinutes;
      /** Who speaks for the party, with the authority in writing; absent where it speaks for itself. */
      readonly agent?: DefenseAgent;
    }
  | {
      readonly kind: "waive-defense";
      readonly waivedOn: CalendarDay;
      readonly form: "signed-form" | "minutes";
      readonly evidence: Evidence;
    }
  | {
      readonly kind: "request-hearing";
      readonly form: "written" | "oral" | "portal";
      readonly reasons: string;
    }
  | {
      readonly kind: "waive-hearing";
      readonly waivedOn: CalendarDay;
      readonly form: "signed-form" | "minutes";
      readonly evidence: Evidence;
    }
  | {
      readonly kind: "schedule-hearing";
      readonly heldOn: CalendarDay;
      /** Shanghai time of day, e.g. 14:30. */
      readonly startsAt: string;
      readonly place: string;
      readonly presider: string;
      readonly closure: HearingClosure;
      readonly reasons: string;
    }
  | { readonly kind: "object-to-presider"; readonly reasons: string }
  | {
      readonly kind: "answer-presider-objection";
      readonly outcome: "granted" | "denied";
      readonly reasons: string;
    }
  | {
      readonly kind: "hold-hearing";
      readonly attendance: HearingAttendance;
      readonly attendees: string;
      readonly investigation: string;
      readonly points: readonly string[];
      readonly signature: "signed" | "refused";
      readonly remark: string;
      readonly evidence: Evidence;
    }
  | { readonly kind: "answer-defense"; readonly answers: readonly PointAnswer[] }
  | { readonly kind: "propose-decision"; readonly proposal: ProposedDecision }
  | {
      readonly kind: "approve-decision";
      readonly opinion: string;
      /** Whether the reviewer finds the case grave or complex, so that those in charge decide together (集体讨论). */
      readonly deliberation?: boolean;
    }
  | { readonly kind: "return-decision"; readonly reasons: string }
  | { readonly kind: "refuse-decision"; readonly reasons: string }
  | {
      readonly kind: "record-upper-consent";
      readonly organ: string;
      readonly number: string;
      readonly consentedOn: CalendarDay;
      readonly evidence: Evidence;
    }
  | {
      readonly kind: "record-deliberation";
      readonly heldOn: CalendarDay;
      /** Who took part, by office; they are officials. */
      readonly attendees: string;
      /** What each of them held. */
      readonly opinions: string;
      readonly conclusion: "list" | "not-list";
      readonly evidence: Evidence;
    }
  | { readonly kind: "sign-decision"; readonly draftHash: string }
  | { readonly kind: "return-from-sign-off"; readonly reasons: string }
  | {
      readonly kind: "record-fulfilment";
      readonly fulfilledOn: CalendarDay;
      readonly remark: string;
      readonly evidence: Evidence;
    }
  | {
      readonly kind: "choose-conflicting-source";
      readonly sourceId: string;
      readonly reasons: string;
    }
  | {
      readonly kind: "apply-for-repair";
      readonly statement: string;
      readonly pledge: Evidence;
      readonly evidence: readonly Evidence[];
    }
  | { readonly kind: "accept-repair"; readonly opinion: string }
  | { readonly kind: "refuse-repair"; readonly reasons: string }
  | { readonly kind: "grant-repair"; readonly reasons: string }
  | { readonly kind: "deny-repair"; readonly reasons: string }
  | { readonly kind: "hold-removal"; readonly reasons: string }
  | {
      readonly kind: "register-remedy";
      readonly remedy: RemedyKind;
      readonly organ: string;
      readonly number: string;
      readonly receivedOn: CalendarDay;
      /** Whether the reconsideration runs in the simplified procedure (简易程序). */
      readonly simplified: boolean;
      readonly evidence: Evidence;
    }
  | {
      readonly kind: "answer-remedy";
      readonly answeredOn: CalendarDay;
      readonly evidence: Evidence;
    }
  | {
      readonly kind: "suspend-enforcement";
      readonly number: string;
      readonly orderedOn: CalendarDay;
      readonly evidence: Evidence;
    }
  | {
      readonly kind: "resume-enforcement";
      readonly number: string;
      readonly resumedOn: CalendarDay;
      readonly evidence: Evidence;
    }
  | {
      readonly kind: "record-remedy-outcome";
      readonly outcome: RemedyOutcome;
      readonly number: string;
      readonly decidedOn: CalendarDay;
      /** Measures that a change keeps; of no account with every other outcome. */
      readonly keptMeasureIds: readonly string[];
      readonly evidence: Evidence;
    }
  | {
      readonly kind: "object-to-record";
      readonly raisedBy: Objector;
      readonly item: DisputedItem;
      readonly statement: string;
      readonly evidence: readonly Evidence[];
    }
  | {
      readonly kind: "verify-objection";
      readonly outcome: ObjectionOutcome;
      readonly findings: string;
      /** What the decision is to say; of no account unless the outcome is a correction. */
      readonly corrected: CorrectedContent;
      readonly evidence: readonly Evidence[];
    }
  | { readonly kind: "answer-objection"; readonly reasons: string }
  | { readonly kind: "return-objection"; readonly reasons: string }
  | {
      readonly kind: "record-basis-annulled";
      readonly documentId: string;
      readonly organ: string;
      readonly number: string;
      readonly annulledOn: CalendarDay;
      readonly evidence: Evidence;
    }
  | { readonly kind: "sign-annulment"; readonly reasons: string }
  | {
      readonly kind: "settle-harm-item";
      readonly itemId: string;
      readonly result: string;
      readonly evidence: Evidence;
    }
  | { readonly kind: "certify-harm-repair"; readonly statement: string }
  | {
      readonly kind: "propose-restoration";
      readonly reasons: string;
      readonly evidence: readonly Evidence[];
    }
  | { readonly kind: "review-restoration"; readonly agrees: boolean; readonly opinion: string }
  | { readonly kind: "restore-listing"; readonly reasons: string }
  | { readonly kind: "end-restoration"; readonly reasons: string }
  | {
      readonly kind: "suspend-for-reorganization";
      readonly court: string;
      readonly number: string;
      readonly ruledOn: CalendarDay;
      readonly evidence: Evidence;
    }
  | {
      readonly kind: "resume-after-reorganization";
      readonly endedOn: CalendarDay;
      readonly reasons: string;
      readonly evidence: Evidence;
    }
  | {
      readonly kind: "extend-deadline";
      readonly termId: TermId;
      /** By how many units of the term, such as working days. */
      readonly days: number;
      /** The article that gives the extension and its length. */
      readonly article: string;
      readonly reasons: string;
    }
  | {
      readonly kind: "pause-deadline";
      readonly termId: TermId;
      /** The article that lets the clock rest. */
      readonly article: string;
      readonly reasons: string;
    }
  | { readonly kind: "resume-deadline"; readonly termId: TermId; readonly reasons: string }
  | {
      readonly kind: "hand-over-case";
      /** Null where the authority has no such officer. */
      readonly officerId: string | null;
      readonly reasons: string;
    }
  | { readonly kind: "object-to-officer"; readonly reasons: string }
  | {
      readonly kind: "answer-officer-objection";
      readonly outcome: "granted" | "denied";
      readonly reasons: string;
      /** Who takes the case over; null where the objection is denied, or where the authority has no such officer. */
      readonly officerId: string | null;
    }
  | {
      readonly kind: "record-party-ended";
      readonly endedOn: CalendarDay;
      readonly evidence: Evidence;
    }
  | { readonly kind: "transfer-case"; readonly organ: string; readonly reasons: string }
  | {
      readonly kind: "move-to-pack-version";
      readonly version: string;
      readonly reasons: string;
    }
  | { readonly kind: "withdraw-case"; readonly reasons: string };

export type CommandKind = Command["kind"];

/** One command by its kind. */
export type CommandOf<Kind extends CommandKind> = Extract<Command, { kind: Kind }>;
