import type { FastifyReply } from "fastify";
import { Type } from "typebox";
import { ADOPTION_ACTS, ADOPTION_KINDS } from "../../domain/adoption/act-table.ts";
import type { AdoptionCommandKind } from "../../domain/adoption/adoption.ts";
import { ADOPTION_STAGE_TITLES, REGISTRY_ACT_TITLES, ROLE_TITLES } from "../../domain/glossary.ts";
import type { RegistryVerdict } from "../../domain/registry-verdict.ts";
import { ADOPTION_BODIES, REGISTRATION_BODY } from "../acts/adoption-bodies.ts";
import type { AppDeps } from "../deps.ts";
import { describeRefusal, sendProblem } from "../errors.ts";
import { SIGNED_IN, SIGNED_IN_ON_PURPOSE } from "../plugins/openapi.ts";
import { FINDINGS, problems } from "../schemas/problem.ts";
import { FILE, listOf, MOMENT, UUID, whole } from "../schemas/values.ts";
import {
  findAdoptions,
  readAdoption,
  readAdoptionEvidence,
  type AdoptionView,
} from "../use-cases/find-adoptions.ts";
import { doAdoptionAct, registerLocalList } from "../use-cases/local-lists.ts";
import { IDEMPOTENCY_HEADER } from "./acts.ts";
import { fileHeaders, officialOf, onPurpose, type RouteApp } from "./route-app.ts";

const TAGS = ["地方名单"];

const ADOPTION = Type.Object({
  adoptionId: UUID,
  listId: Type.String(),
  listName: Type.String(),
  stage: Type.Enum(Object.keys(ADOPTION_STAGE_TITLES)),
  version: Type.Integer(),
  adoption: whole("设列依据、认定标准、征求意见和公开情况"),
  missing: FINDINGS,
  acts: listOf(Type.String()),
});

const STEPS = listOf(Type.Object({ type: Type.String(), userName: Type.String(), at: MOMENT }));

const DONE = Type.Object({
  outcome: Type.Literal("accepted"),
  subjectId: UUID,
  version: Type.Integer(),
});

const PARAMS = Type.Object({ adoptionId: Type.String({ title: "拟设名单", format: "uuid" }) });

/** Lists that would exist here alone, and every step of their way. */
export function addAdoptionRoutes(app: RouteApp, deps: AppDeps): void {
  addReading(app, deps);
  addRegistering(app, deps);
  for (const kind of ADOPTION_KINDS) addAct(app, deps, kind);
}

function addReading(app: RouteApp, deps: AppDeps): void {
  app.get(
    "/api/list-adoptions",
    {
      schema: {
        tags: TAGS,
        summary: "拟设的地方名单及其进展",
        security: SIGNED_IN,
        response: { 200: Type.Object({ rows: listOf(ADOPTION) }), ...problems(401, 403) },
      },
    },
    async (request) => ({ rows: (await findAdoptions(deps, officialOf(request))).map(toSent) }),
  );
  app.get(
    "/api/list-adoptions/:adoptionId",
    {
      schema: {
        tags: TAGS,
        summary: "一个拟设的地方名单：内容、尚缺事项和办理经过",
        security: SIGNED_IN,
        params: PARAMS,
        response: {
          200: Type.Object({ ...ADOPTION.properties, steps: STEPS }),
          ...problems(400, 401, 403, 404),
        },
      },
    },
    async (request) => {
      const view = await readAdoption(deps, officialOf(request), request.params.adoptionId);
      return { ...toSent(view), steps: view.steps };
    },
  );
  app.get(
    "/api/list-adoptions/:adoptionId/evidence/:evidenceId",
    {
      schema: {
        tags: TAGS,
        summary: "征求意见和公开情况的证明材料",
        security: SIGNED_IN,
        params: Type.Object({ ...PARAMS.properties, evidenceId: Type.String({ format: "uuid" }) }),
        response: {
          200: FILE("application/octet-stream", "材料"),
          ...problems(400, 401, 403, 404),
        },
      },
    },
    async (request, reply) => {
      const { adoptionId, evidenceId } = request.params;
      const file = await readAdoptionEvidence(deps, officialOf(request), adoptionId, evidenceId);
      return reply.headers(fileHeaders(file.fileName)).type(file.mediaType).send(file.bytes);
    },
  );
}

function addRegistering(app: RouteApp, deps: AppDeps): void {
  app.post(
    "/api/list-adoptions",
    {
      ...onPurpose(app),
      schema: {
        tags: TAGS,
        summary: REGISTRY_ACT_TITLES["register-list"],
        description: "由牵头单位办理；领域、依据不符合规定的不予登记，并写明条款",
        security: SIGNED_IN_ON_PURPOSE,
        headers: IDEMPOTENCY_HEADER,
        body: REGISTRATION_BODY.bodySchema,
        response: { 201: DONE, ...problems(400, 401, 403, 409, 422) },
      },
    },
    async (request, reply) => {
      const idempotencyKey = request.headers["idempotency-key"];
      const act = { actor: officialOf(request), idempotencyKey, body: request.body };
      return sendVerdict(reply, await registerLocalList(deps, act), 201);
    },
  );
}

function addAct(app: RouteApp, deps: AppDeps, kind: AdoptionCommandKind): void {
  const roles = ADOPTION_ACTS[kind].roles.map((role) => ROLE_TITLES[role]).join("、");
  app.post(
    `/api/list-adoptions/:adoptionId/acts/${kind}`,
    {
      ...onPurpose(app),
      schema: {
        tags: TAGS,
        summary: REGISTRY_ACT_TITLES[kind],
        description: `由以下人员办理：${roles}`,
        security: SIGNED_IN_ON_PURPOSE,
        params: PARAMS,
        headers: IDEMPOTENCY_HEADER,
        body: ADOPTION_BODIES[kind].bodySchema,
        response: { 200: DONE, ...problems(400, 401, 403, 404, 409, 422) },
      },
    },
    async (request, reply) => {
      const verdict = await doAdoptionAct(deps, {
        actor: officialOf(request),
        adoptionId: request.params.adoptionId,
        kind,
        body: request.body,
        idempotencyKey: request.headers["idempotency-key"],
      });
      return sendVerdict(reply, verdict, 200);
    },
  );
}

function sendVerdict(
  reply: FastifyReply,
  verdict: RegistryVerdict,
  status: 200 | 201,
): FastifyReply {
  if (verdict.outcome === "refused") return sendProblem(reply, describeRefusal(verdict.refusal));
  return reply.code(status).send(verdict);
}

function toSent({ adoption, missing, acts }: AdoptionView) {
  const { adoptionId, listId, listName, stage, version } = adoption;
  return { adoptionId, listId, listName, stage, version, adoption, missing, acts };
}
