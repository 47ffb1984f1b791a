import { Type } from "typebox";
import { pageOf } from "./paging.ts";
import { DAY, listOf, MOMENT, orNull, UUID } from "./values.ts";

const ROW = Type.Object({
  entryId: UUID,
  name: Type.String(),
  identifier: Type.String(),
  listId: Type.String(),
  listName: Type.String(),
  decidedBy: Type.String({ description: "由谁认定；本市不作认定" }),
  authorityName: Type.String(),
  documentNumber: Type.String(),
  listedOn: orNull(DAY),
  shownThrough: orNull(DAY),
});

export const ELSEWHERE_PAGE = Type.Object({
  ...pageOf(ROW).properties,
  total: Type.Integer(),
  asOf: MOMENT,
});

export const ELSEWHERE_SOURCES = Type.Object({
  rows: listOf(
    Type.Object({
      listId: Type.String(),
      listName: Type.String(),
      decidedBy: Type.String(),
      isConnected: Type.Boolean({ description: "认定机关是否可以推送" }),
      shown: Type.Integer(),
      untold: Type.Integer({ description: "措施实施单位尚未回执的变更" }),
      lastReceivedAt: orNull(MOMENT),
      sharingBasis: Type.String({
        description: "实施单位知悉个人姓名和证件号码的依据；为空的，对实施单位也脱敏",
      }),
      basisIsEntered: Type.Boolean({ description: "依据是否由法制机构录入" }),
    }),
  ),
});

export const ELSEWHERE_LISTINGS = Type.Object({
  rows: listOf(
    Type.Object({
      entryId: UUID,
      listName: Type.String(),
      name: Type.String(),
      identifier: Type.String(),
      authorityName: Type.String(),
      documentNumber: Type.String(),
      listedOn: orNull(DAY),
      state: Type.Enum(["shown", "ended", "withdrawn"]),
      removedOn: orNull(DAY),
      cameBy: Type.Enum(["push", "file"]),
      toldAt: orNull(MOMENT),
      lastFailure: orNull(Type.String()),
    }),
  ),
});

export const ELSEWHERE_ANSWER = Type.Object({
  receiptId: Type.String(),
  messageId: Type.String(),
  bodyHash: Type.String({ description: "请求内容的 SHA-256" }),
  taken: Type.Integer({ description: "新收录" }),
  changed: Type.Integer({ description: "更新" }),
  withdrawn: Type.Integer({ description: "移出" }),
  unchanged: Type.Integer({ description: "与已收到的相同" }),
  overtaken: Type.Integer({ description: "已收到更新的，没有采用" }),
  rejected: listOf(
    Type.Object({
      index: Type.Integer({ description: "在本批中的位置，从0起" }),
      findings: listOf(Type.Object({ column: Type.String(), message: Type.String() })),
    }),
  ),
});

export const SHARING_BASIS = Type.Object(
  {
    instrument: Type.String({ title: "文件名称和文号；撤回时为空", maxLength: 200 }),
    article: Type.String({ title: "条款；撤回时为空", maxLength: 100 }),
    reasons: Type.String({ title: "理由", minLength: 1, maxLength: 2_000 }),
  },
  { additionalProperties: false },
);

export const TOLD_ANEW = Type.Object({
  toldAnew: Type.Integer({ description: "随即重新告知实施单位的条目" }),
});
