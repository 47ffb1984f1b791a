import type { BasisDocumentKind } from "../packs/law-pack.ts";
import type { CalendarDay } from "../deadlines/calendar-day.ts";

/** An effective legal document on which the finding rests (认定依据文书). */
export interface BasisDocument {
  readonly documentId: string;
  readonly kind: BasisDocumentKind;
  readonly number: string;
  readonly issuingOrgan: string;
  readonly issuedOn: CalendarDay;
  readonly effectiveOn: CalendarDay;
  /** When the document itself reached the party (文书送达日); null while unproven. */
  readonly servedOn: CalendarDay | null;
  /** Last day of the conduct that the document is about (失信行为发生之日); absent or null where it does not say. */
  readonly conductOn?: CalendarDay | null;
  /** Last day of the time limit that the document set (责令履行期限), if any. */
  readonly complianceEndsOn: CalendarDay | null;
  readonly finality: "final" | "open";
  /** The scanned document among the evidence. */
  readonly evidenceId: string;
}

/** A piece of evidence (证据): its bytes lie in the blob store under `blobHash`. */
export interface Evidence {
  readonly evidenceId: string;
  readonly title: string;
  readonly kind: "document" | "proof-of-service" | "statement" | "photo" | "record" | "other";
  readonly blobHash: string;
  readonly fileName: string;
  readonly mediaType: string;
}

/** How those in charge decided together on a grave or complex case (集体讨论). */
export interface Deliberation {
  readonly heldOn: CalendarDay;
  readonly attendees: string;
  readonly opinions: string;
  readonly conclusion: "list" | "not-list";
  /** The draft that was before them. */
  readonly draftHash: string;
}

/** A party's consent to a use of its data (本人同意): for what, until when, and that it was given freely. */
export interface Consent {
  readonly purpose: string;
  readonly endsOn: CalendarDay | null;
  readonly voluntary: boolean;
}

/** A consent that has its end, as it must (R44). */
export interface BoundedConsent extends Consent {
  readonly endsOn: CalendarDay;
}

/** One criterion of the list with the facts and evidence that meet it (认定标准逐条对应). */
export interface CriterionFinding {
  readonly criterionId: string;
  readonly facts: string;
  readonly evidenceIds: readonly string[];
}

/** Why this party is to be listed (事由): criteria met one by one, and the reasons in words. */
export interface Grounds {
  readonly criteria: readonly CriterionFinding[];
  readonly reasons: string;
}

/** The recorded test of legality, relevance and proportionality (合法、关联、比例). */
export interface ProportionalityTest {
  readonly gravity: 1 | 2 | 3;
  readonly link: string;
  readonly milderAlternative: string;
}

/** A measure chosen for this party (失信惩戒措施): a row of the catalog and the article cited, never free text. */
export interface ChosenMeasure {
  readonly rowId: string;
  readonly edition: string;
  readonly article: string;
  readonly proportionality: ProportionalityTest;
}

export const SERVICE_METHODS = [
  "in-person",
  "left-at-address",
  "entrusted",
  "post",
  "forwarded",
  "electronic",
  "public-notice",
] as const;

export type ServiceMethod = (typeof SERVICE_METHODS)[number];

/** Who signs for papers that are handed over (签收人身份), as the law names them. */
export const SERVICE_RECEIVERS = [
  "party-itself",
  "adult-family",
  "head-of-organization",
  "mail-office",
  "agent",
  "designated-receiver",
] as const;

export type ServiceReceiver = (typeof SERVICE_RECEIVERS)[number];

/** How and when papers reached the party (送达), with the proof (送达回证) among the evidence. */
export interface ServiceRecord {
  readonly paperIds: readonly string[];
  readonly method: ServiceMethod;
  readonly servedOn: CalendarDay;
  readonly signatory: string;
  /** As what the signatory signed; absent: the party itself. */
  readonly receiver?: ServiceReceiver;
  readonly witness: string;
  readonly remark: string;
  readonly evidenceId: string | null;
}

/** Where papers reach the party (送达地址), as it confirmed it; kept encrypted beside the case. */
export interface ServiceAddress {
  readonly recipient: string;
  readonly address: string;
  readonly phone: string;
  /** Mail address, fax number or the like; empty where there is none. */
  readonly electronicAddress: string;
}

/** An attempt at service that did not succeed (送达未成). */
export interface ServiceAttempt {
  readonly method: ServiceMethod;
  readonly attemptedOn: CalendarDay;
  readonly result: string;
}

/** One point of a defense (申辩意见), answered on its own. */
export interface DefensePoint {
  readonly pointId: string;
  readonly text: string;
}

/** How a statement was made (陈述申辩的方式). */
export type StatementForm = "written" | "oral" | "portal" | "at-hearing";

/** What the record of an oral defense holds besides its points (陈述申辩笔录). */
export interface OralMinutes {
  readonly place: string;
  /** Who spoke, and as what. */
  readonly speaker: string;
  readonly signature: "signed" | "refused";
  /** Why it was not signed; may be empty otherwise. */
  readonly remark: string;
}

/** Who speaks for a party (委托代理人), and the file that gives the authority (授权委托书). */
export interface DefenseAgent {
  readonly name: string;
  readonly authority: Evidence;
}

/** What a party stated in its defense (陈述申辩). */
export interface DefenseStatement {
  readonly statementId: string;
  readonly statedAt: string;
  readonly form: StatementForm;
  readonly points: readonly DefensePoint[];
  readonly evidence: readonly Evidence[];
  /** The party expressly said that this is all it wants to state (明确表示陈述完毕). */
  readonly final: boolean;
  /** Only of an oral statement. */
  readonly minutes?: OralMinutes;
  /** Who spoke for the party; absent where it spoke for itself. */
  readonly agent?: DefenseAgent;
}

/** An express waiver (明示放弃): a signed form, or taken down in minutes. */
export interface DefenseWaiver {
  readonly waivedOn: CalendarDay;
  readonly form: "signed-form" | "minutes";
  readonly evidence: Evidence;
}

/** The reasoned answer to one point (核实意见). */
export interface PointAnswer {
  readonly pointId: string;
  readonly outcome: "accepted" | "not-accepted";
  readonly reasons: string;
}

/** The decision as drafted for legal review and sign-off (拟办决定). */
export interface ProposedDecision {
  readonly outcome: "list" | "not-list";
  readonly reasons: string;
  readonly measures: readonly ChosenMeasure[];
  readonly removalConditions: string;
  readonly removalProcedure: string;
}
