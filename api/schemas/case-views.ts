import { Type } from "typebox";
import { listOf, DAY, MOMENT, orNull, STAGE, UUID, whole } from "./values.ts";

export const DEADLINE = Type.Object({
  deadlineId: Type.String(),
  termId: Type.String(),
  title: Type.String(),
  startsOn: DAY,
  endsOn: DAY,
  dueAt: Type.String({ format: "date-time" }),
  length: Type.Integer(),
  unit: Type.Enum(["working-day", "day", "month", "year"]),
  provisional: Type.Boolean(),
  calendarVersion: Type.String(),
  status: Type.Enum(["open", "paused", "met", "met-late", "passed", "missed", "lifted"]),
  explanation: Type.String(),
  citations: listOf(Type.String()),
  remainingWorkingDays: orNull(Type.Integer()),
  lamp: Type.Enum(["none", "green", "yellow", "red"]),
  steps: listOf(whole("期限逐日计算")),
});

export const PARTY = Type.Object({
  kind: Type.Enum(["natural-person", "legal-person", "unincorporated-organization"]),
  name: Type.String(),
  identifier: Type.String(),
  address: orNull(Type.String()),
  phone: orNull(Type.String()),
  masked: Type.Boolean(),
});

export const AUTHORITY = Type.Object({
  authorityId: Type.String(),
  name: Type.String(),
  shortName: Type.String(),
  level: Type.String(),
  reconsiderationOrgan: Type.String(),
  court: Type.String(),
  contactAddress: Type.String(),
  contactPhone: Type.String(),
});

export const SIBLING = Type.Object({
  caseId: UUID,
  caseNumber: Type.String(),
  partyRole: Type.String(),
  stage: STAGE,
});

export const CASE_FILE_VIEW = Type.Object({
  file: whole("案卷：由全部事件推出的现状"),
  party: PARTY,
  authority: AUTHORITY,
  pack: Type.Object({
    listId: Type.String(),
    listName: Type.String(),
    version: Type.String(),
  }),
  officerName: Type.String(),
  siblings: listOf(SIBLING),
  deadlines: listOf(DEADLINE),
  now: MOMENT,
  today: DAY,
});

export const WORKLIST_ROW = Type.Object({
  caseId: UUID,
  caseNumber: Type.String(),
  partyName: Type.String(),
  partyRole: Type.String(),
  listId: Type.String(),
  authorityName: Type.String(),
  stage: STAGE,
  openedOn: DAY,
  deadline: orNull(DEADLINE),
});

export const EVENT = Type.Object({
  seq: Type.Integer(),
  event: Type.Object(
    {
      type: Type.String(),
      at: Type.String({ format: "date-time" }),
      actId: Type.String(),
      by: Type.Object({ userId: Type.String(), role: Type.String() }),
    },
    { additionalProperties: true },
  ),
  algorithm: Type.String(),
  previousHash: Type.String(),
  hash: Type.String(),
  byName: Type.String(),
});

export const PAPER = Type.Object({
  paperId: Type.String(),
  kind: Type.String(),
  title: Type.String(),
  number: Type.String(),
  issuedOn: DAY,
  servedOn: orNull(DAY),
  toServe: Type.Boolean(),
  checkCode: Type.String(),
  rendered: Type.Boolean(),
  state: Type.Enum(["valid", "replaced", "annulled"], {
    description: "效力：有效、已被新文书替换、已被撤销",
  }),
});

export const OWN_CASE = Type.Object({
  caseId: UUID,
  caseNumber: Type.String(),
  listName: Type.String(),
  authority: AUTHORITY,
  party: PARTY,
  partyRole: Type.String(),
  stage: STAGE,
  outcome: orNull(Type.String()),
  openedOn: DAY,
  papers: listOf(PAPER),
  deadlines: listOf(DEADLINE),
  acts: listOf(whole("可以办理的事项")),
  statements: listOf(whole("陈述申辩")),
  answers: listOf(whole("逐条答复")),
  defenseEnded: orNull(Type.String()),
  repairs: listOf(whole("信用修复申请")),
  objections: listOf(whole("对公示信息的异议")),
  earlyRemoval: listOf(whole("可申请提前移出之日")),
  publicationState: Type.String(),
  removal: orNull(whole("移出")),
  messages: listOf(whole("提醒")),
  now: MOMENT,
  today: DAY,
});
