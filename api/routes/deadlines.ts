import { Type } from "typebox";
import type { CountedDeadline } from "../../domain/deadlines/compute.ts";
import type { AppDeps } from "../deps.ts";
import { OPEN_TO_ALL } from "../plugins/security.ts";
import { problems } from "../schemas/problem.ts";
import { DAY, listOf, orNull } from "../schemas/values.ts";
import { calculateDeadline, calculateDeadlines } from "../use-cases/calculate-deadlines.ts";
import type { RouteApp } from "./route-app.ts";

const QUESTION = Type.Object(
  {
    startsOn: Type.String({ title: "起算日", format: "date", description: "当日不计" }),
    length: Type.Integer({ title: "长度", minimum: 1, maximum: 20_000 }),
    unit: Type.Enum(["working-day", "day", "month", "year"], { title: "单位" }),
    rollRule: Type.Enum(["next-working-day", "none"], {
      title: "顺延规则",
      description: "最后一日为休息日的，是否顺延至其后第一个工作日",
    }),
    region: Type.Enum(["CN", "CN-GX"], { title: "日历", description: "全国；广西（含三月三）" }),
    direction: Type.Enum(["after", "before"], { title: "方向", description: "顺算；倒算" }),
  },
  { additionalProperties: false },
);

const MOST_QUESTIONS = 1_000;

const STEP = Type.Object({
  day: DAY,
  role: Type.Enum(["first-counted", "counted", "skipped", "term-end", "rolled-over", "rolled-to"]),
  count: orNull(Type.Integer()),
  kind: orNull(Type.Enum(["working-day", "weekend", "public-holiday", "make-up-workday"])),
  name: orNull(Type.String()),
  notice: orNull(Type.String({ description: "依据的放假通知文号" })),
  provisional: Type.Boolean(),
});

const ANSWER = Type.Object({
  endsOn: DAY,
  provisional: Type.Boolean({ description: "所涉年份的放假安排尚未公布，公布后须重新计算" }),
  calendarVersion: Type.String(),
  steps: listOf(STEP),
});

/** The calculation of time limits, open to everybody. */
export function addDeadlineRoutes(app: RouteApp, deps: AppDeps): void {
  app.post(
    "/api/deadlines/calculation",
    {
      config: OPEN_TO_ALL,
      schema: {
        tags: ["公众"],
        summary: "计算期限",
        description:
          "一次计算一个期限，或者以数组计算至多 1000 个；数组中任何一项有误的，全部不计算，并指明是哪一项",
        body: Type.Union([
          QUESTION,
          Type.Array(QUESTION, { minItems: 1, maxItems: MOST_QUESTIONS }),
        ]),
        response: {
          200: Type.Union([ANSWER, listOf(ANSWER)]),
          ...problems(400, 422, 429),
        },
      },
    },
    async ({ body }) =>
      Array.isArray(body)
        ? (await calculateDeadlines(deps, body)).map(describe)
        : describe(await calculateDeadline(deps, body)),
  );
}

function describe({ endsOn, provisional, calendarVersion, steps }: CountedDeadline) {
  return { endsOn, provisional, calendarVersion, steps };
}
