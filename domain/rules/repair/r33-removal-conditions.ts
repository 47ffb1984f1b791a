import {
  findEarlyRemovalDays,
  findGoverningRemovalDay,
  type EarlyRemovalDay,
} from "../../case-file/early-removal.ts";
import { findOpenRepair } from "../../case-file/state.ts";
import { printDay } from "../../deadlines/calendar-day.ts";
import { printCitation } from "../../law/citation.ts";
import { cite } from "../../law/instruments.ts";
import { since, type Broken, type Rule, type RuleSubject } from "../rule.ts";

/**
 * Who meets the conditions is removed everywhere, and nobody else is (符合修复条件的应当移出).
 *
 * Three conditions can be read from the case: the minimum period under the governing source is over, what the party owed is done,
 * and a credit pledge was handed in. A minimum period is reached on its corresponding day (a reading): decided 2026-03-27, one
 * year, removal may be granted from 2027-03-27 on.
 */
export const r33RemovalConditions: Rule = {
  id: "R33",
  title: "符合修复条件方可提前移出",
  citations: [
    cite("wuzhou", "（十二）"),
    cite("order36", "关于信用修复条件的规定", "verified-secondary"),
    cite("product", "最短期限自对应日起即为届满", "reading"),
  ],
  inForce: since("2022-03-24"),
  acts: ["grant-repair"],
  check: (subject) => [
    ...findPeriodOpen(subject),
    ...findUnfulfilled(subject),
    ...findNoPledge(subject),
  ],
};

function findPeriodOpen({ file, context }: RuleSubject): readonly Broken[] {
  if (findEarlyRemovalDays(file, context).length === 0) {
    return [
      {
        missing: `“${context.pack.listName}”的规则没有载明可以提前移出的最短期限`,
        toDo: "请由法制负责人核对并登记提前移出的依据",
      },
    ];
  }
  // While sources disagree and nobody has chosen, R32 speaks.
  const governing = findGoverningRemovalDay(file, context);
  if (governing === undefined) return [];
  return governing.from !== null && governing.from <= context.today ? [] : [tooEarly(governing)];
}

function tooEarly({ source, from }: EarlyRemovalDay): Broken {
  const basis = source.citations.map(printCitation).join("、");
  return {
    missing: `未满最短期限：${source.title}（${basis}）`,
    toDo:
      from === null
        ? "最短期限自完成整改之日起算，请先登记履行义务情况"
        : `自${printDay(from)}起可以提前移出`,
  };
}

function findUnfulfilled({ file }: RuleSubject): readonly Broken[] {
  if (file.fulfilment !== null) return [];
  return [
    {
      missing: "没有当事人已纠正失信行为、履行义务的记录",
      toDo: "请核实并登记履行义务情况和证明",
    },
  ];
}

function findNoPledge({ file }: RuleSubject): readonly Broken[] {
  const application = findOpenRepair(file);
  const isHeld = file.evidence.some((each) => each.evidenceId === application?.pledge.evidenceId);
  if (isHeld) return [];
  return [{ missing: "案卷中没有当事人的信用承诺书", toDo: "请当事人提交申请和信用承诺书" }];
}
