import type { ReactNode } from "react";
import type { PossibleActView } from "../../../../api/use-cases/find-possible-acts.ts";
import { ActButtons } from "../../../components/act-buttons.tsx";
import { FindingsList } from "../../../components/findings-list.tsx";
import { Panel } from "../../../components/panel.tsx";
import { casePath } from "../case-data.ts";

/** Every act of this person: those that can be done now, those that cannot yet, and those of other stages, with why. */
export function ActsSection(props: {
  readonly caseId: string;
  readonly acts: readonly PossibleActView[];
}): ReactNode {
  const possible = props.acts.filter((act) => act.possible);
  const isElsewhere = (act: PossibleActView): boolean =>
    act.findings.some((finding) => finding.ruleId === "stage");
  const impossible = props.acts.filter((act) => !act.possible && !isElsewhere(act));
  const elsewhere = props.acts.filter(isElsewhere);
  return (
    <Panel id="acts" title="办理">
      {props.acts.length === elsewhere.length ? (
        <p className="soft">本案现在的环节没有需要您办理的事项。</p>
      ) : null}
      <ActButtons acts={possible} folder={`${casePath(props.caseId)}/acts`} />
      {impossible.length === 0 ? null : (
        <>
          <h3>现在不能办理的事项</h3>
          <ActsNotNow acts={impossible} />
        </>
      )}
      {elsewhere.length === 0 ? null : (
        <details>
          <summary>其他环节的事项，以及现在为什么不能办理（{elsewhere.length}）</summary>
          <ActsNotNow acts={elsewhere} />
        </details>
      )}
    </Panel>
  );
}

function ActsNotNow(props: { readonly acts: readonly PossibleActView[] }): ReactNode {
  return (
    <ul className="act-list">
      {props.acts.map((act) => (
        <li key={act.kind}>
          <span className="act-off">{act.title}（现在不能办理）</span>
          <FindingsList findings={act.findings} />
        </li>
      ))}
    </ul>
  );
}
