import type { ReactNode } from "react";
import type { CaseFile, RepairApplication } from "../../../../domain/case-file/state.ts";
import { printDay } from "../../../../domain/deadlines/calendar-day.ts";
import type { LawPack } from "../../../../domain/packs/law-pack.ts";
import { Panel } from "../../../components/panel.tsx";
import { Table, type Column } from "../../../components/table.tsx";
import { REPAIR_STATUS_TITLES } from "../../../words/outcome-titles.ts";
import { printDayOr } from "../../../words/print-moment.ts";

const COLUMNS: readonly Column<RepairApplication>[] = [
  { title: "申请日", cell: (each) => printDay(each.filedOn), narrow: true },
  { title: "状态", cell: (each) => REPAIR_STATUS_TITLES[each.status] },
  { title: "申请内容", cell: (each) => each.statement },
  { title: "处理理由", cell: (each) => each.reasons },
  { title: "可再次申请之日", cell: (each) => printDayOr(each.mayAskFrom, "不限") },
];

/** Fulfilment, the choice between sources in conflict, applications (履行与信用修复). */
export function RepairSection(props: {
  readonly file: CaseFile;
  readonly pack: LawPack;
}): ReactNode {
  const { file, pack } = props;
  const { fulfilment, conflictChoice } = file;
  return (
    <Panel id="repair" title="修复">
      <p>
        履行义务：
        {fulfilment === null
          ? "没有登记"
          : `${printDay(fulfilment.fulfilledOn)}履行，${fulfilment.remark}`}
      </p>
      {conflictChoice === null ? null : (
        <p>
          适用的提前移出期限：
          {pack.earlyRemoval.conflict.find((each) => each.id === conflictChoice.sourceId)?.title}（
          {printDay(conflictChoice.chosenOn)}选定，理由：{conflictChoice.reasons}）
        </p>
      )}
      <Table
        caption="修复申请"
        columns={COLUMNS}
        rows={file.repairs}
        keyOf={(each) => each.applicationId}
        empty="还没有修复申请。"
      />
    </Panel>
  );
}
