import { Type } from "typebox";
import { isVolumeSheet, VOLUME_SHEETS } from "../../domain/papers.ts";
import type { AppDeps } from "../deps.ts";
import { SIGNED_IN } from "../plugins/openapi.ts";
import { DEADLINE, EVENT, PAPER } from "../schemas/case-views.ts";
import { PAGE_QUERY, pageOf, toPageQuery } from "../schemas/paging.ts";
import { FINDINGS, problems, REFUSAL } from "../schemas/problem.ts";
import { CASE_PARAMS, FILE, MOMENT, orNull, UUID } from "../schemas/values.ts";
import { drawVolumeSheet } from "../use-cases/case-volume.ts";
import { exportArchive } from "../use-cases/export-archive.ts";
import { findCaseEvents } from "../use-cases/find-case-events.ts";
import { findDeadlines } from "../use-cases/find-deadlines.ts";
import { findDeliveries } from "../use-cases/find-deliveries.ts";
import { findPapers } from "../use-cases/find-papers.ts";
import { findPossibleActs } from "../use-cases/find-possible-acts.ts";
import { findRefusals } from "../use-cases/find-refusals.ts";
import { readEvidence } from "../use-cases/read-upload.ts";
import { actorOf, fileHeaders, officialOf, type RouteApp } from "./route-app.ts";

const TAGS = ["案卷"];
const ERRORS = problems(400, 401, 403, 404);

const QUERY = Type.Object(PAGE_QUERY, { additionalProperties: false });
const CURSOR = Type.Object({ cursor: PAGE_QUERY.cursor }, { additionalProperties: false });

const ACT = Type.Object({
  kind: Type.String(),
  title: Type.String(),
  anyTime: Type.Boolean({ description: "不限于某一环节，有需要时办理" }),
  possible: Type.Boolean(),
  findings: FINDINGS,
});

const REFUSED = Type.Object({
  refusalId: UUID,
  act: Type.String(),
  actTitle: Type.String(),
  userName: Type.String(),
  refusal: REFUSAL,
  refusedAt: MOMENT,
});

const DELIVERY = Type.Object({
  caseId: UUID,
  caseNumber: Type.String(),
  channel: Type.String(),
  channelTitle: Type.String(),
  version: Type.Integer(),
  attempts: Type.Integer(),
  lastFailure: orNull(Type.String()),
  lastAttemptAt: orNull(MOMENT),
  nextAttemptAt: orNull(MOMENT),
  receivedAt: orNull(MOMENT),
  receiptId: orNull(Type.String()),
});

/** What belongs to a case: events, papers, deadlines, acts, refusals, deliveries, evidence, and the whole of it. */
export function addCasePartRoutes(app: RouteApp, deps: AppDeps): void {
  addLists(app, deps);
  addPagedLists(app, deps);
  addFiles(app, deps);
  addVolume(app, deps);
}

function addLists(app: RouteApp, deps: AppDeps): void {
  const about = (summary: string) => ({
    tags: TAGS,
    summary,
    security: SIGNED_IN,
    params: CASE_PARAMS,
  });
  app.get(
    "/api/case-files/:caseId/papers",
    { schema: { ...about("文书"), response: { 200: pageOf(PAPER), ...ERRORS } } },
    async (request) => ({
      rows: await findPapers(deps, actorOf(request), request.params.caseId),
      nextCursor: null,
    }),
  );
  app.get(
    "/api/case-files/:caseId/deadlines",
    { schema: { ...about("期限及其计算"), response: { 200: pageOf(DEADLINE), ...ERRORS } } },
    async (request) => ({
      rows: await findDeadlines(deps, officialOf(request), request.params.caseId),
      nextCursor: null,
    }),
  );
  app.get(
    "/api/case-files/:caseId/acts",
    {
      schema: {
        ...about("本人现在可以办理的事项，以及不能办理的原因"),
        response: { 200: pageOf(ACT), ...ERRORS },
      },
    },
    async (request) => ({
      rows: await findPossibleActs(deps, actorOf(request), request.params.caseId),
      nextCursor: null,
    }),
  );
}

function addPagedLists(app: RouteApp, deps: AppDeps): void {
  const about = (summary: string) => ({
    tags: TAGS,
    summary,
    security: SIGNED_IN,
    params: CASE_PARAMS,
  });
  app.get(
    "/api/case-files/:caseId/events",
    {
      schema: {
        ...about("办理日志：全部事件及散列链"),
        querystring: QUERY,
        response: { 200: pageOf(EVENT), ...ERRORS },
      },
    },
    async (request) =>
      findCaseEvents(deps, actorOf(request), request.params.caseId, toPageQuery(request.query)),
  );
  app.get(
    "/api/case-files/:caseId/refusals",
    {
      schema: {
        ...about("拒绝记录"),
        querystring: QUERY,
        response: { 200: pageOf(REFUSED), ...ERRORS },
      },
    },
    async (request) =>
      findRefusals(deps, actorOf(request), request.params.caseId, toPageQuery(request.query)),
  );
  app.get(
    "/api/case-files/:caseId/deliveries",
    {
      schema: {
        ...about("公示分发台账"),
        querystring: CURSOR,
        response: { 200: pageOf(DELIVERY), ...ERRORS },
      },
    },
    async (request) => {
      const { cursor } = request.query;
      const { caseId } = request.params;
      const page = cursor === undefined ? { caseId } : { caseId, cursor };
      return findDeliveries(deps, actorOf(request), page);
    },
  );
}

function addFiles(app: RouteApp, deps: AppDeps): void {
  app.get(
    "/api/case-files/:caseId/archive",
    {
      schema: {
        tags: TAGS,
        summary: "导出完整案卷（ZIP）",
        security: SIGNED_IN,
        params: CASE_PARAMS,
        response: { 200: FILE("application/zip", "案卷"), ...ERRORS },
      },
    },
    async (request, reply) => {
      const { bytes, fileName } = await exportArchive(
        deps,
        officialOf(request),
        request.params.caseId,
      );
      return reply.headers(fileHeaders(fileName)).type("application/zip").send(Buffer.from(bytes));
    },
  );
  app.get(
    "/api/case-files/:caseId/evidence/:evidenceId",
    {
      schema: {
        tags: TAGS,
        summary: "一份证据的文件",
        security: SIGNED_IN,
        params: Type.Object({
          ...CASE_PARAMS.properties,
          evidenceId: Type.String({ minLength: 1, maxLength: 200 }),
        }),
        response: { 200: FILE("application/octet-stream", "证据文件"), ...ERRORS },
      },
    },
    async (request, reply) => {
      const { caseId, evidenceId } = request.params;
      const file = await readEvidence(deps, actorOf(request), caseId, evidenceId);
      return reply.headers(fileHeaders(file.fileName)).type(file.mediaType).send(file.bytes);
    },
  );
}

function addVolume(app: RouteApp, deps: AppDeps): void {
  app.get(
    "/api/case-files/:caseId/volume/:sheet",
    {
      schema: {
        tags: TAGS,
        summary: "案卷封面、卷内目录、备考表（PDF）",
        description: "按案卷当时的内容生成；目录的页号为卷内各件连续编列的页号",
        security: SIGNED_IN,
        params: Type.Object({
          ...CASE_PARAMS.properties,
          sheet: Type.Enum(Object.keys(VOLUME_SHEETS).filter(isVolumeSheet)),
        }),
        response: { 200: FILE("application/pdf", "案卷的一页"), ...ERRORS, ...problems(409) },
      },
    },
    async (request, reply) => {
      const { caseId, sheet } = request.params;
      const file = await drawVolumeSheet(deps, officialOf(request), caseId, sheet);
      return reply.headers(fileHeaders(file.fileName)).type(file.mediaType).send(file.bytes);
    },
  );
}
