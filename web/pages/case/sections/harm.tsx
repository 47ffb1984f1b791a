import type { ReactNode } from "react";
import { titleHarmItem, type HarmItem } from "../../../../domain/case-file/harm.ts";
import { Panel } from "../../../components/panel.tsx";
import { Table, type Column } from "../../../components/table.tsx";

const COLUMNS: readonly Column<HarmItem>[] = [
  { title: "事项", cell: titleHarmItem },
  { title: "状态", cell: ({ done }) => (done === null ? "尚未办结" : "已办结"), narrow: true },
  { title: "办理结果", cell: ({ done }) => done?.result ?? "" },
];

/** What a wrong listing has left behind and how far it is undone (消除影响); nothing where none was. */
export function HarmSection(props: { readonly items: readonly HarmItem[] }): ReactNode {
  if (props.items.length === 0) return null;
  return (
    <Panel id="harm" title="消除影响">
      <p>各渠道的撤回以回执为准，见“公示”；下列事项由承办人登记办结。</p>
      <Table
        caption="消除影响的事项"
        columns={COLUMNS}
        rows={props.items}
        keyOf={(each) => each.itemId}
        empty="没有待办事项。"
      />
    </Panel>
  );
}
