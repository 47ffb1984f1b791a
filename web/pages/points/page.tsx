import type { ReactNode } from "react";
import type { PointView } from "../../../api/use-cases/find-points.ts";
import { Table, type Column } from "../../components/table.tsx";
import { Page } from "../../layout/page.tsx";
import type { PageContext } from "../../layout/page-context.ts";
import { printMoment } from "../../words/print-moment.ts";

const FORMS: Readonly<Record<string, string>> = {
  "own-register": "本系统",
  "http-push": "推送",
  folder: "文件夹",
  sftp: "SFTP",
  pull: "对方来取",
  "by-implementer": "逐个实施单位推送",
};

/** How a point is reached, in words. */
export function describeConnection(form: string | null): string {
  return form === null ? "没有接通" : (FORMS[form] ?? form);
}

const COLUMNS: readonly Column<PointView>[] = [
  {
    title: "对接点",
    cell: (each) => <a href={`/publication/points/${each.channel}`}>{each.title}</a>,
  },
  { title: "连接方式", cell: (each) => describeConnection(each.form), narrow: true },
  { title: "状态", cell: describeState },
  { title: "待送达", cell: describeBacklog },
  {
    title: "最近的回执",
    cell: (each) => (each.lastReceipt === null ? "没有" : printMoment(each.lastReceipt)),
  },
  { title: "依据", cell: (each) => each.source },
];

/** A word and a color for how a point stands. */
export function describeState(point: PointView): ReactNode {
  if (point.openDivergences > 0) {
    return <span className="tag tag-red">{`${String(point.openDivergences)}项不一致`}</span>;
  }
  if (point.unreadableSince !== null) return <span className="tag tag-red">无法核对</span>;
  if (point.backlog > 0) return <span className="tag tag-amber">有待送达</span>;
  if (point.lastReceipt === null) return <span className="tag">没有送达过</span>;
  return <span className="tag tag-green">一致</span>;
}

function describeBacklog({ backlog, removalsWaiting }: PointView): string {
  if (backlog === 0) return "没有";
  const removals = removalsWaiting === 0 ? "" : `，其中撤下${String(removalsWaiting)}条`;
  return `${String(backlog)}条${removals}`;
}

/** Every place to which listings go, and how it stands (对接点). */
export function PointsPage(props: {
  readonly context: PageContext;
  readonly points: readonly PointView[];
}): ReactNode {
  return (
    <Page context={props.context} title="公示对接点">
      <h1>公示对接点</h1>
      <p>
        名单信息依《实施细则》发往这些地方。每晚以及每次变更后，系统读回各处展示的内容，与公示记录逐项比对；不一致的再次发送，仍不一致的登记为问责事项。
      </p>
      <Table
        caption="对接点的状态"
        columns={COLUMNS}
        rows={props.points}
        keyOf={(each) => each.channel}
        empty="没有对接点。"
      />
      <p>
        <a href="/publication">公示分发台账</a>
        {"　"}
        <a href="/publication/authorities">各机关的公示渠道</a>
      </p>
    </Page>
  );
}
