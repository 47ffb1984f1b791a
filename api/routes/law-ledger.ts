import { Type } from "typebox";
import { day, line, text, toDay } from "../acts/parts.ts";
import type { AppDeps } from "../deps.ts";
import { describeRefusal, sendProblem } from "../errors.ts";
import { SIGNED_IN, SIGNED_IN_ON_PURPOSE } from "../plugins/openapi.ts";
import { problems } from "../schemas/problem.ts";
import { DAY, listOf, orNull } from "../schemas/values.ts";
import { findLedger, keepLedger } from "../use-cases/law-ledger.ts";
import { officialOf, onPurpose, type RouteApp } from "./route-app.ts";

const TAGS = ["名单规则"];
const CLOSED = { additionalProperties: false } as const;

const ENTRY = Type.Object({
  entryId: Type.String(),
  kind: Type.Enum(["pack", "directory", "measure"]),
  title: Type.String(),
  inForceFrom: orNull(DAY),
  inForceTo: orNull(DAY),
  note: orNull(
    Type.Object({
      unit: Type.String({ description: "责任单位" }),
      reviewOn: DAY,
      conforms: Type.Boolean({ description: "符合要求" }),
      plan: Type.String({ description: "规范完善方案" }),
    }),
  ),
  isDue: Type.Boolean({ description: "应当复核" }),
});

/** The ledger of packs, directories and measures in force. */
export function addLawLedgerRoutes(app: RouteApp, deps: AppDeps): void {
  app.get(
    "/api/law-ledger",
    {
      schema: {
        tags: TAGS,
        summary: "措施台账：现行规则包、目录和措施的责任单位与复核日",
        security: SIGNED_IN,
        response: { 200: Type.Object({ rows: listOf(ENTRY) }), ...problems(401, 403) },
      },
    },
    async (request) => ({ rows: await findLedger(deps, officialOf(request)) }),
  );
  app.post(
    "/api/law-ledger",
    {
      ...onPurpose(app),
      schema: {
        tags: TAGS,
        summary: "登记一项的责任单位、下次复核日和规范方案（牵头单位、法制负责人）",
        security: SIGNED_IN_ON_PURPOSE,
        body: Type.Object(
          {
            entryId: line("台账条目"),
            unit: line("责任单位"),
            reviewOn: day("下次复核日"),
            conforms: Type.Boolean({ title: "符合要求" }),
            plan: text("规范完善方案"),
          },
          CLOSED,
        ),
        response: {
          200: Type.Object({ outcome: Type.Literal("accepted") }),
          ...problems(400, 401, 403, 404, 409, 422),
        },
      },
    },
    async (request, reply) => {
      const { entryId, reviewOn, ...note } = request.body;
      const kept = { ...note, reviewOn: toDay(reviewOn) };
      const outcome = await keepLedger(deps, officialOf(request), entryId, kept);
      return outcome.outcome === "accepted"
        ? reply.send(outcome)
        : sendProblem(reply, describeRefusal(outcome.refusal));
    },
  );
}
