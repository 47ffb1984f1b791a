import type { ReactNode } from "react";
import type { OwnCaseView } from "../../../api/use-cases/read-own-case.ts";
import { Panel } from "../../components/panel.tsx";
import { printMoment } from "../../words/print-moment.ts";

/** What the party said, and what was answered; from the decision on. */
export function OwnDefense(props: { readonly view: OwnCaseView }): ReactNode {
  const { caseId, statements, answers } = props.view;
  if (statements.length === 0) return null;
  return (
    <Panel id="defense" title="您的陈述申辩">
      {statements.map((statement) => (
        <div key={statement.statementId}>
          <h3>{printMoment(statement.statedAt)}提交</h3>
          <ol>
            {statement.points.map((point) => {
              const answer = answers.find((each) => each.pointId === point.pointId);
              return (
                <li key={point.pointId}>
                  <p className="pre-line">{point.text}</p>
                  <p className="soft">{answer === undefined ? "正在核实" : describe(answer)}</p>
                </li>
              );
            })}
          </ol>
          {statement.evidence.map((each) => (
            <p key={each.evidenceId}>
              <a href={`/cases/${caseId}/evidence/${each.evidenceId}`}>{each.fileName}</a>
            </p>
          ))}
        </div>
      ))}
    </Panel>
  );
}

function describe(answer: OwnCaseView["answers"][number]): string {
  return `${answer.outcome === "accepted" ? "采纳" : "不予采纳"}：${answer.reasons}`;
}
