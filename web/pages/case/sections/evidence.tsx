import type { ReactNode } from "react";
import type { Evidence } from "../../../../domain/case-file/content.ts";
import { Panel } from "../../../components/panel.tsx";
import { Table, type Column } from "../../../components/table.tsx";
import { EVIDENCE_KIND_TITLES } from "../../../words/outcome-titles.ts";
import { casePath } from "../case-data.ts";

/** Every piece of evidence (证据), with the hash that proves its bytes. */
export function EvidenceSection(props: {
  readonly caseId: string;
  readonly evidence: readonly Evidence[];
}): ReactNode {
  const columns: readonly Column<Evidence>[] = [
    { title: "名称", cell: (each) => each.title },
    { title: "种类", cell: (each) => EVIDENCE_KIND_TITLES[each.kind] },
    {
      title: "文件",
      cell: (each) => (
        <a href={`${casePath(props.caseId)}/evidence/${each.evidenceId}`}>{each.fileName}</a>
      ),
    },
    {
      title: "散列（SHA-256）",
      cell: (each) => <code>{each.blobHash.slice(0, 16)}…</code>,
    },
  ];
  return (
    <Panel id="evidence" title="证据">
      <Table
        caption="证据目录"
        captionHidden
        columns={columns}
        rows={props.evidence}
        keyOf={(each) => each.evidenceId}
        empty="案卷中还没有证据。"
      />
    </Panel>
  );
}
