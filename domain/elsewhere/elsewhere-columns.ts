import { NATIONAL_LISTS } from "../packs/list-id.ts";
import { LISTS_ELSEWHERE, type ListElsewhere } from "../packs/lists-elsewhere.ts";
import type { TableColumn } from "../leads/table-header.ts";

/** What a record of a list that others decide is made of (外部认定名单数据项): the same names in a push and in the header of a file. */
export const ELSEWHERE_COLUMNS = [
  { id: "recordId", title: "记录编号", required: true },
  { id: "state", title: "状态", required: true },
  { id: "updatedAt", title: "数据更新时间", required: true },
  { id: "partyName", title: "主体名称", required: false },
  { id: "partyKind", title: "主体类别", required: false },
  { id: "identifier", title: "统一社会信用代码（居民身份证号码）", required: false },
  { id: "authorityName", title: "认定机关", required: false },
  { id: "documentNumber", title: "认定文书号", required: false },
  { id: "listedOn", title: "列入日期", required: false },
  { id: "shownThrough", title: "截止日期", required: false },
  { id: "grounds", title: "列入事由", required: false },
  { id: "withdrawnOn", title: "移出日期", required: false },
] as const satisfies readonly TableColumn[];

export type ElsewhereColumnId = (typeof ELSEWHERE_COLUMNS)[number]["id"];

/** One record as it came: every item that was filled in, as text. */
export type ElsewhereCells = Readonly<Partial<Record<ElsewhereColumnId, string>>>;

/** The column's title as people know it. */
export function titleOfElsewhereColumn(id: string): string {
  return ELSEWHERE_COLUMNS.find((column) => column.id === id)?.title ?? id;
}

/** A list that is only received here (只接收的名单), and who decides. */
export interface FedList {
  readonly listId: ListElsewhere["listId"];
  readonly listName: string;
  readonly decidedBy: string;
  readonly reason: string;
}

/** The lists that others decide and that this place receives, shows and carries measures out for. */
export const FED_LISTS: readonly FedList[] = LISTS_ELSEWHERE.flatMap((list) =>
  list.readiness === "feed-only" && list.decidedBy !== null
    ? [
        {
          ...{ listId: list.listId, listName: NATIONAL_LISTS[list.listId] },
          ...{ decidedBy: list.decidedBy, reason: list.reason },
        },
      ]
    : [],
);

/** Finds a list that is only received; null for one that is decided here, blocked or unknown. */
export function findFedList(listId: string): FedList | null {
  return FED_LISTS.find((list) => list.listId === listId) ?? null;
}
