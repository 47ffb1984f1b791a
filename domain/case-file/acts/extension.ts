import { TERMS } from "../../deadlines/terms.ts";
import type { CommandOf } from "../commands.ts";
import type { DecideContext } from "../context.ts";
import { refuseContent, type Decided } from "../judgement.ts";
import { countClock } from "../set-deadline.ts";
import { findOpenDeadline, type CaseFile } from "../state.ts";

/** The longest extension that can be entered, in units of the term: a bound against slips, no rule of law. */
export const LONGEST_EXTENSION = 60;

/**
 * Extends a clock of the authority (延长期限), only where the law knows an extension, before the clock has run out, with reasons and the
 * article. How long, the texts at hand do not say: a legal officer answers for length and citation, and the party is told at once.
 */
export function extendDeadline(
  command: CommandOf<"extend-deadline">,
  file: CaseFile,
  context: DecideContext,
): Decided {
  const { termId, days, article, reasons } = command;
  const open = findOpenDeadline(file, termId);
  if (TERMS[termId].extension === undefined) {
    return refuseContent(
      "这一期限没有可以延长的规定",
      "请在原期限内办结；确已逾期的，仍应立即办理",
    );
  }
  if (open === undefined) return refuseContent("这一期限没有在计算", "只有尚未届满的期限可以延长");
  if (reasons.trim() === "" || article.trim() === "") {
    return refuseContent("未写明延长的理由或者依据的条款", "请写明理由和规定延长长度的条款");
  }
  if (file.deadlines.some((each) => each.deadlineId === open.deadlineId && each.extended)) {
    return refuseContent("这一期限已经延长过", "同一期限只能延长一次");
  }
  if (!Number.isInteger(days) || days < 1 || days > LONGEST_EXTENSION) {
    return refuseContent("延长的天数不对", `请填写 1 至 ${String(LONGEST_EXTENSION)} 的整数`);
  }
  const { deadlineId, startsOn, unit } = open;
  const longer = { startsOn, length: open.length + days, unit };
  const deadline = countClock(deadlineId, termId, longer, context);
  return [{ type: "DeadlineExtended", deadline, was: open.endsOn, days, article, reasons }];
}
