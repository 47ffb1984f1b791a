import type { FastifyReply, FastifyRequest } from "fastify";
import { Type } from "typebox";
import type { AppDeps } from "../deps.ts";
import { OPEN_TO_ALL } from "../plugins/security.ts";
import { problems } from "../schemas/problem.ts";
import { DAY, FILE, listOf, MOMENT, orNull, UUID, whole } from "../schemas/values.ts";
import {
  findChanges,
  findNewestEntries,
  SNAPSHOT_FORMATS,
  takeSnapshot,
  type SnapshotFormat,
} from "../use-cases/read-open-data.ts";
import { writeAtomFeed } from "./atom-feed.ts";
import { cutRange } from "./byte-range.ts";
import { answerHeld, holdsTag, tagOf } from "./entity-tag.ts";
import type { RouteApp } from "./route-app.ts";

const CHANGE = Type.Union([
  Type.Object({
    op: Type.Enum(["ADD", "MOD"]),
    changeNumber: Type.Integer(),
    entryId: UUID,
    changedAt: MOMENT,
    entry: whole("公示的内容"),
  }),
  Type.Object({
    op: Type.Literal("DEL"),
    changeNumber: Type.Integer(),
    entryId: UUID,
    changedAt: MOMENT,
    listName: Type.String(),
    removedOn: orNull(DAY),
  }),
]);

const CHANGES = Type.Object({
  changes: listOf(CHANGE),
  next: Type.Integer({ description: "下次请求的 since" }),
  more: Type.Boolean({ description: "是否还有更多变更" }),
});

const ENTRIES_IN_FEED = 50;

/** Readers may keep a copy for a minute and must ask again then: a removal has to reach them. */
const CACHE = "public, max-age=60, must-revalidate";

/** The published list as open data: snapshots, a feed of changes with removals, and a feed for people. */
export function addOpenDataRoutes(app: RouteApp, deps: AppDeps): void {
  addSnapshotRoute(app, deps, "csv", "listings.csv", "名单全量快照（CSV）");
  addSnapshotRoute(app, deps, "jsonl", "listings.jsonl", "名单全量快照（JSON Lines）");
  addSnapshotRoute(app, deps, "ftm", "listings.ftm.json", "名单全量快照（FollowTheMoney）");
  app.get(
    "/api/open-data/changes",
    {
      config: OPEN_TO_ALL,
      schema: {
        tags: ["开放数据"],
        summary: "名单变更流",
        description:
          "按变更序号从小到大返回 since 之后的变更：ADD 新列、MOD 变更、DEL 移出。自 0 起依次应用全部变更，即为当前全量快照。收到 DEL 的，应当立即删除该条目",
        querystring: Type.Object(
          { since: Type.Optional(Type.String({ title: "变更序号", pattern: "^[0-9]{1,15}$" })) },
          { additionalProperties: false },
        ),
        response: { 200: CHANGES, ...problems(400, 429) },
      },
    },
    async (request, reply) => {
      reply.header("cache-control", "no-cache");
      return findChanges(deps, Number(request.query.since ?? "0"));
    },
  );
  app.get(
    "/api/open-data/feed.atom",
    {
      config: OPEN_TO_ALL,
      schema: {
        tags: ["开放数据"],
        summary: "名单动态（Atom）",
        response: { 200: FILE("application/atom+xml", "名单动态"), ...problems(429) },
      },
    },
    async (request, reply) => {
      const entries = await findNewestEntries(deps, ENTRIES_IN_FEED);
      const bytes = Buffer.from(writeAtomFeed(entries, deps.publicUrl), "utf8");
      const etag = tagOf(bytes);
      reply.headers({ etag, "cache-control": CACHE });
      if (holdsTag(request.headers["if-none-match"], etag)) return answerHeld(reply);
      return reply.type("application/atom+xml; charset=utf-8").send(bytes);
    },
  );
}

function addSnapshotRoute(
  app: RouteApp,
  deps: AppDeps,
  format: SnapshotFormat,
  file: string,
  summary: string,
): void {
  const { mediaType } = SNAPSHOT_FORMATS[format];
  app.get(
    `/api/open-data/${file}`,
    {
      config: OPEN_TO_ALL,
      schema: {
        tags: ["开放数据"],
        summary,
        description:
          "只含公示中的条目，已脱敏。支持 ETag（If-None-Match）和分段下载（Range）；X-Change-Number 是快照所含的最新变更序号",
        response: {
          200: FILE(mediaType, "快照"),
          206: FILE(mediaType, "快照的一段"),
          ...problems(429),
        },
      },
    },
    async (request, reply) => sendSnapshot(deps, format, request, reply),
  );
}

async function sendSnapshot(
  deps: AppDeps,
  format: SnapshotFormat,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { etag, bytes, changeNumber } = await takeSnapshot(deps, format);
  const { mediaType, fileName } = SNAPSHOT_FORMATS[format];
  reply.headers({
    etag,
    "cache-control": CACHE,
    "accept-ranges": "bytes",
    "x-change-number": String(changeNumber),
    "content-disposition": `attachment; filename="${fileName}"`,
  });
  if (holdsTag(request.headers["if-none-match"], etag)) return answerHeld(reply);
  reply.type(mediaType);
  // A part of another state of the list would not fit what the reader already has.
  const condition = request.headers["if-range"];
  const isSame = condition === undefined || condition === etag;
  const range = isSame ? cutRange(request.headers.range, bytes.length) : "whole";
  if (range === "whole") return reply.send(bytes);
  if (range === "unsatisfiable") {
    return reply
      .code(416)
      .header("content-range", `bytes */${String(bytes.length)}`)
      .send();
  }
  const { from, to } = range;
  return reply
    .code(206)
    .header("content-range", `bytes ${String(from)}-${String(to)}/${String(bytes.length)}`)
    .send(bytes.subarray(from, to + 1));
}
