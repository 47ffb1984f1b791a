import { and, eq, inArray, not, notInArray, or, sql, type SQL } from "drizzle-orm";
import type { Actor } from "../../domain/case-file/actor.ts";
import { STAGES_AFTER_PUBLICATION, type Stage } from "../../domain/case-file/stages.ts";
import type { CaseFile } from "../../domain/case-file/state.ts";
import { caseFiles } from "../../schema/index.ts";

/** The tabs of the desk: 待办, 在办, 已办, 临期, 逾期. */
export const WORKLIST_TABS = ["todo", "ongoing", "done", "due-soon", "overdue"] as const;

export type WorklistTab = (typeof WORKLIST_TABS)[number];

/** Stages after the decision is out: the case is done, and only repair, annulment or expiry touch it again. */
const DONE_STAGES: readonly Stage[] = [
  "published",
  "removed",
  "restoration",
  "harm-repair",
  "closed",
];

/** What of a published case waits for somebody. */
const HAS_FILED_REPAIR = holds({ repairs: [{ status: "filed" }] });
const HAS_ACCEPTED_REPAIR = holds({ repairs: [{ status: "accepted" }] });
const AWAITS_ANNULMENT = or(
  holds({ deadlines: [{ termId: "annulment-withdrawal", status: "open" }] }),
  holds({ deadlines: [{ termId: "annulment-withdrawal", status: "missed" }] }),
);
const HAS_UNANSWERED_REMEDY = holds({ remedies: [{ answeredOn: null, ruling: null }] });
const HAS_UNVERIFIED_OBJECTION = holds({ objections: [{ finding: null, answer: null }] });
const HAS_VERIFIED_OBJECTION = sql`${caseFiles.state} @? '$.objections[*] ? (@.finding != null && @.answer == null)'`;
const AWAITS_RESTORATION_REVIEW = sql`${caseFiles.state} @? '$.restoration ? (@.defenseEnded != null && @.review == null)'`;
const AWAITS_RESTORATION_DECISION = sql`${caseFiles.state} @? '$.restoration ? (@.review != null && @.decidedOn == null)'`;
const HAS_OPEN_HARM = holds({ harmItems: [{ done: null }] });
const HAS_PRESIDER_OBJECTION = sql`${caseFiles.state} -> 'hearing' ->> 'objection' is not null`;
/** A deadline has passed without the act that it waited for. */
const HAS_MISSED = holds({ deadlines: [{ status: "missed" }] });

/** The condition of a tab on case rows. `dueSoonUntil` is the first moment that is no longer soon. */
export function tabCondition(tab: WorklistTab, actor: Actor, dueSoonUntil: Date): SQL {
  switch (tab) {
    case "todo":
      return todoOf(actor);
    case "ongoing":
      return notInArray(caseFiles.stage, [...DONE_STAGES]);
    case "done":
      return inArray(caseFiles.stage, [...DONE_STAGES]);
    case "due-soon":
      return (
        and(
          sql`${caseFiles.nextDeadlineAt} > case_clock_now()`,
          sql`${caseFiles.nextDeadlineAt} <= ${dueSoonUntil.toISOString()}::timestamptz`,
          notClosed(),
        ) ?? sql`false`
      );
    case "overdue":
      return (
        and(or(HAS_MISSED, sql`${caseFiles.nextDeadlineAt} <= case_clock_now()`), notClosed()) ??
        sql`false`
      );
  }
}

/** The cases in which the next step is this person's. */
function todoOf(actor: Actor): SQL {
  const conditions = actor.roles.flatMap((role): readonly (SQL | undefined)[] => {
    switch (role) {
      case "case-officer":
        return [
          and(
            eq(caseFiles.officerId, actor.userId),
            or(
              inStages(OFFICER_STAGES),
              HAS_FILED_REPAIR,
              HAS_UNANSWERED_REMEDY,
              HAS_UNVERIFIED_OBJECTION,
              HAS_OPEN_HARM,
            ),
          ),
        ];
      case "legal-reviewer":
        return [inStages(REVIEW_STAGES), and(inStages(["restoration"]), AWAITS_RESTORATION_REVIEW)];
      case "head":
        return [
          inStages(["sign-off"]),
          and(inStages(["published"]), HAS_ACCEPTED_REPAIR),
          and(inStages(STAGES_AFTER_PUBLICATION), or(AWAITS_ANNULMENT, HAS_VERIFIED_OBJECTION)),
          and(inStages(["hearing"]), HAS_PRESIDER_OBJECTION),
          and(inStages(["restoration"]), AWAITS_RESTORATION_DECISION),
          and(inStages(["harm-repair"]), not(HAS_OPEN_HARM)),
        ];
      case "supervisor":
        return [and(HAS_MISSED, notClosed())];
      case "legal-officer":
      case "auditor":
      case "administrator":
      case "party":
      case "system":
        return [];
    }
  });
  return or(...conditions) ?? sql`false`;
}

const OFFICER_STAGES: readonly Stage[] = [
  "draft",
  "notice-service",
  "hearing",
  "verification",
  "upper-consent",
  "decision-service",
  "restoration",
];
const REVIEW_STAGES: readonly Stage[] = ["notice-legal-review", "hearing", "decision-legal-review"];

function inStages(stages: readonly Stage[]): SQL {
  return inArray(caseFiles.stage, [...stages]);
}

function notClosed(): SQL {
  return sql`${caseFiles.stage} <> 'closed'`;
}

type PartOf<Value> = Value extends readonly (infer Element)[]
  ? readonly PartOf<Element>[]
  : Value extends object
    ? { readonly [Key in keyof Value]?: PartOf<Value[Key]> }
    : Value;

/** Whether the state of a case holds something, by its shape. */
function holds(part: PartOf<CaseFile>): SQL {
  return sql`${caseFiles.state} @> ${JSON.stringify(part)}::jsonb`;
}
