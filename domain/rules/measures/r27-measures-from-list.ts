import { LEGAL_RANK_TITLES } from "../../glossary.ts";
import { printCitation } from "../../law/citation.ts";
import { cite } from "../../law/instruments.ts";
import { isUsable, reaches, type MeasureRow } from "../../measures/catalog.ts";
import type { LegalRank } from "../../packs/law-pack.ts";
import { since, type Rule, type RuleSubject } from "../rule.ts";
import { findMeasuresWithRows, MEASURE_ACTS, type MeasureAtHand } from "./measures-at-hand.ts";

/** What a measure can rest on, (十): a ministry's rule is not enough (a reading of 法律、法规或者党中央、国务院政策文件). */
const SUFFICIENT_RANKS: readonly LegalRank[] = [
  "law",
  "administrative-regulation",
  "local-regulation",
  "central-policy",
  "state-council-decision",
];

/**
 * Measures come from the list and cite law directly (惩戒措施须在清单之内并直接援引依据).
 *
 * A measure is a row of the catalog in force on the day, meant for this kind of party and for this list, with one of the row's own
 * articles: either the article alone, or the instrument with it. A row of an older edition carries nothing, unless the
 * case pinned that edition and the new one holds the row as well; nor does one not yet ticked off against the national list.
 */
export const r27MeasuresFromList: Rule = {
  id: "R27",
  title: "惩戒措施须在清单之内并直接援引依据",
  citations: [
    cite("wuzhou", "（十）"),
    cite("product", "部门规章不足以作为惩戒措施的依据", "reading"),
  ],
  inForce: since("2022-03-24"),
  acts: MEASURE_ACTS,
  check: (subject) =>
    findMeasuresWithRows(subject).flatMap((each) =>
      findReasons(each, subject).map((reason) => ({
        missing: `措施${each.name}${reason}`,
        toDo: "请从现行措施清单中选择适用于本案当事人的措施，并选择其列明的条款",
      })),
    ),
};

function findReasons({ measure, row }: MeasureAtHand, subject: RuleSubject): readonly string[] {
  if (row === undefined) return ["不在现行失信惩戒措施清单中"];
  const isOwnArticle = row.citations.some(
    (citation) =>
      citation.article === measure.article || printCitation(citation) === measure.article,
  );
  return [
    ...findRowReasons(row, subject),
    ...(isOwnArticle ? [] : ["援引的条款不是清单列明的依据"]),
  ];
}

function findRowReasons(row: MeasureRow, { file, context }: RuleSubject): readonly string[] {
  const { pack, today } = context;
  const reasons: string[] = [];
  if (!isUsable(row, today)) {
    reasons.push(row.inactiveReason === null ? "不在有效期内" : `不能使用：${row.inactiveReason}`);
  }
  if (row.supersededBy !== undefined && row.edition !== file.catalogEdition) {
    reasons.push("属于已被新版取代的清单");
  }
  if (!SUFFICIENT_RANKS.includes(row.legalRank)) {
    reasons.push(`的依据为${LEGAL_RANK_TITLES[row.legalRank]}，位阶不足`);
  }
  if (!reaches(row, file.partyKind, file.partyRole)) reasons.push("不适用于本案当事人");
  const fitsList = row.lists.length === 0 || row.lists.includes(pack.listId);
  if (!fitsList || !pack.allowedMeasureIds.includes(row.id)) {
    reasons.push(`不适用于“${pack.listName}”`);
  }
  return reasons;
}
