import type { FastifyReply } from "fastify";
import { Type } from "typebox";
import { ACT_TABLE, COMMAND_KINDS } from "../../domain/case-file/act-table.ts";
import { ROLE_TITLES } from "../../domain/glossary.ts";
import type { CommandKind } from "../../domain/case-file/commands.ts";
import { ACT_BODIES } from "../acts/index.ts";
import type { AppDeps } from "../deps.ts";
import { describeRefusal, sendProblem } from "../errors.ts";
import { SIGNED_IN, SIGNED_IN_ON_PURPOSE } from "../plugins/openapi.ts";
import { problems, REFUSAL } from "../schemas/problem.ts";
import { CASE_PARAMS, MOMENT, STAGE, UUID } from "../schemas/values.ts";
import { doAct } from "../use-cases/do-act.ts";
import { viewRefusal } from "../use-cases/finding-view.ts";
import type { ActOutcome } from "../use-cases/keep-act.ts";
import { readCommand } from "../use-cases/read-command.ts";
import { actorOf, onPurpose, type RouteApp } from "./route-app.ts";

/** Every act carries a key of the caller's: sent again with the same key, it is done once. */
export const IDEMPOTENCY_HEADER = Type.Object({
  "idempotency-key": Type.String({
    title: "Idempotency-Key",
    pattern: "^[\\x21-\\x7e]{8,200}$",
    description: "调用方自选的键，如 UUID；重发时不变",
  }),
});

const ACCEPTED = Type.Object({
  outcome: Type.Literal("accepted"),
  commandId: Type.String(),
  version: Type.Integer(),
  stage: STAGE,
});

const PENDING = Type.Object(
  { outcome: Type.Literal("pending"), commandId: Type.String() },
  { description: "已收到并保存，尚在办理；结果见 Location 所指" },
);

const COMMAND = Type.Object({
  commandId: Type.String(),
  caseId: UUID,
  kind: Type.String(),
  receivedAt: MOMENT,
  outcome: Type.Enum(["accepted", "refused", "pending"]),
  version: Type.Optional(Type.Integer()),
  stage: Type.Optional(STAGE),
  refusal: Type.Optional(REFUSAL),
});

/** One route for every kind of act, and the way back to one whose outcome came later. */
export function addActRoutes(app: RouteApp, deps: AppDeps): void {
  for (const kind of COMMAND_KINDS) addActRoute(app, deps, kind);
  app.get(
    "/api/commands/:commandId",
    {
      schema: {
        tags: ["办理"],
        summary: "一项办理动作的结果",
        security: SIGNED_IN,
        params: Type.Object({ commandId: Type.String({ pattern: "^[0-9a-f]{64}$" }) }),
        response: { 200: COMMAND, ...problems(400, 401, 404) },
      },
    },
    async (request) => {
      const { commandId } = request.params;
      const { refusal, ...view } = {
        refusal: undefined,
        ...(await readCommand(deps, actorOf(request), commandId)),
      };
      // Asked for by its id, an act has that id also where it was refused.
      const about = { ...view, commandId };
      return refusal === undefined ? about : { ...about, refusal: viewRefusal(refusal) };
    },
  );
}

function addActRoute(app: RouteApp, deps: AppDeps, kind: CommandKind): void {
  const { title, roles } = ACT_TABLE[kind];
  app.post(
    `/api/case-files/:caseId/acts/${kind}`,
    {
      ...onPurpose(app),
      schema: {
        tags: ["办理"],
        summary: title,
        description: `由以下人员办理：${roles.map((role) => ROLE_TITLES[role]).join("、")}`,
        security: SIGNED_IN_ON_PURPOSE,
        params: CASE_PARAMS,
        headers: IDEMPOTENCY_HEADER,
        body: ACT_BODIES[kind].bodySchema,
        response: {
          200: ACCEPTED,
          202: PENDING,
          ...problems(400, 401, 403, 404, 409, 422, 503),
        },
      },
    },
    async (request, reply) => {
      const outcome = await doAct(deps, {
        actor: actorOf(request),
        caseId: request.params.caseId,
        kind,
        body: request.body,
        idempotencyKey: request.headers["idempotency-key"],
      });
      const { commandId } = outcome;
      const { caseId } = request.params;
      request.log.info(
        { caseFileId: caseId, commandId, actKind: kind, outcome: outcome.outcome },
        "act",
      );
      return sendOutcome(reply, outcome);
    },
  );
}

function sendOutcome(reply: FastifyReply, outcome: ActOutcome): FastifyReply {
  switch (outcome.outcome) {
    case "accepted":
      return reply.code(200).send(outcome);
    case "pending":
      return reply
        .code(202)
        .header("location", `/api/commands/${outcome.commandId}`)
        .header("retry-after", "2")
        .send(outcome);
    case "refused":
      return sendProblem(reply, describeRefusal(outcome.refusal, outcome.commandId));
  }
}
