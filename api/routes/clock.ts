import { Type } from "typebox";
import type { AppDeps } from "../deps.ts";
import { day, toDay } from "../acts/parts.ts";
import { SIGNED_IN_ON_PURPOSE } from "../plugins/openapi.ts";
import { problems } from "../schemas/problem.ts";
import { listOf, DAY, MOMENT, UUID } from "../schemas/values.ts";
import { moveClock } from "../use-cases/move-clock.ts";
import { readClock } from "../use-cases/read-clock.ts";
import { officialOf, onPurpose, type RouteApp } from "./route-app.ts";

const CLOCK = Type.Object({
  now: MOMENT,
  today: DAY,
  mode: Type.Enum(["demo", "production"]),
  moved: Type.Boolean(),
  next: listOf(
    Type.Object({ at: MOMENT, what: Type.String(), caseId: UUID, caseNumber: Type.String() }),
  ),
});

/** The case clock; in the demonstration it can be moved forward. */
export function addClockRoutes(app: RouteApp, deps: AppDeps): void {
  app.get(
    "/api/clock",
    {
      schema: {
        tags: ["时钟"],
        summary: "系统时钟；登录的机关工作人员另见接下来到期的事项",
        response: { 200: CLOCK, ...problems(503) },
      },
    },
    async (request) => {
      const clock = await readClock(deps);
      const isOfficial = request.person !== null && request.person.actor.partyCaseId === null;
      return isOfficial ? clock : { ...clock, next: [] };
    },
  );
  app.post(
    "/api/clock/moves",
    {
      ...onPurpose(app),
      schema: {
        tags: ["时钟"],
        summary: "把演示时钟拨到某一天上午九时，或拨到下一个到期事项",
        security: SIGNED_IN_ON_PURPOSE,
        body: Type.Object(
          { to: Type.Union([day("日期"), Type.Literal("next")], { title: "拨到" }) },
          { additionalProperties: false },
        ),
        response: {
          200: Type.Object({
            now: MOMENT,
            stops: listOf(MOMENT),
            unsettled: Type.Integer({ description: "限时内尚未处理完的事项数" }),
          }),
          ...problems(400, 401, 403, 409),
        },
      },
    },
    async (request) => {
      const { to } = request.body;
      return moveClock(deps, officialOf(request), to === "next" ? to : toDay(to));
    },
  );
}
