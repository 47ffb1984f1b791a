import type { ReactNode } from "react";
import type { LawPackView, PackVersionView } from "../../../api/use-cases/law-packs.ts";
import { READINESS_TITLES } from "../../../domain/glossary.ts";
import { findUnknowns, type Unknown } from "../../../domain/legality/unknowns.ts";
import { NATIONAL_LISTS } from "../../../domain/packs/list-id.ts";
import { LISTS_ELSEWHERE, type ListElsewhere } from "../../../domain/packs/lists-elsewhere.ts";
import { Citations } from "../../components/citation.tsx";
import { Table, type Column } from "../../components/table.tsx";
import { Page } from "../../layout/page.tsx";
import type { PageContext } from "../../layout/page-context.ts";

export const VERSION_STATES: Readonly<Record<PackVersionView["state"], string>> = {
  draft: "待启用",
  active: "已启用",
  retired: "已停用",
};

const COLUMNS: readonly Column<LawPackView>[] = [
  {
    title: "名单",
    cell: (each) => <a href={`/law/packs/${encodeURIComponent(each.listId)}`}>{each.listName}</a>,
  },
  { title: "适用", cell: (each) => READINESS_TITLES[each.newest.pack.readiness] },
  {
    title: "启用版本",
    cell: (each) => (each.active === null ? "没有启用" : `第${each.active.version}版`),
  },
  {
    title: "最新版本",
    cell: (each) => `第${each.newest.version}版（${VERSION_STATES[each.newest.state]}）`,
  },
  {
    title: "启用障碍",
    cell: (each) =>
      each.newest.obstacles.length === 0
        ? "没有"
        : each.newest.obstacles.map((obstacle) => obstacle.missing).join("；"),
  },
];

const ELSEWHERE_COLUMNS: readonly Column<ListElsewhere>[] = [
  { title: "名单", cell: (each) => NATIONAL_LISTS[each.listId] },
  { title: "适用", cell: (each) => READINESS_TITLES[each.readiness] },
  { title: "认定机关", cell: (each) => each.decidedBy ?? "没有查明" },
  { title: "说明", cell: (each) => each.reason },
  { title: "依据", cell: (each) => <Citations citations={each.citations} /> },
];

const UNKNOWN_COLUMNS: readonly Column<Unknown>[] = [
  { title: "名单、清单", cell: (each) => each.about },
  { title: "不知道什么", cell: (each) => each.what },
  { title: "目前的处理", cell: (each) => each.meanwhile },
];

/** The law packs: which lists there are, and which can be decided here. */
export function LawPage(props: {
  readonly context: PageContext;
  readonly packs: readonly LawPackView[];
}): ReactNode {
  const { context, packs } = props;
  return (
    <Page context={context} title="名单规则包">
      <h1>名单规则包</h1>
      <p>
        每种名单的认定标准、期限、措施和依据作为规则包登记，每个数值都带有出处和核验标记。案件锁定立案时启用的版本。启用须经两人同意，其中一人为法制审核人员。
      </p>
      <Table
        caption="规则包"
        columns={COLUMNS}
        rows={packs}
        keyOf={(each) => each.listId}
        empty="还没有登记规则包。"
      />
      <h2>不在本市认定的名单</h2>
      <p>下列名单由其他机关认定，或者认定标准、设列依据没有查到，不能在本系统立案。</p>
      <Table
        caption="不在本市认定的名单"
        captionHidden
        columns={ELSEWHERE_COLUMNS}
        rows={LISTS_ELSEWHERE}
        keyOf={(each) => each.listId}
        empty="没有"
      />
      <h2>尚未查明的事项</h2>
      <p>
        系统不猜测法律。下列事项没有查到可靠的依据，查明或者由法制负责人录入之前，按“目前的处理”办理。
      </p>
      <Table
        caption="尚未查明的事项"
        captionHidden
        columns={UNKNOWN_COLUMNS}
        rows={findUnknowns(packs.map((each) => (each.active ?? each.newest).pack))}
        keyOf={(each) => `${each.about} ${each.what}`}
        empty="没有"
      />
      <p>
        <a href="/law/rules">查看全部程序规则和期限</a>
      </p>
    </Page>
  );
}
