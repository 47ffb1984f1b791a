import { Type } from "typebox";
import type { AppDeps } from "../deps.ts";
import { SIGNED_IN, SIGNED_IN_ON_PURPOSE } from "../plugins/openapi.ts";
import { CASE_FILE_VIEW, OWN_CASE, PARTY, WORKLIST_ROW } from "../schemas/case-views.ts";
import { PAGE_QUERY, pageOf, toPageQuery } from "../schemas/paging.ts";
import { problems } from "../schemas/problem.ts";
import { CASE_PARAMS, DAY, MOMENT, STAGE } from "../schemas/values.ts";
import { findCaseFiles, WORKLIST_TABS } from "../use-cases/find-case-files.ts";
import { readCaseFile } from "../use-cases/read-case-file.ts";
import { readOwnCase } from "../use-cases/read-own-case.ts";
import { readPartyInClear } from "../use-cases/read-party-in-clear.ts";
import { actorOf, officialOf, onPurpose, type RouteApp } from "./route-app.ts";

const TAGS = ["案卷"];

const WORKLIST = Type.Object({
  ...pageOf(WORKLIST_ROW).properties,
  counts: Type.Object({
    todo: Type.Integer(),
    ongoing: Type.Integer(),
    done: Type.Integer(),
    "due-soon": Type.Integer(),
    overdue: Type.Integer(),
  }),
  now: MOMENT,
  today: DAY,
});

const FILTERS = {
  tab: Type.Optional(Type.Enum([...WORKLIST_TABS, "all"])),
  stage: Type.Optional(STAGE),
};

/** The desk, and one case with its party. */
export function addCaseFileRoutes(app: RouteApp, deps: AppDeps): void {
  addWorklist(app, deps);
  app.get(
    "/api/case-files/:caseId",
    {
      schema: {
        tags: TAGS,
        summary: "一个案卷",
        description: "本机关办理人员见明文，查阅即登记；牵头单位和审计人员所见已脱敏",
        security: SIGNED_IN,
        params: CASE_PARAMS,
        response: { 200: CASE_FILE_VIEW, ...problems(400, 401, 403, 404) },
      },
    },
    async (request) => readCaseFile(deps, officialOf(request), request.params.caseId),
  );
  app.get(
    "/api/own-case",
    {
      schema: {
        tags: ["当事人"],
        summary: "当事人自己的案件",
        security: SIGNED_IN,
        response: { 200: OWN_CASE, ...problems(401, 403) },
      },
    },
    async (request) => readOwnCase(deps, actorOf(request)),
  );
  app.post(
    "/api/case-files/:caseId/readings",
    {
      ...onPurpose(app),
      schema: {
        tags: TAGS,
        summary: "说明目的后查看当事人明文信息（记入查询登记）",
        security: SIGNED_IN_ON_PURPOSE,
        params: CASE_PARAMS,
        body: Type.Object(
          { purpose: Type.String({ title: "查询目的", minLength: 1, maxLength: 500 }) },
          { additionalProperties: false },
        ),
        response: { 200: PARTY, ...problems(400, 401, 403, 404, 422) },
      },
    },
    async (request) =>
      readPartyInClear(deps, actorOf(request), request.params.caseId, request.body.purpose),
  );
}

function addWorklist(app: RouteApp, deps: AppDeps): void {
  app.get(
    "/api/case-files",
    {
      schema: {
        tags: TAGS,
        summary: "工作台：待办、在办、已办、临期、逾期",
        security: SIGNED_IN,
        querystring: Type.Object(
          {
            ...FILTERS,
            caseNumber: Type.Optional(Type.String({ title: "案号", maxLength: 100 })),
            ...PAGE_QUERY,
          },
          { additionalProperties: false },
        ),
        response: { 200: WORKLIST, ...problems(400, 401, 403) },
      },
    },
    async (request) => {
      const { tab, stage, caseNumber } = request.query;
      return findCaseFiles(deps, officialOf(request), {
        ...toPageQuery(request.query),
        stage,
        tab: tab === "all" ? undefined : tab,
        search: caseNumber,
      });
    },
  );
  app.post(
    "/api/case-files/searches",
    {
      ...onPurpose(app),
      schema: {
        tags: TAGS,
        summary: "按案号、当事人全名、统一社会信用代码或居民身份证号码查找",
        description: "个人信息不进入网址，因此以 POST 查询",
        security: SIGNED_IN_ON_PURPOSE,
        body: Type.Object(
          {
            ...FILTERS,
            search: Type.String({ title: "查询内容", minLength: 1, maxLength: 200 }),
            ...PAGE_QUERY,
          },
          { additionalProperties: false },
        ),
        response: { 200: WORKLIST, ...problems(400, 401, 403) },
      },
    },
    async (request) => {
      const { tab, stage, search } = request.body;
      return findCaseFiles(deps, officialOf(request), {
        ...toPageQuery(request.body),
        stage,
        search,
        tab: tab === "all" ? undefined : tab,
      });
    },
  );
}
