import { Type } from "typebox";
import type { AppDeps } from "../deps.ts";
import { describeRefusal, sendProblem } from "../errors.ts";
import { SIGNED_IN_ON_PURPOSE } from "../plugins/openapi.ts";
import { problems } from "../schemas/problem.ts";
import { listOf, UUID } from "../schemas/values.ts";
import { MATTER_PROPOSAL } from "../use-cases/matter-proposal.ts";
import { openMatter } from "../use-cases/open-matter.ts";
import { IDEMPOTENCY_HEADER } from "./acts.ts";
import { actorOf, onPurpose, type RouteApp } from "./route-app.ts";

const OPENED = Type.Object({
  matterId: UUID,
  cases: listOf(Type.Object({ caseId: UUID, caseNumber: Type.String(), partyRole: Type.String() })),
});

/** Opening a matter with a case file for each party. */
export function addMatterRoutes(app: RouteApp, deps: AppDeps): void {
  app.post(
    "/api/matters",
    {
      ...onPurpose(app),
      schema: {
        tags: ["立案"],
        summary: "立案：每名当事人一个案卷",
        security: SIGNED_IN_ON_PURPOSE,
        headers: IDEMPOTENCY_HEADER,
        body: MATTER_PROPOSAL,
        response: { 201: OPENED, ...problems(400, 401, 403, 409, 422, 503) },
      },
    },
    async (request, reply) => {
      const outcome = await openMatter(deps, {
        actor: actorOf(request),
        idempotencyKey: request.headers["idempotency-key"],
        proposal: request.body,
      });
      if (outcome.outcome === "refused") {
        return sendProblem(reply, describeRefusal(outcome.refusal));
      }
      const { matterId, cases } = outcome;
      return reply.code(201).send({ matterId, cases });
    },
  );
}
