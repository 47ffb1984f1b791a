import { Type } from "typebox";
import type { AppDeps } from "../deps.ts";
import { SIGNED_IN, SIGNED_IN_ON_PURPOSE } from "../plugins/openapi.ts";
import { problems } from "../schemas/problem.ts";
import { CASE_PARAMS, listOf, MOMENT, orNull, UUID } from "../schemas/values.ts";
import { findDistribution } from "../use-cases/find-distribution.ts";
import { findPoints, readPoint } from "../use-cases/find-points.ts";
import { isChannelId, type ChannelId } from "../../domain/publication/channels.ts";
import { BadInputError } from "../use-cases/faults.ts";
import { findAuthorityChannels, setAuthorityChannels } from "../use-cases/publication-channels.ts";
import { sendAgain } from "../use-cases/send-again.ts";
import { officialOf, onPurpose, type RouteApp } from "./route-app.ts";

const TAGS = ["公示分发"];

const POINT_PARAMS = Type.Object({
  point: Type.String({ title: "对接点", pattern: "^[a-z-]{1,60}$" }),
});

const POINT = {
  channel: Type.String(),
  title: Type.String(),
  source: Type.String({ description: "依据" }),
  form: orNull(Type.String({ description: "连接方式；null 为没有接通" })),
  hours: orNull(
    Type.Object(
      { from: Type.Integer(), to: Type.Integer() },
      { description: "工作日的接收时段；null 为随时接收。撤下、移出不受此限" },
    ),
  ),
  backlog: Type.Integer({ description: "待送达" }),
  removalsWaiting: Type.Integer({ description: "其中的撤下、移出" }),
  oldestWaiting: orNull(MOMENT),
  lastReceipt: orNull(MOMENT),
  lastCompared: orNull(MOMENT),
  unreadableSince: orNull(MOMENT),
  openDivergences: Type.Integer({ description: "尚未消除的不一致" }),
};

const WAITING = Type.Object({
  caseId: UUID,
  caseNumber: Type.String(),
  version: Type.Integer(),
  state: orNull(Type.String()),
  attempts: Type.Integer(),
  lastFailure: orNull(Type.String()),
  nextAttemptAt: orNull(MOMENT),
});

const HELD = Type.Object({
  caseId: UUID,
  caseNumber: Type.String(),
  version: Type.Integer(),
  receivedAt: MOMENT,
  receiptId: Type.String(),
  verifiedAt: orNull(MOMENT),
});

const DIVERGENCE = Type.Object({
  divergenceId: UUID,
  title: Type.String(),
  caseId: orNull(UUID),
  caseNumber: orNull(Type.String()),
  differences: listOf(
    Type.Object({ field: Type.String(), expected: Type.String(), found: Type.String() }),
  ),
  foundAt: MOMENT,
  alarmedAt: orNull(MOMENT),
  endedAt: orNull(MOMENT),
});

const DISTRIBUTION = Type.Object({
  channel: Type.String(),
  channelTitle: Type.String(),
  receiver: orNull(Type.String({ description: "逐个实施单位告知的，是哪个实施单位" })),
  version: Type.Integer(),
  state: orNull(Type.String()),
  provenVersion: orNull(Type.Integer()),
  receivedAt: orNull(MOMENT),
  receiptId: orNull(Type.String()),
  verifiedAt: orNull(MOMENT),
  stillShows: Type.Boolean({ description: "按最近的接收证明，该渠道是否仍在展示" }),
});

/** How the connection points stand, and who has what of an entry. */
export function addPointStateRoutes(app: RouteApp, deps: AppDeps): void {
  addChannelRoutes(app, deps);
  app.get(
    "/api/points",
    {
      schema: {
        tags: TAGS,
        summary: "各对接点的状态、积压和最近的回执",
        security: SIGNED_IN,
        response: { 200: Type.Object({ rows: listOf(Type.Object(POINT)) }), ...problems(401, 403) },
      },
    },
    async (request) => ({ rows: await findPoints(deps, officialOf(request)) }),
  );
  app.get(
    "/api/points/:point",
    {
      schema: {
        tags: TAGS,
        summary: "一个对接点：待送达的条目、仍在展示的条目和不一致",
        security: SIGNED_IN,
        params: POINT_PARAMS,
        response: {
          200: Type.Object({
            ...POINT,
            waiting: listOf(WAITING),
            holding: Type.Integer({ description: "该处仍在展示多少条" }),
            holds: listOf(HELD),
            divergences: listOf(DIVERGENCE),
          }),
          ...problems(400, 401, 403, 404),
        },
      },
    },
    (request) => readPoint(deps, officialOf(request), request.params.point),
  );
  app.post(
    "/api/points/:point/send-again",
    {
      ...onPurpose(app),
      schema: {
        tags: TAGS,
        summary: "立即再次发送一个对接点的全部待送达条目",
        security: SIGNED_IN_ON_PURPOSE,
        params: POINT_PARAMS,
        response: { 200: Type.Object({ sent: Type.Integer() }), ...problems(400, 401, 403, 404) },
      },
    },
    (request) => sendAgain(deps, officialOf(request), request.params.point),
  );
  addDistributionRoute(app, deps);
}

function addDistributionRoute(app: RouteApp, deps: AppDeps): void {
  app.get(
    "/api/case-files/:caseId/distribution",
    {
      schema: {
        tags: TAGS,
        summary: "分发台账：各渠道持有哪个版本、凭何证明、是否仍在展示",
        security: SIGNED_IN,
        params: CASE_PARAMS,
        response: {
          200: Type.Object({ caseNumber: Type.String(), rows: listOf(DISTRIBUTION) }),
          ...problems(400, 401, 403, 404),
        },
      },
    },
    (request) => findDistribution(deps, officialOf(request), request.params.caseId),
  );
}

const AUTHORITY_CHANNELS = Type.Object({
  authorityId: Type.String(),
  authorityName: Type.String(),
  channels: listOf(Type.String()),
});

/** Where the listings of each authority go out. */
function addChannelRoutes(app: RouteApp, deps: AppDeps): void {
  app.get(
    "/api/publication-channels",
    {
      schema: {
        tags: TAGS,
        summary: "各机关的名单信息发往哪些对接点",
        security: SIGNED_IN,
        response: {
          200: Type.Object({ rows: listOf(AUTHORITY_CHANNELS) }),
          ...problems(401, 403),
        },
      },
    },
    async (request) => ({ rows: await findAuthorityChannels(deps, officialOf(request)) }),
  );
  app.post(
    "/api/authorities/:authorityId/publication-channels",
    {
      ...onPurpose(app),
      schema: {
        tags: TAGS,
        summary: "设定一个机关的名单信息发往哪些对接点（牵头单位、系统管理员）",
        description: "通常的渠道总在其中；其他对接点须已经接通。新增的，公示中的名单信息随即补发",
        security: SIGNED_IN_ON_PURPOSE,
        params: Type.Object({
          authorityId: Type.String({ title: "机关", pattern: "^[a-z0-9-]{1,60}$" }),
        }),
        body: Type.Object(
          {
            channels: Type.Array(Type.String({ maxLength: 60 }), {
              title: "其他对接点",
              maxItems: 50,
            }),
          },
          { additionalProperties: false },
        ),
        response: { 200: AUTHORITY_CHANNELS, ...problems(400, 401, 403, 404, 422) },
      },
    },
    async (request) =>
      setAuthorityChannels(
        deps,
        officialOf(request),
        request.params.authorityId,
        toChannels(request.body.channels),
      ),
  );
}

function toChannels(names: readonly string[]): readonly ChannelId[] {
  return names.map((name) => {
    if (isChannelId(name)) return name;
    throw new BadInputError([{ field: "/channels", message: "有不认识的对接点" }]);
  });
}
