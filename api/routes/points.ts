import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import { isChannelId } from "../../domain/publication/channels.ts";
import type { AppDeps } from "../deps.ts";
import { OPEN_TO_ALL } from "../plugins/security.ts";
import { problems } from "../schemas/problem.ts";
import { listOf, orNull, whole } from "../schemas/values.ts";
import { NotSignedInError } from "../use-cases/faults.ts";
import { acknowledgeFeed, readPointFeed, type PointAccess } from "../use-cases/read-point-feed.ts";
import type { RouteApp } from "./route-app.ts";

const TAGS = ["对接点"];

const POINT_PARAMS = Type.Object({
  point: Type.String({ title: "对接点", pattern: "^[a-z-]{1,60}$" }),
});

const ENTRY = Type.Object({
  parcelId: Type.String(),
  form: whole("应当展示的内容"),
  signature: Type.String({ description: "对 form 的规范 JSON 的 Ed25519 签名" }),
  sealSignature: orNull(
    Type.String({ description: "认定机关印章的 SM2 签名：sm2:证书散列:签名；印章不是国密的为空" }),
  ),
});

const FEED = Type.Object({
  removals: listOf(ENTRY),
  changes: listOf(ENTRY),
  next: Type.Integer({ description: "下次请求的 since；处理完后以它确认" }),
  more: Type.Boolean({ description: "是否还有更多变更" }),
});

/** The feeds of receivers that fetch. They have no account: a token in the header says who asks. */
export function addPointFeedRoutes(app: RouteApp, deps: AppDeps): void {
  app.get(
    "/api/points/:point/changes",
    {
      config: OPEN_TO_ALL,
      schema: {
        tags: TAGS,
        summary: "对接点取变更（凭令牌）",
        description:
          "请求头 Authorization: Bearer 令牌。removals 是须立即撤下的全部条目，先于 changes 处理；处理完后以 next 确认，确认即为回执",
        params: POINT_PARAMS,
        querystring: Type.Object(
          { since: Type.Optional(Type.String({ title: "变更序号", pattern: "^[0-9]{1,15}$" })) },
          { additionalProperties: false },
        ),
        response: { 200: FEED, ...problems(400, 401, 429) },
      },
    },
    async (request, reply) => {
      reply.header("cache-control", "no-store");
      return readPointFeed(deps, accessOf(request), Number(request.query.since ?? "0"));
    },
  );
  app.post(
    "/api/points/:point/acknowledgement",
    {
      config: OPEN_TO_ALL,
      schema: {
        tags: TAGS,
        summary: "对接点确认已处理到哪个变更序号（凭令牌）",
        params: POINT_PARAMS,
        body: Type.Object(
          { cursor: Type.Integer({ title: "变更序号", minimum: 0 }) },
          { additionalProperties: false },
        ),
        response: {
          200: Type.Object({ acknowledged: Type.Integer() }),
          ...problems(400, 401, 429),
        },
      },
    },
    async (request) => acknowledgeFeed(deps, accessOf(request), request.body.cursor),
  );
}

function accessOf(request: FastifyRequest): PointAccess {
  const { point } = request.params as { point: string }; // checked by the schema of the path
  if (!isChannelId(point)) throw new NotSignedInError("no such receiver");
  const [scheme, token = ""] = (request.headers.authorization ?? "").split(" ");
  return { channel: point, token: scheme === "Bearer" ? token : "" };
}
