import { NATIONAL_LISTS } from "../packs/list-id.ts";
import type { ListElsewhere } from "../packs/lists-elsewhere.ts";
import type { Refusal } from "../refusal.ts";
import { r12SufficientBasis } from "../rules/draft/r12-sufficient-basis.ts";
import { refuseByLaw } from "./judgement.ts";

/** Refuses to open a case on a list that is not decided here (R12), saying who decides, or what is missing. */
export function refuseElsewhere(list: ListElsewhere): Refusal {
  const { id, title, citations } = r12SufficientBasis;
  const name = NATIONAL_LISTS[list.listId];
  const who = list.decidedBy === null ? "" : `，认定机关为${list.decidedBy}`;
  return refuseByLaw([
    {
      ruleId: id,
      title,
      citations: [...citations, ...list.citations],
      missing: `“${name}”不能在本市立案认定${who}：${list.reason}`,
      toDo:
        list.readiness === "feed-only"
          ? `请将线索移送${list.decidedBy ?? "有权机关"}`
          : "取得有效的设列依据和认定标准后，由牵头单位登记规则包",
    },
  ]);
}
