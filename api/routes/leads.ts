import { Readable } from "node:stream";
import { Type } from "typebox";
import type { AppDeps } from "../deps.ts";
import { SIGNED_IN, SIGNED_IN_ON_PURPOSE } from "../plugins/openapi.ts";
import { BY_WHOLE_NUMBER } from "../plugins/security.ts";
import * as schemas from "../schemas/leads.ts";
import { PAGE_QUERY, pageOf, toPageQuery } from "../schemas/paging.ts";
import { problems } from "../schemas/problem.ts";
import { FILE } from "../schemas/values.ts";
import { dismissLead } from "../use-cases/close-lead.ts";
import { BadInputError } from "../use-cases/faults.ts";
import { findLeadImports, readLeadImport } from "../use-cases/find-lead-imports.ts";
import { findLeadReadings } from "../use-cases/find-lead-readings.ts";
import { findLeads } from "../use-cases/find-leads.ts";
import { keepLeadImport, LARGEST_IMPORT_BYTES } from "../use-cases/keep-lead-import.ts";
import { readLead } from "../use-cases/read-lead.ts";
import { writeLeadReport } from "../use-cases/write-lead-report.ts";
import { actorOf, fileHeaders, onPurpose, type RouteApp } from "./route-app.ts";

const TAGS = ["线索"];
const READING = { tags: TAGS, security: SIGNED_IN };
const FAULTS = problems(400, 401, 403, 404);

/** Penalty records that come in as leads, and what becomes of them. */
export function addLeadRoutes(app: RouteApp, deps: AppDeps): void {
  addUploadRoute(app, deps);
  addImportRoutes(app, deps);
  addLeadListRoutes(app, deps);
  addOneLeadRoutes(app, deps);
}

function addUploadRoute(app: RouteApp, deps: AppDeps): void {
  app.post(
    "/api/lead-imports",
    {
      ...onPurpose(app),
      schema: {
        tags: TAGS,
        summary: "导入“双公示”行政处罚记录（multipart/form-data，字段 file，最大 64 MB）",
        description:
          "接受 .csv（UTF-8、GB18030）和 .xlsx；第一行为数据项标识符（CF_XDR_MC 等）或者中文名称。文件收到即保存，随后逐行办理，进度见导入记录；同一份文件重发，只导入一次",
        consumes: ["multipart/form-data"],
        security: SIGNED_IN_ON_PURPOSE,
        response: { 202: schemas.KEPT_IMPORT, ...problems(400, 401, 403, 413, 422, 503) },
      },
    },
    async (request, reply) => {
      const limits = { files: 1, fileSize: LARGEST_IMPORT_BYTES + 1 };
      const part = request.isMultipart() ? await request.file({ limits }) : undefined;
      if (part === undefined) {
        throw new BadInputError([{ field: "/file", message: "请以表单字段 file 上传一份文件" }]);
      }
      const incoming = { fileName: part.filename, bytes: part.file };
      return reply.code(202).send(await keepLeadImport(deps, actorOf(request), incoming));
    },
  );
}

function addImportRoutes(app: RouteApp, deps: AppDeps): void {
  app.get(
    "/api/lead-imports",
    {
      schema: {
        ...READING,
        summary: "导入记录",
        querystring: Type.Object(PAGE_QUERY, { additionalProperties: false }),
        response: { 200: pageOf(schemas.LEAD_IMPORT), ...problems(400, 401, 403, 422) },
      },
    },
    async (request) => findLeadImports(deps, actorOf(request), toPageQuery(request.query)),
  );
  app.get(
    "/api/lead-imports/:importId",
    {
      schema: {
        ...READING,
        summary: "一次导入的进度和未收取的行（至多 100 行）",
        params: schemas.IMPORT_PARAMS,
        response: { 200: schemas.LEAD_IMPORT_DETAIL, ...FAULTS },
      },
    },
    async (request) => readLeadImport(deps, actorOf(request), request.params.importId),
  );
  app.get(
    "/api/lead-imports/:importId/report",
    {
      schema: {
        ...READING,
        summary: "有误的行（CSV）：更正后可以原样再次导入",
        params: schemas.IMPORT_PARAMS,
        response: { 200: FILE("text/csv", "问题清单"), ...FAULTS },
      },
    },
    async (request, reply) => {
      const report = await writeLeadReport(deps, actorOf(request), request.params.importId);
      reply.headers(fileHeaders(report.fileName)).type("text/csv; charset=utf-8");
      // A stream is sent as it is; the schema speaks of the whole.
      return reply.send(Readable.from(report.pieces) as never);
    },
  );
}

function addLeadListRoutes(app: RouteApp, deps: AppDeps): void {
  app.get(
    "/api/leads",
    {
      schema: {
        ...READING,
        summary: "线索（自然人脱敏）",
        querystring: schemas.LEAD_QUERY,
        response: { 200: pageOf(schemas.LEAD), ...problems(400, 401, 403, 422) },
      },
    },
    async (request) => {
      const { state } = request.query;
      return findLeads(deps, actorOf(request), { ...toPageQuery(request.query), state });
    },
  );
  app.post(
    "/api/leads/search",
    {
      config: BY_WHOLE_NUMBER,
      ...onPurpose(app),
      schema: {
        tags: TAGS,
        summary: "按完整的名称、代码或者证件号码找线索（至多 50 条）",
        security: SIGNED_IN_ON_PURPOSE,
        body: schemas.LEAD_SEARCH,
        response: { 200: pageOf(schemas.LEAD), ...problems(400, 401, 403, 422, 429) },
      },
    },
    async (request) => findLeads(deps, actorOf(request), request.body),
  );
  app.get(
    "/api/lead-readings",
    {
      schema: {
        ...READING,
        summary: "线索查询登记簿",
        querystring: Type.Object(PAGE_QUERY, { additionalProperties: false }),
        response: { 200: pageOf(schemas.LEAD_READING), ...problems(400, 401, 403, 422) },
      },
    },
    async (request) => findLeadReadings(deps, actorOf(request), toPageQuery(request.query)),
  );
}

function addOneLeadRoutes(app: RouteApp, deps: AppDeps): void {
  app.get(
    "/api/leads/:leadId",
    {
      schema: {
        ...READING,
        summary: "一条线索（本机关承办人员可见明文，查看即登记）",
        params: schemas.LEAD_PARAMS,
        response: { 200: schemas.LEAD_DETAIL, ...FAULTS },
      },
    },
    async (request) => readLead(deps, actorOf(request), request.params.leadId),
  );
  app.post(
    "/api/leads/:leadId/dismissal",
    {
      ...onPurpose(app),
      schema: {
        tags: TAGS,
        summary: "线索不予立案，写明理由",
        security: SIGNED_IN_ON_PURPOSE,
        params: schemas.LEAD_PARAMS,
        body: schemas.DISMISSAL,
        response: { 204: Type.Null(), ...problems(400, 401, 403, 404, 409, 422) },
      },
    },
    async (request, reply) => {
      await dismissLead(deps, actorOf(request), request.params.leadId, request.body.reasons);
      return reply.code(204).send(null);
    },
  );
}
