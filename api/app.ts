import multipart from "@fastify/multipart";
import formbody from "@fastify/formbody";
import { randomUUID } from "node:crypto";
import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import fastify, { type FastifyBaseLogger, type FastifyInstance } from "fastify";
import type { AppDeps } from "./deps.ts";
import { addErrorHandler } from "./errors.ts";
import { addOpenApi } from "./plugins/openapi.ts";
import { addSecurity } from "./plugins/security.ts";
import { addSessions } from "./plugins/sessions.ts";
import { addActRoutes } from "./routes/acts.ts";
import { addAdoptionRoutes } from "./routes/adoptions.ts";
import { addAnchorRoutes } from "./routes/anchors.ts";
import { addCalendarRoutes } from "./routes/calendar.ts";
import { addCaseFileRoutes } from "./routes/case-files.ts";
import { addCasePartRoutes } from "./routes/case-parts.ts";
import { addClockRoutes } from "./routes/clock.ts";
import { addDeadlineRoutes } from "./routes/deadlines.ts";
import { addElsewhereIntake, addElsewhereRoutes } from "./routes/elsewhere.ts";
import { addEditionRoutes } from "./routes/editions.ts";
import { addHealthRoutes } from "./routes/health.ts";
import { addLawLedgerRoutes } from "./routes/law-ledger.ts";
import { addLawPackRoutes } from "./routes/law-packs.ts";
import { addAuthorityRemedyRoutes } from "./routes/authority-remedies.ts";
import { addDeputyRoutes } from "./routes/deputies.ts";
import { addIncidentRoutes } from "./routes/incidents.ts";
import { addLeadRoutes } from "./routes/leads.ts";
import { addLegalityRoutes } from "./routes/legality.ts";
import { addListRoutes } from "./routes/lists.ts";
import { addMatterRoutes } from "./routes/matters.ts";
import { addMessageRoutes } from "./routes/messages.ts";
import { addNumberRoutes } from "./routes/numbers.ts";
import { addOpenDataRoutes } from "./routes/open-data.ts";
import { addOversightRoutes } from "./routes/oversight.ts";
import { addPaperRoutes } from "./routes/papers.ts";
import { addPointStateRoutes } from "./routes/point-states.ts";
import { addPointFeedRoutes } from "./routes/points.ts";
import { addRegisterRoutes } from "./routes/register.ts";
import { addSharingBasisRoutes } from "./routes/sharing-basis.ts";
import { addSessionRoutes } from "./routes/session.ts";
import { addUploadRoutes } from "./routes/uploads.ts";
import { LARGEST_UPLOAD_BYTES } from "./use-cases/keep-upload.ts";

/** What the app needs besides the use-cases' own needs. */
export interface AppOptions {
  /** Signs cookies. */
  readonly sessionSecret: string;
  /** Pages, or anything else that is served beside the API. */
  readonly addPages?: (app: FastifyInstance, deps: AppDeps) => Promise<void> | void;
}

const LARGEST_BODY_BYTES = 1024 * 1024;

/** Builds the HTTP app: the JSON API, its description, and the pages that are handed in. */
export async function buildApp(deps: AppDeps, options: AppOptions): Promise<FastifyInstance> {
  // Said to be the general kind: routes need no more of it.
  const loggerInstance: FastifyBaseLogger = deps.logger;
  const app = fastify({
    loggerInstance,
    bodyLimit: LARGEST_BODY_BYTES,
    trustProxy: "loopback",
    genReqId: () => randomUUID(),
    // Types are never guessed and nothing that was sent is dropped in silence.
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false, allErrors: true } },
  }).withTypeProvider<TypeBoxTypeProvider>();
  addErrorHandler(app);
  await addSecurity(app);
  await addSessions(app, deps, options.sessionSecret);
  await app.register(formbody);
  await app.register(multipart, { limits: { fileSize: LARGEST_UPLOAD_BYTES } });
  await addOpenApi(app, deps.publicUrl);
  addHealthRoutes(app, deps);
  addSessionRoutes(app, deps);
  addMatterRoutes(app, deps);
  addLeadRoutes(app, deps);
  addCaseFileRoutes(app, deps);
  addCasePartRoutes(app, deps);
  addActRoutes(app, deps);
  addUploadRoutes(app, deps);
  addPaperRoutes(app, deps);
  addNumberRoutes(app, deps);
  addRegisterRoutes(app, deps);
  addOpenDataRoutes(app, deps);
  addElsewhereRoutes(app, deps);
  await addElsewhereIntake(app, deps);
  addPointFeedRoutes(app, deps);
  addPointStateRoutes(app, deps);
  addAuthorityRemedyRoutes(app, deps);
  addAnchorRoutes(app, deps);
  addDeadlineRoutes(app, deps);
  addCalendarRoutes(app, deps);
  addLawPackRoutes(app, deps);
  addSharingBasisRoutes(app, deps);
  addAdoptionRoutes(app, deps);
  addEditionRoutes(app, deps);
  addLawLedgerRoutes(app, deps);
  addLegalityRoutes(app, deps);
  addOversightRoutes(app, deps);
  addIncidentRoutes(app, deps);
  addDeputyRoutes(app, deps);
  addListRoutes(app, deps);
  addMessageRoutes(app, deps);
  addClockRoutes(app, deps);
  await options.addPages?.(app, deps);
  return app;
}
