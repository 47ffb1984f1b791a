import type { ReactNode } from "react";
import type { OwnCaseView } from "../../../api/use-cases/read-own-case.ts";
import { printDay } from "../../../domain/deadlines/calendar-day.ts";
import { DISPUTED_ITEM_TITLES, OBJECTION_OUTCOME_TITLES } from "../../../domain/glossary.ts";
import { Panel } from "../../components/panel.tsx";

/** Objections to what is published about the party, and what came of each. */
export function OwnObjections(props: { readonly view: OwnCaseView }): ReactNode {
  const { objections } = props.view;
  if (objections.length === 0) return null;
  return (
    <Panel id="objections" title="对公示信息的异议">
      {objections.map(({ objectionId, filedOn, item, statement, answer }) => (
        <p key={objectionId}>
          {printDay(filedOn)}（{DISPUTED_ITEM_TITLES[item]}）{statement}：
          {answer === null
            ? "正在核实，公示信息已标注“异议处理中”"
            : `${OBJECTION_OUTCOME_TITLES[answer.outcome]}，理由：${answer.reasons}`}
        </p>
      ))}
    </Panel>
  );
}
