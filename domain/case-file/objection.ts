import type { CalendarDay } from "../deadlines/calendar-day.ts";

/** Who objects to the record (异议提出人): the party, or somebody else whom the entry concerns. */
export const OBJECTORS = ["party", "concerned-person"] as const;
export type Objector = (typeof OBJECTORS)[number];

/** What of the entry is disputed (异议事项). */
export const DISPUTED_ITEMS = ["party-details", "facts", "measures", "period", "other"] as const;
export type DisputedItem = (typeof DISPUTED_ITEMS)[number];

/** What verification finds (核实结论): the record stands, is to be corrected, or should never have been. */
export const OBJECTION_OUTCOMES = ["stands", "corrected", "wrong"] as const;
export type ObjectionOutcome = (typeof OBJECTION_OUTCOMES)[number];

/** What of a decision in force can be put right (可更正的内容); measures can only fall away. */
export interface CorrectedContent {
  readonly grounds: string;
  readonly removalConditions: string;
  readonly removalProcedure: string;
  readonly keptMeasureIds: readonly string[];
}

/** What the officer found, laid before the head (核实意见). */
export interface ObjectionFinding {
  readonly outcome: ObjectionOutcome;
  readonly findings: string;
  /** What the decision is to say from now on; null unless it is corrected. */
  readonly correction: CorrectedContent | null;
}

/** An objection to the published record (对公示信息的异议). */
export interface RecordObjection {
  readonly objectionId: string;
  readonly raisedBy: Objector;
  readonly item: DisputedItem;
  readonly statement: string;
  readonly filedOn: CalendarDay;
  /** The clock of its answer. */
  readonly deadlineId: string;
  readonly finding: ObjectionFinding | null;
  /** Reasons with which the head last sent the finding back; empty otherwise. */
  readonly returnReasons: string;
  readonly answer: {
    readonly outcome: ObjectionOutcome;
    readonly reasons: string;
    readonly answeredOn: CalendarDay;
    /** What was put right, item by item, as it was and as it is; empty where nothing was. */
    readonly changes: readonly CorrectedItem[];
  } | null;
}

/** One thing that was put right (更正事项). */
export interface CorrectedItem {
  readonly item: keyof CorrectedContent;
  readonly was: string;
  readonly is: string;
}

/** The objections that wait for an answer, oldest first. */
export function findOpenObjections(
  objections: readonly RecordObjection[],
): readonly RecordObjection[] {
  return objections.filter((each) => each.answer === null);
}

/** The answer that found the listing wrong (经核实列入有误), if any. */
export function findConcededObjection(
  objections: readonly RecordObjection[],
): RecordObjection | undefined {
  return objections.find((each) => each.answer?.outcome === "wrong");
}
