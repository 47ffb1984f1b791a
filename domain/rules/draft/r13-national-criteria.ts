import type { Grounds } from "../../case-file/content.ts";
import { cite } from "../../law/instruments.ts";
import { printCitation } from "../../law/citation.ts";
import type { Criterion } from "../../packs/law-pack.ts";
import { since, type Broken, type Rule, type RuleSubject } from "../rule.ts";
import { bringsListingForward, LISTING_ACTS } from "../toward-listing.ts";

/**
 * The national criteria are used as they stand (执行全国统一的认定标准): none left out, none added.
 *
 * Every criterion that all cases need must be met, and one of each group of alternatives, each with evidence of its own. Grounds
 * may be saved unfinished; a criterion that the list does not know is refused at once.
 */
export const r13NationalCriteria: Rule = {
  id: "R13",
  title: "严格执行全国统一的认定标准",
  citations: [cite("wuzhou", "（八）"), cite("opinion49", "（七）")],
  inForce: since("2020-12-07"),
  acts: ["state-grounds", ...LISTING_ACTS],
  check: (subject) => {
    const { command, file, context } = subject;
    const { criteria } = context.pack;
    if (command?.kind === "state-grounds") return findUnknown(command.grounds, criteria);
    if (!bringsListingForward(subject)) return [];
    const grounds = file.grounds ?? { criteria: [], reasons: "" };
    return [...findUnknown(grounds, criteria), ...findUnmet(grounds, subject)];
  },
};

function findUnknown(grounds: Grounds, criteria: readonly Criterion[]): readonly Broken[] {
  const known = new Set(criteria.map((each) => each.id));
  return grounds.criteria.every((each) => known.has(each.criterionId))
    ? []
    : [
        {
          missing: "填写了本名单认定标准以外的条件",
          toDo: "不得自行增加认定条件，请只选用名单规则列出的标准",
        },
      ];
}

function findUnmet(grounds: Grounds, { context }: RuleSubject): readonly Broken[] {
  const { criteria } = context.pack;
  const groups = [...new Set(criteria.map((each) => each.group))];
  return groups.flatMap((group) => {
    const members = criteria.filter((each) => each.group === group);
    if (group === "all") {
      return members.filter((each) => !isMet(each, grounds)).map((each) => unmet([each]));
    }
    return members.some((each) => isMet(each, grounds)) ? [] : [unmet(members)];
  });
}

function isMet(criterion: Criterion, grounds: Grounds): boolean {
  return grounds.criteria.some(
    (each) =>
      each.criterionId === criterion.id && each.facts.trim() !== "" && each.evidenceIds.length > 0,
  );
}

function unmet(criteria: readonly Criterion[]): Broken {
  const names = criteria.map((each) => `${each.title}（${printCitation(each.citation)}）`);
  const missing =
    names.length === 1
      ? `没有写明事实并附证据证明符合：${names.join("")}`
      : `以下标准至少须符合一项，现在都没有事实和证据：${names.join("；")}`;
  return { missing, toDo: "请在事由中逐条写明事实，并引用案卷中的证据；不符合标准的，不得列入" };
}
