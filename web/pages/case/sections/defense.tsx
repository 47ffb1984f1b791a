import type { ReactNode } from "react";
import type { DefensePoint, DefenseStatement } from "../../../../domain/case-file/content.ts";
import type { CaseFile } from "../../../../domain/case-file/state.ts";
import { printDay } from "../../../../domain/deadlines/calendar-day.ts";
import { STATEMENT_FORM_TITLES } from "../../../../domain/glossary.ts";
import { Panel } from "../../../components/panel.tsx";
import { printMoment } from "../../../words/print-moment.ts";
import { casePath } from "../case-data.ts";

const ENDINGS = {
  expired: "陈述申辩期限已经届满。",
  waived: "当事人已明示放弃陈述申辩。",
  final: "当事人已声明陈述完毕。",
} as const;

/** What the party said, and what was answered to each point (陈述申辩与答复). */
export function DefenseSection(props: { readonly file: CaseFile }): ReactNode {
  const { file } = props;
  return (
    <Panel id="defense" title="陈述申辩与答复">
      {file.defenseEnded === null ? null : <p>{ENDINGS[file.defenseEnded]}</p>}
      {file.waiver === null ? null : <p>放弃日期：{printDay(file.waiver.waivedOn)}。</p>}
      {file.statements.length === 0 ? (
        <p className="soft">当事人还没有陈述申辩。</p>
      ) : (
        file.statements.map((statement) => (
          <Statement key={statement.statementId} statement={statement} file={file} />
        ))
      )}
    </Panel>
  );
}

function Statement(props: {
  readonly statement: DefenseStatement;
  readonly file: CaseFile;
}): ReactNode {
  const { statement, file } = props;
  return (
    <>
      <h3>
        {printMoment(statement.statedAt)}，{STATEMENT_FORM_TITLES[statement.form]}
        {statement.final ? "，声明陈述完毕" : ""}
      </h3>
      <ol>
        {statement.points.map((point) => (
          <Point key={point.pointId} point={point} file={file} />
        ))}
      </ol>
      {statement.evidence.length === 0 ? null : (
        <p>
          随附材料：
          {statement.evidence.map((each) => (
            <a key={each.evidenceId} href={`${casePath(file.caseId)}/evidence/${each.evidenceId}`}>
              {each.fileName}
            </a>
          ))}
        </p>
      )}
    </>
  );
}

function Point(props: { readonly point: DefensePoint; readonly file: CaseFile }): ReactNode {
  const { point, file } = props;
  const answer = file.answers.find((each) => each.pointId === point.pointId);
  return (
    <li>
      <p className="pre-line">{point.text}</p>
      {answer === undefined ? (
        <p>
          <span className="tag tag-amber">尚未答复</span>
        </p>
      ) : (
        <p>
          <span className={answer.outcome === "accepted" ? "tag tag-green" : "tag tag-grey"}>
            {answer.outcome === "accepted" ? "采纳" : "不予采纳"}
          </span>{" "}
          {answer.reasons}
        </p>
      )}
    </li>
  );
}
