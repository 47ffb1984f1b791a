import type { ReactNode } from "react";
import type { ChosenMeasure } from "../../../../domain/case-file/content.ts";
import { GRAVITY_TITLES } from "../../../../domain/glossary.ts";
import { findMeasureRow } from "../../../../domain/measures/catalog.ts";
import { Panel } from "../../../components/panel.tsx";
import { Table, type Column } from "../../../components/table.tsx";

const COLUMNS: readonly Column<ChosenMeasure>[] = [
  { title: "措施", cell: (each) => rowOf(each)?.title ?? each.rowId },
  { title: "依据条款", cell: (each) => each.article },
  {
    title: "实施单位",
    cell: (each) => (rowOf(each)?.implementers ?? []).map((unit) => unit.name).join("、"),
  },
  { title: "期限", cell: (each) => rowOf(each)?.termText ?? "" },
  { title: "失信程度", cell: (each) => GRAVITY_TITLES[each.proportionality.gravity] },
  { title: "与失信行为的关联", cell: (each) => each.proportionality.link },
  { title: "为何不能更轻", cell: (each) => each.proportionality.milderAlternative },
];

function rowOf(measure: ChosenMeasure): ReturnType<typeof findMeasureRow> {
  return findMeasureRow(measure.rowId, measure.edition);
}

/** The measures chosen, with the recorded test of proportionality (惩戒措施与过惩相当判断). */
export function MeasuresTable(props: {
  readonly measures: readonly ChosenMeasure[];
  readonly caption?: string;
}): ReactNode {
  return (
    <Table
      caption={props.caption ?? "失信惩戒措施"}
      captionHidden={props.caption === undefined}
      columns={COLUMNS}
      rows={props.measures}
      keyOf={(each) => each.rowId}
      empty="尚未选择失信惩戒措施。"
    />
  );
}

/** The measures of the case. */
export function MeasuresSection(props: { readonly measures: readonly ChosenMeasure[] }): ReactNode {
  return (
    <Panel id="measures" title="措施">
      <MeasuresTable measures={props.measures} />
    </Panel>
  );
}
