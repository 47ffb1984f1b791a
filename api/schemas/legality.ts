import { Type, type Static } from "typebox";
import { ROLES } from "../../domain/case-file/actor.ts";
import { COMMAND_KINDS } from "../../domain/case-file/act-table.ts";
import {
  AUTHORITY_LEVEL_TITLES,
  PARTY_KIND_TITLES,
  PARTY_ROLE_TITLES,
} from "../../domain/glossary.ts";
import { day, id, oneOf } from "../acts/parts.ts";
import { REFUSAL } from "./problem.ts";
import { DAY, listOf, orNull, STAGE } from "./values.ts";

const CLOSED = { additionalProperties: false } as const;

const KINDS = Object.keys(PARTY_KIND_TITLES) as (keyof typeof PARTY_KIND_TITLES)[]; // a title for every kind
const PARTY_ROLES = Object.keys(PARTY_ROLE_TITLES) as (keyof typeof PARTY_ROLE_TITLES)[]; // as above
const LEVELS = Object.keys(AUTHORITY_LEVEL_TITLES) as (keyof typeof AUTHORITY_LEVEL_TITLES)[]; // as above

const BY = Type.Object(
  {
    role: oneOf("角色", ROLES),
    person: Type.Optional(
      Type.String({
        title: "人员代号",
        description: "任意代号；同一代号即同一人，用于检查查、审、决分离。不填的，每个角色各为一人",
        minLength: 1,
        maxLength: 40,
      }),
    ),
    elsewhere: Type.Optional(Type.Boolean({ title: "属于其他机关" })),
  },
  { ...CLOSED, title: "办理人" },
);

const BODY = Type.Object(
  {},
  {
    additionalProperties: true,
    title: "办理内容",
    description:
      "与实际办理该事项的请求正文相同。证据的 uploadId 可以任意编写；登记送达可以用文书种类（如 prior-notice）作为 paperIds，也可以不写文书和当事人；签发可以不写草稿散列，逐条答复可以用意见的序号（1、2……）作为 pointId",
  },
);

const EARLIER_ACT = Type.Object(
  { act: oneOf("事项", COMMAND_KINDS), on: day("办理日"), by: BY, body: BODY },
  { ...CLOSED, title: "此前的办理" },
);

/** A described case and the act that is asked about. */
export const LEGALITY_QUESTION = Type.Object(
  {
    listId: id("名单"),
    packVersion: Type.Optional(id("规则包版本")),
    authority: Type.Object(
      {
        level: oneOf("机关层级", LEVELS),
        competent: Type.Optional(
          Type.Boolean({ title: "依法负责该名单", description: "不填的，视为负责" }),
        ),
        reconsiderationOrgan: Type.Optional(
          Type.String({ title: "复议机关", description: "不填的，视为已经确定", maxLength: 200 }),
        ),
        court: Type.Optional(
          Type.String({ title: "管辖法院", description: "不填的，视为已经确定", maxLength: 200 }),
        ),
      },
      { ...CLOSED, title: "认定部门" },
    ),
    party: Type.Object(
      {
        kind: oneOf("当事人类别", KINDS),
        role: oneOf("列入身份", PARTY_ROLES),
        birthDay: Type.Optional(day("个人的出生日期")),
      },
      { ...CLOSED, title: "当事人" },
    ),
    openedOn: day("立案日"),
    openedBy: Type.Optional(BY),
    earlierActs: Type.Array(EARLIER_ACT, {
      title: "此前的办理",
      description: "按时间先后；期间届满的事项自行发生，各渠道的回执视为当日收到",
      maxItems: 100,
    }),
    act: oneOf("要检查的事项", [...COMMAND_KINDS, "open-case"]),
    on: day("办理日"),
    by: BY,
    body: Type.Optional(BODY),
  },
  { ...CLOSED, title: "案情" },
);

export type LegalityQuestion = Static<typeof LEGALITY_QUESTION>;
export type DescribedActor = Static<typeof BY>;
export type DescribedAct = Static<typeof EARLIER_ACT>;

const CLOCK = Type.Object({
  termId: Type.String(),
  title: Type.String(),
  startsOn: DAY,
  endsOn: DAY,
  status: Type.String(),
});

/** What the law says to it. */
export const LEGALITY_ANSWER = Type.Object({
  allowed: Type.Boolean(),
  refusal: orNull(REFUSAL),
  refusedEarlier: orNull(
    Type.Object({
      index: Type.Integer({ description: "此前的办理中的序号，自0起；-1 为立案" }),
      act: Type.String(),
      refusal: REFUSAL,
    }),
  ),
  stage: orNull(STAGE),
  rules: listOf(
    Type.Object({
      ruleId: Type.String(),
      title: Type.String(),
      citations: listOf(Type.String()),
    }),
  ),
  deadlines: listOf(CLOCK),
});
