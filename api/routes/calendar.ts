import { Type } from "typebox";
import type { AppDeps } from "../deps.ts";
import { OPEN_TO_ALL } from "../plugins/security.ts";
import { SIGNED_IN_ON_PURPOSE } from "../plugins/openapi.ts";
import { day, line, oneOf } from "../acts/parts.ts";
import { pageOf } from "../schemas/paging.ts";
import { problems } from "../schemas/problem.ts";
import { whole } from "../schemas/values.ts";
import { enterCalendarNotice, findCalendarNotices } from "../use-cases/enter-calendar-notice.ts";
import { officialOf, onPurpose, type RouteApp } from "./route-app.ts";

const CLOSED = { additionalProperties: false } as const;

const NOTICE = Type.Object(
  {
    number: line("文号或者标题"),
    region: oneOf("适用地区", ["CN", "CN-GX"]),
    year: Type.Integer({ title: "年度", minimum: 2018, maximum: 2099 }),
    issuedOn: day("发布日"),
    offDays: Type.Array(
      Type.Object({ name: line("节日", 40), from: day("首日"), to: day("末日") }, CLOSED),
      { title: "放假", maxItems: 40 },
    ),
    workDays: Type.Array(day("调休上班日"), { title: "调休上班", maxItems: 40 }),
    cancels: Type.Array(day("取消的调休上班日"), { title: "取消调休上班", maxItems: 40 }),
  },
  CLOSED,
);

/** The notices on days off that time limits are counted by. */
export function addCalendarRoutes(app: RouteApp, deps: AppDeps): void {
  app.get(
    "/api/calendar/notices",
    {
      config: OPEN_TO_ALL,
      schema: {
        tags: ["公众"],
        summary: "期限计算所依据的放假安排通知",
        response: { 200: pageOf(whole("放假安排通知")), ...problems(429) },
      },
    },
    async () => ({ rows: await findCalendarNotices(deps), nextCursor: null }),
  );
  app.post(
    "/api/calendar/notices",
    {
      ...onPurpose(app),
      schema: {
        tags: ["名单规则"],
        summary: "录入放假安排通知（法制负责人）；全部案件中未届满的期限随即重新计算",
        security: SIGNED_IN_ON_PURPOSE,
        body: NOTICE,
        response: {
          201: Type.Object({ noticeId: Type.String() }),
          ...problems(400, 401, 403, 422),
        },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await enterCalendarNotice(deps, officialOf(request), request.body)),
  );
}
