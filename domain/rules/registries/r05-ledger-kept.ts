import { cite } from "../../law/instruments.ts";
import type { LedgerNote } from "../../registries/ledger.ts";
import type { RegistryRule } from "../registry-rule.ts";
import { since } from "../rule.ts";

/**
 * A ledger (工作台账) names, for every criterion, catalog and measure, who answers for it and when it is looked at again; what does not
 * conform and is kept all the same has a plan of its own for how it will be put right (逐条研究制定规范完善方案).
 */
export const r05LedgerKept: RegistryRule<LedgerNote> = {
  id: "R05",
  title: "措施和标准列入台账，不符合要求的逐条制定规范方案",
  citations: [cite("wuzhou", "（四）"), cite("wuzhou", "（十六）")],
  inForce: since("2022-03-24"),
  acts: ["keep-ledger"],
  check: ({ conforms, plan }) =>
    conforms || plan.trim() !== ""
      ? []
      : [
          {
            missing: "不符合要求但仍需保留的，没有规范完善方案",
            toDo: "请写明如何规范、由谁办理、何时完成；不需保留的，请停用",
          },
        ],
};
