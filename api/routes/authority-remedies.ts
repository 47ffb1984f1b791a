import { Type } from "typebox";
import { BRANCHES, type AuthorityBranch } from "../../domain/authorities/remedy-organs.ts";
import { oneOf } from "../acts/parts.ts";
import type { AppDeps } from "../deps.ts";
import { SIGNED_IN, SIGNED_IN_ON_PURPOSE } from "../plugins/openapi.ts";
import { problems } from "../schemas/problem.ts";
import { listOf, orNull } from "../schemas/values.ts";
import { enterAuthorityRemedies, findAuthorityRemedies } from "../use-cases/authority-remedies.ts";
import { officialOf, onPurpose, type RouteApp } from "./route-app.ts";

const TAGS = ["文书"];
const LINE = { minLength: 1, maxLength: 200 };
const KINDS = Object.keys(BRANCHES) as AuthorityBranch[]; // written with exactly these names

const ENTERED = {
  branch: oneOf("机关类型", KINDS),
  reconsiderationOrgan: Type.String({ title: "行政复议机关", ...LINE }),
  court: Type.String({ title: "管辖法院", ...LINE }),
  reconsiderationOnlineChannel: orNull(
    Type.String({ title: "线上申请复议的渠道", maxLength: 200 }),
  ),
};

const VIEW = Type.Object({
  authorityId: Type.String(),
  authorityName: Type.String(),
  ...ENTERED,
  reconsiderationOrgan: Type.String(),
  court: Type.String(),
  flaws: listOf(Type.String({ description: "与法律不符之处和所依条文" })),
  mayEnter: Type.Boolean(),
});

/** Where the decisions of each authority can be challenged. */
export function addAuthorityRemedyRoutes(app: RouteApp, deps: AppDeps): void {
  app.get(
    "/api/authority-remedies",
    {
      schema: {
        tags: TAGS,
        summary: "各机关文书载明的救济途径：行政复议机关、管辖法院、线上渠道",
        security: SIGNED_IN,
        response: { 200: Type.Object({ rows: listOf(VIEW) }), ...problems(401, 403) },
      },
    },
    async (request) => ({ rows: await findAuthorityRemedies(deps, officialOf(request)) }),
  );
  app.post(
    "/api/authorities/:authorityId/remedies",
    {
      ...onPurpose(app),
      schema: {
        tags: TAGS,
        summary: "登记一个机关的救济途径（本机关法制负责人、牵头单位、系统管理员）",
        description: "与法定管辖不符的不予登记，并指明条文；已经制发的文书不变",
        security: SIGNED_IN_ON_PURPOSE,
        params: Type.Object({
          authorityId: Type.String({ title: "机关", pattern: "^[a-z0-9-]{1,60}$" }),
        }),
        body: Type.Object(ENTERED, { additionalProperties: false }),
        response: { 200: VIEW, ...problems(400, 401, 403, 404, 422) },
      },
    },
    async (request) =>
      enterAuthorityRemedies(deps, officialOf(request), request.params.authorityId, request.body),
  );
}
