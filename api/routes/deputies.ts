import { Type } from "typebox";
import { DEPUTISED_ROLES } from "../../domain/authorities/deputy.ts";
import { day, line, oneOf, text, toDay } from "../acts/parts.ts";
import type { AppDeps } from "../deps.ts";
import { SIGNED_IN, SIGNED_IN_ON_PURPOSE } from "../plugins/openapi.ts";
import { problems } from "../schemas/problem.ts";
import { DAY, listOf, UUID } from "../schemas/values.ts";
import { appointDeputy, endDeputy, findDeputies } from "../use-cases/deputies.ts";
import { officialOf, onPurpose, type RouteApp } from "./route-app.ts";

const TAGS = ["机关"];
const CLOSED = { additionalProperties: false } as const;

const DEPUTY = Type.Object({
  deputyId: UUID,
  authorityName: Type.String(),
  role: Type.Enum([...DEPUTISED_ROLES]),
  principal: Type.String({ description: "被代理人姓名" }),
  acting: Type.String({ description: "代理人姓名" }),
  startsOn: DAY,
  endsOn: DAY,
  reasons: Type.String(),
  state: Type.Enum(["to-come", "in-force", "over"]),
});

/** Deputies: who stands in for whom, naming one, ending it. */
export function addDeputyRoutes(app: RouteApp, deps: AppDeps): void {
  app.get(
    "/api/deputies",
    {
      schema: {
        tags: TAGS,
        summary: "代理登记：谁在何时代行谁的职责（本机关；牵头单位和管理员可见全部）",
        security: SIGNED_IN,
        response: { 200: Type.Object({ rows: listOf(DEPUTY) }), ...problems(401, 403) },
      },
    },
    async (request) => ({ rows: await findDeputies(deps, officialOf(request)) }),
  );
  app.post(
    "/api/deputies",
    {
      ...onPurpose(app),
      schema: {
        tags: TAGS,
        summary: "指定代理（负责人限本机关；管理员）",
        security: SIGNED_IN_ON_PURPOSE,
        body: Type.Object(
          {
            role: oneOf("代行的职责", DEPUTISED_ROLES),
            principal: line("被代理人账号"),
            acting: line("代理人账号"),
            startsOn: day("开始日"),
            endsOn: day("截止日"),
            reasons: text("原因"),
          },
          CLOSED,
        ),
        response: { 201: Type.Object({ deputyId: UUID }), ...problems(400, 401, 403, 422) },
      },
    },
    async (request, reply) => {
      const { startsOn, endsOn, ...rest } = request.body;
      const asked = { ...rest, startsOn: toDay(startsOn), endsOn: toDay(endsOn) };
      return reply.code(201).send(await appointDeputy(deps, officialOf(request), asked));
    },
  );
  app.post(
    "/api/deputies/:deputyId/end",
    {
      ...onPurpose(app),
      schema: {
        tags: TAGS,
        summary: "提前终止代理（负责人限本机关；管理员）",
        security: SIGNED_IN_ON_PURPOSE,
        params: Type.Object({ deputyId: Type.String({ title: "代理", format: "uuid" }) }),
        response: { 204: Type.Null(), ...problems(400, 401, 403, 404, 409) },
      },
    },
    async (request, reply) => {
      await endDeputy(deps, officialOf(request), request.params.deputyId);
      return reply.code(204).send(null);
    },
  );
}
