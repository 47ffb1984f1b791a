import type { PointAnswer } from "../../case-file/content.ts";
import { findUnansweredPoints } from "../../case-file/state.ts";
import { cite } from "../../law/instruments.ts";
import { since, type Broken, type Rule } from "../rule.ts";
import { DECISION_ACTS } from "../toward-listing.ts";

/**
 * What the party objects to is verified and answered (异议须核实反馈), point by point and with reasons, before anything is decided.
 *
 * This holds for a decision not to list as well: the party learns what became of each point. An answer given late is lawful and
 * alarms (a reading); a missing one stops the decision.
 */
export const r19ObjectionAnswered: Rule = {
  id: "R19",
  title: "异议须核实并反馈结果",
  citations: [cite("wuzhou", "（九）"), cite("penaltyLaw", "第四十五条", "reading")],
  inForce: since("2021-07-15"),
  acts: ["answer-defense", ...DECISION_ACTS, "review-restoration", "restore-listing"],
  check: ({ act, command, file }) => {
    if (act === "answer-defense") {
      return command?.kind === "answer-defense" ? findBareAnswers(command.answers) : [];
    }
    const open = findUnansweredPoints(file).length;
    if (open === 0) return [];
    return [
      {
        missing: `当事人的陈述申辩还有${String(open)}条没有核实答复`,
        toDo: "请逐条写明采纳或者不予采纳及其理由，再拟办决定",
      },
    ];
  },
};

function findBareAnswers(answers: readonly PointAnswer[]): readonly Broken[] {
  if (answers.every((answer) => answer.reasons.trim() !== "")) return [];
  return [{ missing: "有答复没有写明理由", toDo: "采纳与不予采纳都要写明核实情况和理由" }];
}
