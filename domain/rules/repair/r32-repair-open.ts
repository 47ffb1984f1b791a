import {
  findEarlyRemovalDays,
  findGoverningRemovalDay,
  type EarlyRemovalDay,
} from "../../case-file/early-removal.ts";
import { printDay } from "../../deadlines/calendar-day.ts";
import { printCitation } from "../../law/citation.ts";
import { cite } from "../../law/instruments.ts";
import { since, type Rule, type RuleSubject } from "../rule.ts";

/**
 * Repair is open to everyone unless the law says otherwise (信用修复权利), so no application is turned down on a rule that another
 * rule contradicts.
 *
 * Where sources disagree on when removal may be asked for, both are shown with the day that each gives, and a legal officer's
 * reasoned choice for the case or for the pack decides (a reading). Paid on 2026-04-22 after a decision of 2026-03-27, six months
 * after correction give 2026-10-22 and one year from the decision 2027-03-27. Once every source's day has come there is nothing
 * left to choose, and granting is free.
 */
export const r32RepairOpen: Rule = {
  id: "R32",
  title: "依据冲突未经法制负责人选择，不得对修复申请作出处理",
  citations: [
    cite("wuzhou", "（十二）"),
    cite("order36", "第二条"),
    cite("product", "依据冲突由法制负责人说明理由作出选择", "reading"),
  ],
  inForce: since("2022-03-24"),
  acts: ["refuse-repair", "grant-repair", "deny-repair"],
  check: (subject) => {
    const { act, file, context } = subject;
    const days = findEarlyRemovalDays(file, context);
    const isSettled = days.length < 2 || findGoverningRemovalDay(file, context) !== undefined;
    if (isSettled || (act === "grant-repair" && days.every((day) => isReached(day, subject)))) {
      return [];
    }
    return [
      {
        missing: `可申请提前移出的日期，各依据规定不一致：${days.map(printSource).join("；")}`,
        toDo: "请由法制负责人选择本案适用的依据并写明理由，再对申请作出处理",
      },
    ];
  },
};

function isReached({ from }: EarlyRemovalDay, { context }: RuleSubject): boolean {
  return from !== null && from <= context.today;
}

function printSource({ source, from }: EarlyRemovalDay): string {
  const citations = source.citations.map(printCitation).join("、");
  const day = from === null ? "起算事由尚未发生" : `自${printDay(from)}起可申请`;
  return `${source.title}（${citations}），${day}`;
}
