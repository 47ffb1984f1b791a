import { Type } from "typebox";
import { listOf } from "./values.ts";

const FINDING = Type.Object({
  ruleId: Type.String(),
  title: Type.String(),
  citations: listOf(Type.String()),
  missing: Type.String(),
  toDo: Type.String(),
});

/** What stands against an act, as people read it. */
export const FINDINGS = listOf(FINDING);

export const REFUSAL = Type.Object({
  kind: Type.Enum(["law", "stage", "role", "content"]),
  findings: FINDINGS,
});

/** An error (RFC 9457). */
export const PROBLEM = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.Optional(Type.String()),
    instance: Type.Optional(Type.String()),
    errors: Type.Optional(listOf(Type.Object({ field: Type.String(), message: Type.String() }))),
    findings: Type.Optional(FINDINGS),
    commandId: Type.Optional(Type.Union([Type.String(), Type.Null()])),
  },
  { title: "Problem" },
);

const SAID: Readonly<Record<number, string>> = {
  400: "请求的格式不正确",
  401: "尚未登录",
  403: "没有权限",
  404: "没有找到，或无权知悉",
  409: "依法或依现在的状态不能办理",
  413: "内容过大",
  422: "内容不正确",
  429: "尝试次数过多；Retry-After 为须等待的秒数",
  503: "暂时不可用，没有保存；Retry-After 为须等待的秒数",
};

type Status = 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 503;

const SENT = Object.fromEntries(
  Object.entries(SAID).map(([status, description]) => [
    status,
    { description, content: { "application/problem+json": { schema: PROBLEM } } },
  ]),
);

/** The errors that a route can answer with, for its response schemas. */
export function problems(...statuses: readonly Status[]): Record<number, unknown> {
  return Object.fromEntries([...statuses, 500].map((status) => [status, SENT[status] ?? FAULT]));
}

const FAULT = {
  description: "系统出了故障",
  content: { "application/problem+json": { schema: PROBLEM } },
};
