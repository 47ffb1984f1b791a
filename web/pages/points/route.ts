import type { FastifyInstance, FastifyRequest } from "fastify";
import { createElement } from "react";
import { findDistribution } from "../../../api/use-cases/find-distribution.ts";
import { findPoints, readPoint } from "../../../api/use-cases/find-points.ts";
import { handlesCases, hasRole } from "../../../api/use-cases/person.ts";
import { sendAgain } from "../../../api/use-cases/send-again.ts";
import { makeContext, type WebDeps } from "../../layout/make-context.ts";
import { requireOfficialPerson } from "../../layout/require-person.ts";
import { sendPage } from "../../layout/send-page.ts";
import { registerChannels } from "./channels-route.ts";
import { EntryPage } from "./entry-page.tsx";
import { PointsPage } from "./page.tsx";
import { PointPage } from "./point-page.tsx";

/** The places to which listings go, each with its own page, and who has what of an entry. */
export function registerPoints(app: FastifyInstance, deps: WebDeps): void {
  registerChannels(app, deps);
  app.get("/publication/points", async (request, reply) => {
    const { actor } = requireOfficialPerson(request);
    const points = await findPoints(deps.app, actor);
    const context = await makeContext(deps, request, reply);
    return sendPage(reply, createElement(PointsPage, { context, points }));
  });
  app.get("/publication/points/:point", async (request, reply) => {
    const { actor } = requireOfficialPerson(request);
    const point = await readPoint(deps.app, actor, pointOf(request));
    const context = await makeContext(deps, request, reply);
    const maySendAgain = handlesCases(actor) || hasRole(actor, ["supervisor"]);
    return sendPage(reply, createElement(PointPage, { context, point, maySendAgain }));
  });
  app.post(
    "/publication/points/:point/send-again",
    { preHandler: app.csrfProtection },
    async (request, reply) => {
      const { actor } = requireOfficialPerson(request);
      const point = pointOf(request);
      await sendAgain(deps.app, actor, point);
      return reply.redirect(
        `/publication/points/${encodeURIComponent(point)}?done=sent-again`,
        303,
      );
    },
  );
  app.get("/publication/entries/:caseId", async (request, reply) => {
    const { actor } = requireOfficialPerson(request);
    const { caseId } = request.params as { caseId: string }; // the path has it
    const found = await findDistribution(deps.app, actor, caseId);
    const context = await makeContext(deps, request, reply);
    return sendPage(reply, createElement(EntryPage, { context, caseId, ...found }));
  });
}

function pointOf(request: FastifyRequest): string {
  return (request.params as { point: string }).point; // the path has it
}
