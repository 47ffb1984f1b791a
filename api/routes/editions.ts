import type { FastifyReply } from "fastify";
import { Type } from "typebox";
import { EDITION_BODY, PROOFS_BODY } from "../acts/edition-body.ts";
import type { AppDeps } from "../deps.ts";
import { describeRefusal, sendProblem } from "../errors.ts";
import { SIGNED_IN, SIGNED_IN_ON_PURPOSE } from "../plugins/openapi.ts";
import { problems } from "../schemas/problem.ts";
import { listOf, orNull, whole } from "../schemas/values.ts";
import { approveEdition, enterEdition, type EditionOutcome } from "../use-cases/enter-edition.ts";
import { findEditions } from "../use-cases/find-editions.ts";
import { evidenceTaker } from "../use-cases/read-upload.ts";
import { officialOf, onPurpose, type RouteApp } from "./route-app.ts";

const TAGS = ["名单规则"];

const EDITION = Type.Object({
  edition: whole("版本全文"),
  proofs: orNull(whole("编制证明")),
  state: Type.Enum(["shipped", "entered", "approved"], {
    description: "随产品提供；待核准；已核准",
  }),
  enteredBy: orNull(Type.String()),
  approvedBy: orNull(Type.String()),
});

const DONE = Type.Object({ outcome: Type.Literal("accepted"), edition: Type.String() });

/** Editions of the public credit directory and of the measure catalog. */
export function addEditionRoutes(app: RouteApp, deps: AppDeps): void {
  app.get(
    "/api/law-editions",
    {
      schema: {
        tags: TAGS,
        summary: "公共信用信息目录和失信惩戒措施清单的各个版本",
        security: SIGNED_IN,
        response: { 200: Type.Object({ rows: listOf(EDITION) }), ...problems(401, 403) },
      },
    },
    async (request) => ({ rows: await findEditions(deps, officialOf(request)) }),
  );
  app.post(
    "/api/law-editions",
    {
      ...onPurpose(app),
      schema: {
        tags: TAGS,
        summary: "录入目录或者清单的新版本（牵头单位、法制负责人）",
        security: SIGNED_IN_ON_PURPOSE,
        body: EDITION_BODY.bodySchema,
        response: { 201: DONE, ...problems(400, 401, 403, 409, 422) },
      },
    },
    async (request, reply) => {
      const actor = officialOf(request);
      const edition = await EDITION_BODY.toCommand(request.body, evidenceTaker(deps, actor));
      return sendOutcome(reply, await enterEdition(deps, actor, edition), 201);
    },
  );
  app.post(
    "/api/law-editions/:edition/approvals",
    {
      ...onPurpose(app),
      schema: {
        tags: TAGS,
        summary: "核准另一人录入的版本；各案件随即重新审视所采取的措施",
        security: SIGNED_IN_ON_PURPOSE,
        params: Type.Object({ edition: Type.String({ minLength: 1, maxLength: 70 }) }),
        body: PROOFS_BODY.bodySchema,
        response: { 200: DONE, ...problems(400, 401, 403, 404, 409, 422) },
      },
    },
    async (request, reply) => {
      const actor = officialOf(request);
      const proofs = await PROOFS_BODY.toCommand(request.body, evidenceTaker(deps, actor));
      return sendOutcome(
        reply,
        await approveEdition(deps, actor, request.params.edition, proofs),
        200,
      );
    },
  );
}

function sendOutcome(
  reply: FastifyReply,
  outcome: EditionOutcome,
  status: 200 | 201,
): FastifyReply {
  if (outcome.outcome === "refused") return sendProblem(reply, describeRefusal(outcome.refusal));
  return reply.code(status).send(outcome);
}
