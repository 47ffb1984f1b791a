import { Type } from "typebox";
import type { AppDeps } from "../deps.ts";
import { day, toDay } from "../acts/parts.ts";
import { SIGNED_IN } from "../plugins/openapi.ts";
import { PAGE_QUERY, pageOf, toPageQuery } from "../schemas/paging.ts";
import { problems } from "../schemas/problem.ts";
import { DAY, listOf, MOMENT, UUID } from "../schemas/values.ts";
import { findReadings } from "../use-cases/find-readings.ts";
import { findStatistics } from "../use-cases/find-statistics.ts";
import { officialOf, type RouteApp } from "./route-app.ts";

const TAGS = ["监督"];

const LIST = Type.Object({
  listId: Type.String(),
  listName: Type.String(),
  opened: Type.Integer({ description: "立案" }),
  listed: Type.Integer({ description: "决定列入" }),
  notListed: Type.Integer({ description: "决定不予列入" }),
  withdrawn: Type.Integer({ description: "终止认定" }),
  removedByExpiry: Type.Integer({ description: "到期移出" }),
  removedByRepair: Type.Integer({ description: "修复移出" }),
  annulled: Type.Integer({ description: "撤销列入" }),
  objections: Type.Integer({ description: "对公示信息的异议" }),
  remedies: Type.Integer({ description: "复议、诉讼" }),
  deadlinesMet: Type.Integer({ description: "按期（含补办）办理的期限" }),
  deadlinesLate: Type.Integer({ description: "逾期的期限" }),
});

const STATISTICS = Type.Object({
  from: DAY,
  to: DAY,
  lists: listOf(LIST),
  refusals: listOf(
    Type.Object({ ruleId: Type.String(), title: Type.String(), count: Type.Integer() }),
  ),
  incidents: listOf(
    Type.Object({
      kind: Type.String(),
      title: Type.String(),
      opened: Type.Integer({ description: "登记的问责事项" }),
      unclosed: Type.Integer({ description: "其中尚未办结的" }),
    }),
  ),
});

const READING = Type.Object({
  readingId: UUID,
  caseId: UUID,
  caseNumber: Type.String(),
  userName: Type.String(),
  purpose: Type.String(),
  readAt: MOMENT,
});

/** What those who oversee the authorities need: numbers without anybody's data, and the register of looks. */
export function addOversightRoutes(app: RouteApp, deps: AppDeps): void {
  app.get(
    "/api/statistics",
    {
      schema: {
        tags: TAGS,
        summary: "一段时间的统计，不含个人信息（牵头单位、审计；负责人限本机关）",
        security: SIGNED_IN,
        querystring: Type.Object(
          { from: day("起始日"), to: day("终止日（含当日）") },
          { additionalProperties: false },
        ),
        response: { 200: STATISTICS, ...problems(400, 401, 403, 422) },
      },
    },
    (request) => {
      const { from, to } = request.query;
      return findStatistics(deps, officialOf(request), { from: toDay(from), to: toDay(to) });
    },
  );
  app.get(
    "/api/readings",
    {
      schema: {
        tags: TAGS,
        summary: "查询登记簿：谁在何时为何查看了当事人的明文信息",
        security: SIGNED_IN,
        querystring: Type.Object(PAGE_QUERY, { additionalProperties: false }),
        response: { 200: pageOf(READING), ...problems(400, 401, 403, 422) },
      },
    },
    (request) => findReadings(deps, officialOf(request), toPageQuery(request.query)),
  );
}
