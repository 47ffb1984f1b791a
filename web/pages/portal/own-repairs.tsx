import type { ReactNode } from "react";
import type { OwnCaseView } from "../../../api/use-cases/read-own-case.ts";
import { printDay } from "../../../domain/deadlines/calendar-day.ts";
import { Panel } from "../../components/panel.tsx";
import { REPAIR_STATUS_TITLES } from "../../words/outcome-titles.ts";

/** When repair may be asked for, under every source, and what became of what was asked. */
export function OwnRepairs(props: { readonly view: OwnCaseView }): ReactNode {
  const { earlyRemoval, repairs, outcome } = props.view;
  if (outcome !== "listed") return null;
  return (
    <Panel id="repair" title="信用修复">
      <p>履行义务、纠正失信行为后，符合期限要求的，可以申请提前移出，不收取任何费用。</p>
      {earlyRemoval.length === 0 ? null : (
        <ul>
          {earlyRemoval.map(({ source, from }) => (
            <li key={source.id}>
              {source.title}：{from === null ? "尚未起算" : `自${printDay(from)}起可以申请`}
            </li>
          ))}
        </ul>
      )}
      {earlyRemoval.length > 1 ? (
        <p className="soft">以上依据规定不一致，适用哪一项由法制负责人选定并说明理由。</p>
      ) : null}
      {repairs.map((repair) => (
        <p key={repair.applicationId}>
          {printDay(repair.filedOn)}申请：{REPAIR_STATUS_TITLES[repair.status]}
          {repair.reasons === "" ? "" : `，理由：${repair.reasons}`}
          {repair.mayAskFrom === null ? "" : `，自${printDay(repair.mayAskFrom)}起可以再次申请`}
        </p>
      ))}
    </Panel>
  );
}
