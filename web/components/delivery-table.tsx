import type { ReactNode } from "react";
import type { DeliveryView } from "../../api/use-cases/find-deliveries.ts";
import { describeFailure } from "../words/failure-words.ts";
import { printMoment } from "../words/print-moment.ts";
import { Table, type Column } from "./table.tsx";

const CASE: Column<DeliveryView> = {
  title: "案号",
  cell: (each) => <a href={`/cases/${each.caseId}`}>{each.caseNumber}</a>,
};

const COLUMNS: readonly Column<DeliveryView>[] = [
  { title: "渠道", cell: (each) => each.channelTitle },
  { title: "版本", cell: (each) => `第${String(each.version)}版`, narrow: true },
  { title: "状态", cell: describeState },
  { title: "未成功次数", cell: (each) => `${String(each.attempts)}次` },
  { title: "最近一次发送", cell: (each) => momentOr(each.lastAttemptAt) },
  { title: "回执", cell: describeReceipt },
];

function describeState(delivery: DeliveryView): ReactNode {
  if (delivery.receivedAt !== null) return <span className="tag tag-green">已收到</span>;
  if (delivery.lastFailure === null) return <span className="tag tag-amber">等待发送</span>;
  const next = delivery.nextAttemptAt;
  return (
    <>
      <span className="tag tag-red">未成功</span> {describeFailure(delivery.lastFailure)}
      {next === null ? "" : `，将于${printMoment(next)}再次发送`}
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

function momentOr(moment: Date | null): string {
  return moment === null ? "没有" : printMoment(moment);
}

/** Which channel got which version when, and its receipt (分发台账). */
export function DeliveryTable(props: {
  readonly deliveries: readonly DeliveryView[];
  readonly caption: string;
  readonly empty: string;
  /** Deliveries of several cases. */
  readonly withCase?: boolean;
}): ReactNode {
  return (
    <Table
      caption={props.caption}
      columns={props.withCase === true ? [CASE, ...COLUMNS] : COLUMNS}
      rows={props.deliveries}
      keyOf={(each) => `${each.caseId} ${each.channel} ${String(each.version)}`}
      empty={props.empty}
    />
  );
}
