import type { ReactNode } from "react";
import { CHANNEL_TITLES } from "../../domain/publication/channels.ts";
import type { DeliveryView } from "../../api/use-cases/find-deliveries.ts";
import { printMoment } from "../words/print-moment.ts";
import { Table, type Column } from "./table.tsx";

const COLUMNS: readonly Column<DeliveryView>[] = [
  { title: "渠道", cell: (each) => CHANNEL_TITLES[each.channel] },
  { title: "版本", cell: (each) => `第${String(each.version)}版` },
  { title: "状态", cell: describeState },
  { title: "已尝试", cell: (each) => `${String(each.attempts)}次` },
  { title: "最近一次", cell: (each) => momentOr(each.lastAttemptAt) },
  { title: "回执", cell: describeReceipt },
];

function describeState(delivery: DeliveryView): ReactNode {
  if (delivery.receivedAt !== null) return <span className="tag tag-green">已收到</span>;
  if (delivery.lastFailure === null) return <span className="tag tag-amber">等待分发</span>;
  const next = delivery.nextAttemptAt;
  return (
    <>
      <span className="tag tag-red">未成功</span>{" "}
      {next === null ? "" : `将于${printMoment(next)}再次尝试`}
    </>
  );
}

function describeReceipt(delivery: DeliveryView): ReactNode {
  if (delivery.receivedAt === null) return "没有";
  return (
    <>
      {printMoment(delivery.receivedAt)} <code>{delivery.receiptId ?? ""}</code>
    </>
  );
}

function momentOr(moment: Date | string | null): string {
  return moment === null ? "没有" : printMoment(moment);
}

/** Which channel got which version when, and its receipt (分发台账). */
export function DeliveryTable(props: {
  readonly deliveries: readonly DeliveryView[];
  readonly caption: string;
  readonly empty: string;
}): ReactNode {
  return (
    <Table
      caption={props.caption}
      columns={COLUMNS}
      rows={props.deliveries}
      keyOf={(each) => `${each.caseId} ${each.channel} ${String(each.version)}`}
      empty={props.empty}
    />
  );
}
