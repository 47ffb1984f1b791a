import type { ReactNode } from "react";
import type { CaseFile, HeldBasisDocument } from "../../../../domain/case-file/state.ts";
import { BASIS_DOCUMENT_TITLES } from "../../../../domain/glossary.ts";
import { printCitation } from "../../../../domain/law/citation.ts";
import { printDay } from "../../../../domain/deadlines/calendar-day.ts";
import type { LawPack } from "../../../../domain/packs/law-pack.ts";
import { Panel } from "../../../components/panel.tsx";
import { Table, type Column } from "../../../components/table.tsx";
import { printDayOr } from "../../../words/print-moment.ts";

const DOCUMENTS: readonly Column<HeldBasisDocument>[] = [
  { title: "文号", cell: (each) => each.number },
  { title: "种类", cell: (each) => BASIS_DOCUMENT_TITLES[each.kind] },
  { title: "作出机关", cell: (each) => each.issuingOrgan },
  { title: "作出日", cell: (each) => printDay(each.issuedOn) },
  { title: "生效日", cell: (each) => printDay(each.effectiveOn) },
  { title: "送达日", cell: (each) => printDayOr(each.servedOn, "未证明送达") },
  { title: "责令履行期限届满", cell: (each) => printDayOr(each.complianceEndsOn, "未定期限") },
  {
    title: "状态",
    cell: (each) =>
      each.annulledOn === null ? (
        "有效"
      ) : (
        <span className="tag tag-red">{printDay(each.annulledOn)}被撤销</span>
      ),
  },
];

/** Why this party, and on which texts (事由与依据), criterion by criterion. */
export function GroundsSection(props: {
  readonly file: CaseFile;
  readonly pack: LawPack;
}): ReactNode {
  const { file, pack } = props;
  return (
    <Panel id="grounds" title="事由与依据">
      <h3>认定标准逐条对应</h3>
      {file.grounds === null ? (
        <p className="soft">尚未填写事由。</p>
      ) : (
        <>
          <Criteria file={file} pack={pack} />
          <h3>理由</h3>
          <p className="pre-line">{file.grounds.reasons}</p>
        </>
      )}
      <h3>认定依据文书</h3>
      <Table
        caption="认定依据文书"
        columns={DOCUMENTS}
        rows={file.basisDocuments}
        keyOf={(each) => each.documentId}
        empty="尚未登记认定依据文书。"
      />
      <h3>设列依据</h3>
      <ul>
        {pack.legalBasis.map((basis) => (
          <li key={printCitation(basis.citation)}>{printCitation(basis.citation)}</li>
        ))}
      </ul>
    </Panel>
  );
}

function Criteria(props: { readonly file: CaseFile; readonly pack: LawPack }): ReactNode {
  const { file, pack } = props;
  const met = file.grounds?.criteria ?? [];
  return (
    <ul>
      {met.map((finding) => {
        const criterion = pack.criteria.find((each) => each.id === finding.criterionId);
        const evidence = file.evidence.filter((each) =>
          finding.evidenceIds.includes(each.evidenceId),
        );
        return (
          <li key={finding.criterionId}>
            <p>
              <strong>{criterion?.title ?? finding.criterionId}</strong>
              {criterion === undefined ? null : (
                <span className="citation">（{printCitation(criterion.citation)}）</span>
              )}
            </p>
            <p className="pre-line">{finding.facts}</p>
            <p className="soft">证据：{evidence.map((each) => each.title).join("、")}</p>
          </li>
        );
      })}
    </ul>
  );
}
