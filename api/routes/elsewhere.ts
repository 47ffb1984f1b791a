import type { FastifyReply, FastifyRequest } from "fastify";
import { Type } from "typebox";
import { FED_LISTS, findFedList } from "../../domain/elsewhere/elsewhere-columns.ts";
import type { AppDeps } from "../deps.ts";
import { SIGNED_IN, SIGNED_IN_ON_PURPOSE } from "../plugins/openapi.ts";
import { BY_WHOLE_NUMBER, OPEN_TO_ALL } from "../plugins/security.ts";
import * as schemas from "../schemas/elsewhere.ts";
import { KEPT_IMPORT, LEAD_SEARCH } from "../schemas/leads.ts";
import { PAGE_QUERY, toPageQuery } from "../schemas/paging.ts";
import { problems } from "../schemas/problem.ts";
import { BadInputError, NotFoundError } from "../use-cases/faults.ts";
import { findElsewhere } from "../use-cases/find-elsewhere.ts";
import { keepLeadImport, LARGEST_IMPORT_BYTES } from "../use-cases/keep-lead-import.ts";
import { findElsewhereListings, findElsewhereSources } from "../use-cases/oversee-elsewhere.ts";
import { receiveElsewhere } from "../use-cases/receive-elsewhere.ts";
import { enterSharingBasis } from "../use-cases/sharing-bases.ts";
import { actorOf, onPurpose, type RouteApp } from "./route-app.ts";

const TAGS = ["外部认定的名单"];
const LARGEST_PUSH_BYTES = 4 * 1024 * 1024;
const LIST_PARAMS = Type.Object({
  listId: Type.String({ title: "名单", pattern: "^[a-z-]{1,60}$" }),
});

/** What others decide and this place only receives: to be read by all, brought in by officers. */
export function addElsewhereRoutes(app: RouteApp, deps: AppDeps): void {
  addPublicRoute(app, deps);
  addImportRoute(app, deps);
  addBasisRoute(app, deps);
  app.get(
    "/api/elsewhere",
    {
      schema: {
        tags: TAGS,
        summary: "只接收的名单：由谁认定、收到多少、有多少变更没有送达措施实施单位",
        security: SIGNED_IN,
        response: { 200: schemas.ELSEWHERE_SOURCES, ...problems(401, 403) },
      },
    },
    async (request) => ({ rows: await findElsewhereSources(deps, actorOf(request)) }),
  );
  app.post(
    "/api/elsewhere/search",
    {
      config: BY_WHOLE_NUMBER,
      ...onPurpose(app),
      schema: {
        tags: TAGS,
        summary: "按完整的名称、代码或者证件号码查找（至多 50 条，自然人脱敏）",
        security: SIGNED_IN_ON_PURPOSE,
        body: Type.Object({ who: LEAD_SEARCH.properties.who }, { additionalProperties: false }),
        response: { 200: schemas.ELSEWHERE_LISTINGS, ...problems(400, 401, 403, 422, 429) },
      },
    },
    async (request) => ({
      rows: await findElsewhereListings(deps, actorOf(request), request.body.who),
    }),
  );
}

function addPublicRoute(app: RouteApp, deps: AppDeps): void {
  app.get(
    "/api/register/elsewhere",
    {
      config: OPEN_TO_ALL,
      schema: {
        tags: ["公众"],
        summary: "查询由其他机关认定的名单信息（本市不作认定，只展示法人和非法人组织）",
        querystring: Type.Object(
          {
            name: Type.Optional(Type.String({ title: "名称（至少两个字）", maxLength: 100 })),
            listId: Type.Optional(Type.String({ title: "名单", maxLength: 100 })),
            ...PAGE_QUERY,
          },
          { additionalProperties: false },
        ),
        response: { 200: schemas.ELSEWHERE_PAGE, ...problems(400, 422, 429) },
      },
    },
    async (request) => {
      const { name, listId } = request.query;
      return findElsewhere(deps, { ...toPageQuery(request.query), name, listId });
    },
  );
}

function addImportRoute(app: RouteApp, deps: AppDeps): void {
  app.post(
    "/api/elsewhere/:listId/imports",
    {
      ...onPurpose(app),
      schema: {
        tags: TAGS,
        summary: "导入外部认定的名单（multipart/form-data，字段 file，最大 64 MB）",
        description:
          "接受 .csv（UTF-8、GB18030）和 .xlsx。文件收到即保存，随后逐行办理，进度见导入记录 /api/lead-imports/{importId}；没有列出的记录不视为移出",
        consumes: ["multipart/form-data"],
        security: SIGNED_IN_ON_PURPOSE,
        params: LIST_PARAMS,
        response: { 202: KEPT_IMPORT, ...problems(400, 401, 403, 404, 413, 422, 503) },
      },
    },
    async (request, reply) => {
      const list = findFedList(request.params.listId);
      if (list === null) throw new NotFoundError("nothing of such a list is received here");
      const limits = { files: 1, fileSize: LARGEST_IMPORT_BYTES + 1 };
      const part = request.isMultipart() ? await request.file({ limits }) : undefined;
      if (part === undefined) {
        throw new BadInputError([{ field: "/file", message: "请以表单字段 file 上传一份文件" }]);
      }
      const incoming = { fileName: part.filename, bytes: part.file, list };
      return reply.code(202).send(await keepLeadImport(deps, actorOf(request), incoming));
    },
  );
}

function addBasisRoute(app: RouteApp, deps: AppDeps): void {
  app.post(
    "/api/elsewhere/:listId/sharing-basis",
    {
      ...onPurpose(app),
      schema: {
        tags: TAGS,
        summary: "法制机构录入实施单位知悉个人身份的依据，或者撤回；随即重新告知实施单位",
        security: SIGNED_IN_ON_PURPOSE,
        params: LIST_PARAMS,
        body: schemas.SHARING_BASIS,
        response: { 200: schemas.TOLD_ANEW, ...problems(400, 401, 403, 404, 409, 422) },
      },
    },
    async (request) =>
      enterSharingBasis(
        deps,
        actorOf(request),
        { listId: request.params.listId, decided: "elsewhere" },
        request.body,
      ),
  );
}

/** The way in for those who decide a list. They have no account: their signature over the whole text says who they are. */
export async function addElsewhereIntake(app: RouteApp, deps: AppDeps): Promise<void> {
  await app.register((intake: RouteApp, _options, done) => {
    intake.removeContentTypeParser("application/json");
    // The text itself is signed: it is handed on as it came.
    intake.addContentTypeParser(
      "application/json",
      { parseAs: "string" },
      (_request, body, next) => {
        next(null, body);
      },
    );
    intake.post(
      "/api/elsewhere/:listId/records",
      {
        config: OPEN_TO_ALL,
        bodyLimit: LARGEST_PUSH_BYTES,
        schema: {
          tags: TAGS,
          summary: "认定机关推送名单信息（Standard Webhooks 签名）",
          description: `内容为 {"records": [ … ]}，每次至多1000条，每项为文字，数据项见 docs/publication.md；只接收：${FED_LISTS.map((list) => list.listName).join("、")}。同一 webhook-id 重发，答复与首次相同；答复以同一密钥签名，即为回执`,
          params: LIST_PARAMS,
          response: { 200: schemas.ELSEWHERE_ANSWER, ...problems(400, 401, 413, 422, 429) },
        },
      },
      async (request, reply) => {
        const answer = await receiveElsewhere(deps, {
          listId: request.params.listId,
          headers: headersOf(request),
          body: typeof request.body === "string" ? request.body : "",
        });
        return sendSigned(reply, answer);
      },
    );
    done();
  });
}

function headersOf(request: Pick<FastifyRequest, "headers">): Record<string, string> {
  const names = ["webhook-id", "webhook-timestamp", "webhook-signature"];
  return Object.fromEntries(names.map((name) => [name, String(request.headers[name] ?? "")]));
}

/** What is signed is sent as it is: a second writing of it could differ. */
function sendSigned(
  reply: Pick<FastifyReply, "headers" | "serializer" | "type" | "send">,
  answer: { readonly body: string; readonly headers: Readonly<Record<string, string>> },
) {
  reply.headers({ ...answer.headers, "cache-control": "no-store" });
  reply.type("application/json").serializer((text: string) => text);
  return reply.send(answer.body);
}
