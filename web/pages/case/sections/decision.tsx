import type { ReactNode } from "react";
import type { CaseFile } from "../../../../domain/case-file/state.ts";
import { printDay } from "../../../../domain/deadlines/calendar-day.ts";
import { Facts, type Fact } from "../../../components/facts.tsx";
import { Panel } from "../../../components/panel.tsx";
import { OUTCOME_TITLES } from "../../../words/outcome-titles.ts";
import { MeasuresTable } from "./measures.tsx";

/** The decision as drafted, consented to, and signed (决定). */
export function DecisionSection(props: { readonly file: CaseFile }): ReactNode {
  const { file } = props;
  return (
    <Panel id="decision" title="决定">
      {file.returnReasons === "" ? null : <p>最近一次退回的理由：{file.returnReasons}</p>}
      <Signed file={file} />
      <Proposed file={file} />
    </Panel>
  );
}

function Signed(props: { readonly file: CaseFile }): ReactNode {
  const { decision, withdrawal, removal } = props.file;
  const facts: Fact[] = [];
  if (decision !== null) {
    facts.push(["决定", OUTCOME_TITLES[decision.outcome]], ["签发日", printDay(decision.signedOn)]);
  }
  if (withdrawal !== null) facts.push(["终止认定程序", withdrawal.reasons]);
  if (removal !== null) facts.push(["移出", `${printDay(removal.removedOn)}，${removal.reasons}`]);
  return facts.length === 0 ? <p className="soft">还没有签发决定。</p> : <Facts facts={facts} />;
}

function Proposed(props: { readonly file: CaseFile }): ReactNode {
  const { proposal, upperConsent, deliberation } = props.file;
  if (proposal === null) return null;
  return (
    <>
      <h3>拟办意见</h3>
      <Facts
        facts={[
          ["结果", OUTCOME_TITLES[proposal.outcome]],
          [
            "理由",
            <span key="reasons" className="pre-line">
              {proposal.reasons}
            </span>,
          ],
          ["移出条件", proposal.removalConditions || "不适用"],
          ["移出程序", proposal.removalProcedure || "不适用"],
          ["草稿散列", <code key="hash">{proposal.draftHash}</code>],
          [
            "上级同意",
            upperConsent === null ? "没有登记" : `${upperConsent.organ}${upperConsent.number}`,
          ],
          ["集体讨论", describeDeliberation(deliberation)],
        ]}
      />
      {proposal.outcome === "list" ? (
        <MeasuresTable measures={proposal.measures} caption="拟采取的失信惩戒措施" />
      ) : null}
    </>
  );
}

function describeDeliberation(deliberation: CaseFile["deliberation"]): string {
  const record = deliberation?.record ?? null;
  if (record !== null) return `${printDay(record.heldOn)}，${OUTCOME_TITLES[record.conclusion]}`;
  return deliberation?.needed === true ? "须集体讨论，没有登记" : "没有要求";
}
