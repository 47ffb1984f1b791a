import { Type } from "typebox";
import { INCIDENT_KIND_TITLES } from "../../domain/glossary.ts";
import type { IncidentKind } from "../../domain/incidents/incident.ts";
import { day, line, oneOf, text, toDay } from "../acts/parts.ts";
import type { AppDeps } from "../deps.ts";
import { describeRefusal, sendProblem } from "../errors.ts";
import { SIGNED_IN, SIGNED_IN_ON_PURPOSE } from "../plugins/openapi.ts";
import { PAGE_QUERY, pageOf, toPageQuery } from "../schemas/paging.ts";
import { problems } from "../schemas/problem.ts";
import { DAY, MOMENT, orNull, UUID } from "../schemas/values.ts";
import { findIncidents, readIncident } from "../use-cases/find-incidents.ts";
import { enterIncident, handleIncident } from "../use-cases/handle-incident.ts";
import { officialOf, onPurpose, type RouteApp } from "./route-app.ts";

const TAGS = ["监督"];
const CLOSED = { additionalProperties: false } as const;
const KINDS = Object.keys(INCIDENT_KIND_TITLES) as IncidentKind[]; // the glossary has a title for every kind
const STATES = ["unreported", "reported", "settled"] as const;

const INCIDENT = Type.Object({
  incidentId: UUID,
  kind: Type.Enum(KINDS),
  state: Type.Enum([...STATES], { description: "待通报；已通报，待办结；已办结" }),
  cause: Type.String(),
  caseId: orNull(UUID),
  caseNumber: orNull(Type.String()),
  listName: orNull(Type.String()),
  authorityName: orNull(Type.String()),
  openedAt: MOMENT,
  openedBy: Type.String({ description: "登记人账号；system 为系统自动登记" }),
  report: orNull(
    Type.Object({ organ: Type.String(), number: Type.String(), reportedOn: DAY }, CLOSED),
  ),
  outcome: orNull(Type.String()),
  closedAt: orNull(MOMENT),
});

const PARAMS = Type.Object({ incidentId: Type.String({ title: "问责事项", format: "uuid" }) });
const DONE = Type.Object({ outcome: Type.Literal("accepted") });

/** Matters of accountability: what was found, the report to the superior body, and what came of it. */
export function addIncidentRoutes(app: RouteApp, deps: AppDeps): void {
  addReading(app, deps);
  addEntering(app, deps);
  addHandling(app, deps);
}

function addReading(app: RouteApp, deps: AppDeps): void {
  app.get(
    "/api/incidents",
    {
      schema: {
        tags: TAGS,
        summary: "问责事项登记簿（牵头单位、审计；负责人限本机关）",
        security: SIGNED_IN,
        querystring: Type.Object(
          { state: Type.Optional(oneOf("状态", STATES)), ...PAGE_QUERY },
          CLOSED,
        ),
        response: { 200: pageOf(INCIDENT), ...problems(400, 401, 403, 422) },
      },
    },
    (request) => {
      const { state, ...page } = request.query;
      return findIncidents(deps, officialOf(request), { state, ...toPageQuery(page) });
    },
  );
  app.get(
    "/api/incidents/:incidentId",
    {
      schema: {
        tags: TAGS,
        summary: "一项问责事项",
        security: SIGNED_IN,
        params: PARAMS,
        response: { 200: INCIDENT, ...problems(400, 401, 403, 404) },
      },
    },
    (request) => readIncident(deps, officialOf(request), request.params.incidentId),
  );
}

function addEntering(app: RouteApp, deps: AppDeps): void {
  app.post(
    "/api/incidents",
    {
      ...onPurpose(app),
      schema: {
        tags: TAGS,
        summary: "登记问责事项（牵头单位）；逾期和错误列入由系统自动登记",
        security: SIGNED_IN_ON_PURPOSE,
        body: Type.Object(
          {
            kind: oneOf("种类", KINDS),
            cause: line("情形", 1_000),
            caseId: Type.Union([Type.String({ format: "uuid" }), Type.Null()], {
              title: "所涉案件",
            }),
          },
          CLOSED,
        ),
        response: {
          201: Type.Object({ incidentId: UUID }),
          ...problems(400, 401, 403, 422),
        },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await enterIncident(deps, officialOf(request), request.body)),
  );
}

function addHandling(app: RouteApp, deps: AppDeps): void {
  const response = { 200: DONE, ...problems(400, 401, 403, 404, 409, 422) };
  app.post(
    "/api/incidents/:incidentId/reports",
    {
      ...onPurpose(app),
      schema: {
        tags: TAGS,
        summary: "登记向主管单位通报的情况（牵头单位）",
        security: SIGNED_IN_ON_PURPOSE,
        params: PARAMS,
        body: Type.Object(
          { organ: line("主管单位"), number: line("文号"), reportedOn: day("通报日") },
          CLOSED,
        ),
        response,
      },
    },
    async (request, reply) => {
      const { reportedOn, ...report } = request.body;
      const command = {
        kind: "report-incident",
        ...report,
        reportedOn: toDay(reportedOn),
      } as const;
      const { incidentId } = request.params;
      const done = await handleIncident(deps, officialOf(request), incidentId, command);
      return done.outcome === "accepted"
        ? reply.send(done)
        : sendProblem(reply, describeRefusal(done.refusal));
    },
  );
  app.post(
    "/api/incidents/:incidentId/closures",
    {
      ...onPurpose(app),
      schema: {
        tags: TAGS,
        summary: "办结问责事项（牵头单位）；须先通报主管单位",
        security: SIGNED_IN_ON_PURPOSE,
        params: PARAMS,
        body: Type.Object({ outcome: text("处理结果") }, CLOSED),
        response,
      },
    },
    async (request, reply) => {
      const command = { kind: "close-incident", outcome: request.body.outcome } as const;
      const { incidentId } = request.params;
      const done = await handleIncident(deps, officialOf(request), incidentId, command);
      return done.outcome === "accepted"
        ? reply.send(done)
        : sendProblem(reply, describeRefusal(done.refusal));
    },
  );
}
