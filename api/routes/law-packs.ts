import { Type } from "typebox";
import { PACK_VALUE_TITLES } from "../../domain/glossary.ts";
import type { PackValues } from "../../domain/packs/law-pack.ts";
import { oneOf } from "../acts/parts.ts";
import type { AppDeps } from "../deps.ts";
import { describeRefusal, sendProblem } from "../errors.ts";
import { SIGNED_IN, SIGNED_IN_ON_PURPOSE } from "../plugins/openapi.ts";
import { pageOf } from "../schemas/paging.ts";
import { FINDINGS, problems } from "../schemas/problem.ts";
import { listOf, MOMENT, orNull, whole } from "../schemas/values.ts";
import { approvePack } from "../use-cases/approve-pack.ts";
import { chooseSource, enterValue } from "../use-cases/enter-pack-value.ts";
import { findLawPacks, readLawPack, type LawPackView } from "../use-cases/law-packs.ts";
import { officialOf, onPurpose, type RouteApp } from "./route-app.ts";

const TAGS = ["名单规则"];
const CLOSED = { additionalProperties: false } as const;

const VERSION = Type.Object({
  version: Type.String(),
  state: Type.Enum(["draft", "active", "retired"]),
  createdAt: MOMENT,
  activatedAt: orNull(MOMENT),
});

const PACK = Type.Object({
  listId: Type.String(),
  listName: Type.String(),
  activeVersion: orNull(Type.String()),
  version: Type.String({ description: "最新版本" }),
  state: Type.Enum(["draft", "active", "retired"]),
  approvedBy: listOf(Type.Object({ userId: Type.String(), name: Type.String() })),
  obstacles: FINDINGS,
  pack: whole("规则包全文"),
  versions: listOf(VERSION),
});

const PARAMS = Type.Object({ listId: Type.String({ minLength: 1, maxLength: 100 }) });

const FIELDS = Object.keys(PACK_VALUE_TITLES) as (keyof PackValues)[]; // the glossary has a title for every value

const ENTERED = Type.Object(
  {
    field: oneOf("数值", FIELDS),
    value: Type.Object(
      {
        length: Type.Integer({ title: "长度", minimum: 1, maximum: 10_000 }),
        unit: oneOf("单位", ["working-day", "day", "month", "year"]),
      },
      { ...CLOSED, title: "期限" },
    ),
    instrument: Type.String({ title: "依据文件", minLength: 1, maxLength: 300 }),
    article: Type.String({ title: "条款", minLength: 1, maxLength: 200 }),
  },
  CLOSED,
);

/** The law packs, and what people do to them: enter a value, choose a source, approve. */
export function addLawPackRoutes(app: RouteApp, deps: AppDeps): void {
  addReading(app, deps);
  addEntering(app, deps);
  addApproving(app, deps);
}

function addReading(app: RouteApp, deps: AppDeps): void {
  app.get(
    "/api/law-packs",
    {
      schema: {
        tags: TAGS,
        summary: "全部名单规则包",
        security: SIGNED_IN,
        response: { 200: pageOf(PACK), ...problems(401, 403) },
      },
    },
    async (request) => {
      officialOf(request);
      return { rows: (await findLawPacks(deps)).map(toSent), nextCursor: null };
    },
  );
  app.get(
    "/api/law-packs/:listId",
    {
      schema: {
        tags: TAGS,
        summary: "一个名单的规则包",
        security: SIGNED_IN,
        params: PARAMS,
        response: { 200: PACK, ...problems(401, 403, 404) },
      },
    },
    async (request) => {
      officialOf(request);
      return toSent(await readLawPack(deps, request.params.listId));
    },
  );
}

function addEntering(app: RouteApp, deps: AppDeps): void {
  const response = {
    201: Type.Object({ version: Type.String() }),
    ...problems(400, 401, 403, 404, 422),
  };
  app.post(
    "/api/law-packs/:listId/values",
    {
      ...onPurpose(app),
      schema: {
        tags: TAGS,
        summary: "录入数值及其依据（法制负责人）",
        security: SIGNED_IN_ON_PURPOSE,
        params: PARAMS,
        body: ENTERED,
        response,
      },
    },
    async (request, reply) => {
      const { field, value, instrument, article } = request.body;
      const entered = { field, value, citation: { instrument, article } };
      const { listId } = request.params;
      return reply.code(201).send(await enterValue(deps, officialOf(request), listId, entered));
    },
  );
  app.post(
    "/api/law-packs/:listId/sources",
    {
      ...onPurpose(app),
      schema: {
        tags: TAGS,
        summary: "在相互冲突的依据中为整个名单选择（法制负责人）",
        security: SIGNED_IN_ON_PURPOSE,
        params: PARAMS,
        body: Type.Object(
          {
            sourceId: Type.String({ title: "适用依据", minLength: 1, maxLength: 100 }),
            reasons: Type.String({ title: "理由", minLength: 1, maxLength: 4_000 }),
          },
          CLOSED,
        ),
        response,
      },
    },
    async (request, reply) => {
      const { listId } = request.params;
      const choice = request.body;
      return reply.code(201).send(await chooseSource(deps, officialOf(request), listId, choice));
    },
  );
}

function addApproving(app: RouteApp, deps: AppDeps): void {
  app.post(
    "/api/law-packs/:listId/approvals",
    {
      ...onPurpose(app),
      schema: {
        tags: TAGS,
        summary: "核准最新版本；第二人核准即启用",
        security: SIGNED_IN_ON_PURPOSE,
        params: PARAMS,
        body: Type.Object(
          { version: Type.String({ title: "版本", minLength: 1, maxLength: 40 }) },
          CLOSED,
        ),
        response: {
          200: Type.Object({
            version: Type.String(),
            state: Type.Enum(["draft", "active"]),
            approvals: Type.Integer(),
          }),
          ...problems(400, 401, 403, 404, 409),
        },
      },
    },
    async (request, reply) => {
      const { listId } = request.params;
      const outcome = await approvePack(deps, officialOf(request), listId, request.body.version);
      if (outcome.outcome === "refused") {
        return sendProblem(reply, describeRefusal(outcome.refusal));
      }
      const { version, state, approvals } = outcome;
      return reply.send({ version, state, approvals });
    },
  );
}

function toSent({ listId, listName, active, newest, versions }: LawPackView) {
  const { version, state, pack } = newest;
  return {
    listId,
    listName,
    version,
    state,
    pack,
    activeVersion: active?.version ?? null,
    approvedBy: newest.approvedBy,
    obstacles: newest.obstacles,
    versions: versions.map((each) => ({
      version: each.version,
      state: each.state,
      createdAt: each.createdAt,
      activatedAt: each.activatedAt,
    })),
  };
}
