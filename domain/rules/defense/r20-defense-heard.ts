import { findTold } from "../measures/measures-at-hand.ts";
import type { ChosenMeasure } from "../../case-file/content.ts";
import type { CaseFile } from "../../case-file/state.ts";
import { findNoticeService } from "../../case-file/state.ts";
import type { DecideContext } from "../../case-file/context.ts";
import { printDay } from "../../deadlines/calendar-day.ts";
import { cite } from "../../law/instruments.ts";
import { since, type ActKind, type Broken, type Rule, type RuleSubject } from "../rule.ts";
import { DECISION_ACTS, findListingProposal, findProposal } from "../toward-listing.ts";

/** The acts in which a notice is put on its way. */
const NOTICE_ACTS: readonly ActKind[] = ["submit-for-review", "approve-notice"];

/**
 * The party is heard before the decision, and never fares worse for it (听取陈述申辩，不得因申辩加重).
 *
 * No decision to list while the window is open: it ends with its last day, by an express waiver, or by a statement that the party
 * expressly calls final. A statement handed in early does not end it, and silence is no waiver (readings). Served 2026-03-16 with
 * five working days, the window lasts through 2026-03-23; the decision is lawful from 03-24 on. Measures may be fewer or milder
 * than in the notice, never more or graver; a notice given anew may say more only on other facts or grounds than the first. What the penalty law says of penalties is applied to a listing that stands alone.
 */
export const r20DefenseHeard: Rule = {
  id: "R20",
  title: "听取陈述申辩，不得因申辩加重处理",
  citations: [
    cite("wuzhou", "（九）"),
    cite("penaltyLaw", "第四十五条", "reading"),
    cite("penaltyLaw", "第六十二条", "reading"),
    cite("product", "期限最后一日届满前，除明示放弃或者声明陈述完毕外不得决定", "reading"),
  ],
  inForce: since("2021-07-15"),
  acts: [...NOTICE_ACTS, ...DECISION_ACTS],
  check: (subject) => {
    if (NOTICE_ACTS.includes(subject.act)) return findHarsherNotice(subject.file);
    if (findProposal(subject)?.outcome === "not-list") return [];
    return [...findOpenWindow(subject.file, subject.context), ...findAggravation(subject)];
  },
};

function findOpenWindow(file: CaseFile, context: DecideContext): readonly Broken[] {
  // Without proven service no window has begun; that is R17's to say.
  if (findNoticeService(file) === undefined || hasEnded(file, context)) return [];
  const window = file.deadlines.findLast((each) => each.termId === "defense-window");
  const until = window === undefined ? "" : `（至${printDay(window.endsOn)}止）`;
  return [
    {
      missing: `陈述申辩期限${until}尚未结束，当事人也没有明示放弃或者声明陈述完毕`,
      toDo: "请在期限届满的次日起再拟办决定",
    },
  ];
}

function hasEnded(file: CaseFile, context: DecideContext): boolean {
  switch (file.defenseEnded) {
    case null:
      return false;
    case "waived":
      return file.waiver !== null;
    case "final":
      return file.statements.some((statement) => statement.final);
    case "expired":
      return file.deadlines.some(
        (each) => each.termId === "defense-window" && each.dueAt <= context.at.toISOString(),
      );
  }
}

function findAggravation(subject: RuleSubject): readonly Broken[] {
  const measures = findListingProposal(subject)?.measures ?? [];
  if (!measures.some((measure) => isGraver(measure, subject.file.measures))) return [];
  return [
    {
      missing: "拟办决定的惩戒措施多于或者重于告知书",
      toDo: "请按告知书的范围减少或者减轻措施；确需加重的，须撤回后重新告知",
    },
  ];
}

/** A party that has spoken is not told of more on the same facts and grounds. */
function findHarsherNotice(file: CaseFile): readonly Broken[] {
  const { withdrawnNotice: earlier, statements, measures, grounds, basisDocuments } = file;
  if (earlier === undefined || statements.length === 0) return [];
  const hasNews =
    JSON.stringify([grounds, basisDocuments]) !==
    JSON.stringify([earlier.grounds, earlier.basisDocuments]);
  if (hasNews || !measures.some((measure) => isGraver(measure, earlier.measures))) return [];
  return [
    {
      missing: "事实、依据没有变动，重新告知的惩戒措施却多于或者重于原告知书",
      toDo: "不得因当事人陈述申辩而加重；请按原告知书的范围选择措施，或者写明新的事实、依据",
    },
  ];
}

/** Whether a measure was not told of, or only in a milder form. */
function isGraver(measure: ChosenMeasure, told: readonly ChosenMeasure[]): boolean {
  const known = findTold(measure, told);
  return known === undefined || measure.proportionality.gravity > known.proportionality.gravity;
}
