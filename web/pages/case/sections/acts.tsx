import type { ReactNode } from "react";
import type { PossibleActView } from "../../../../api/use-cases/find-possible-acts.ts";
import { FindingsList } from "../../../components/findings-list.tsx";
import { Panel } from "../../../components/panel.tsx";
import { casePath } from "../case-data.ts";

/** Every act of this person in this stage: those that can be done now, and those that cannot, with why. */
export function ActsSection(props: {
  readonly caseId: string;
  readonly acts: readonly PossibleActView[];
}): ReactNode {
  const possible = props.acts.filter((act) => act.possible);
  const impossible = props.acts.filter((act) => !act.possible);
  return (
    <Panel id="acts" title="办理">
      {props.acts.length === 0 ? (
        <p className="soft">本案现在的环节没有需要您办理的事项。</p>
      ) : null}
      <p>
        {possible.map((act) => (
          <a key={act.kind} className="button" href={`${casePath(props.caseId)}/acts/${act.kind}`}>
            {act.title}
          </a>
        ))}
      </p>
      {impossible.length === 0 ? null : (
        <>
          <h3>现在不能办理的事项</h3>
          <ul className="act-list">
            {impossible.map((act) => (
              <li key={act.kind}>
                <span className="act-off">{act.title}（现在不能办理）</span>
                <FindingsList findings={act.findings} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}
