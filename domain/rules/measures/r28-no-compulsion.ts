import { cite } from "../../law/instruments.ts";
import type { Implementer } from "../../measures/catalog.ts";
import { since, type Rule } from "../rule.ts";
import { findMeasuresWithRows, MEASURE_ACTS } from "./measures-at-hand.ts";

const NOT_TO_BE_COMPELLED: readonly Implementer["kind"][] = [
  "financial",
  "credit-service",
  "association",
  "media",
];

/**
 * Banks, credit agencies, associations and the press may not be made to punish (不得强制金融机构等惩戒).
 *
 * They can read the public list and decide for themselves; a measure that one of them would have to carry out can't be chosen, not
 * even where public bodies carry it out beside them.
 */
export const r28NoCompulsion: Rule = {
  id: "R28",
  title: "不得强制金融机构、信用服务机构、行业协会商会、新闻媒体惩戒",
  citations: [cite("wuzhou", "（十）")],
  inForce: since("2022-03-24"),
  acts: MEASURE_ACTS,
  check: (subject) =>
    findMeasuresWithRows(subject).flatMap(({ row, name }) => {
      const compelled = (row?.implementers ?? []).filter((each) =>
        NOT_TO_BE_COMPELLED.includes(each.kind),
      );
      if (compelled.length === 0) return [];
      const names = compelled.map((each) => each.name).join("、");
      return [
        {
          missing: `措施${name}须由${names}实施，不得强制其惩戒`,
          toDo: "请改选由国家机关实施的措施；上述单位可以自行查询公示信息",
        },
      ];
    }),
};
