import type { ReactNode } from "react";
import type { RefusalRow } from "../../../../api/use-cases/find-refusals.ts";
import { FindingsList } from "../../../components/findings-list.tsx";
import { Panel } from "../../../components/panel.tsx";
import { printMoment } from "../../../words/print-moment.ts";

/** What was refused in this case, and why (拒绝记录). */
export function RefusalsSection(props: { readonly refusals: readonly RefusalRow[] }): ReactNode {
  return (
    <Panel id="refusals" title="拒绝记录">
      {props.refusals.length === 0 ? (
        <p className="soft">没有被拒绝的办理。</p>
      ) : (
        <ul className="timeline">
          {props.refusals.map((row) => (
            <li key={row.refusalId}>
              <p>
                <strong>{row.actTitle}</strong>
                <span className="soft">
                  （{printMoment(row.refusedAt)}，{row.userName}）
                </span>
              </p>
              <FindingsList findings={row.refusal.findings} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
