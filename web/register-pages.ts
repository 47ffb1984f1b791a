import formBody from "@fastify/formbody";
import multipart from "@fastify/multipart";
import type { FastifyInstance } from "fastify";
import type { AppDeps } from "../api/deps.ts";
import { serveAssets } from "./asset-files.ts";
import type { WebDeps } from "./layout/make-context.ts";
import { registerAdoptions } from "./pages/adoptions/route.ts";
import { registerActs } from "./pages/act/route.ts";
import { registerCalendar } from "./pages/calendar/route.ts";
import { registerCase } from "./pages/case/route.ts";
import { registerCheck } from "./pages/check/route.ts";
import { registerClock } from "./pages/clock/route.ts";
import { registerCommand } from "./pages/command/route.ts";
import { registerDeadlines } from "./pages/deadlines/route.ts";
import { registerDesk } from "./pages/desk/route.ts";
import { registerEditions } from "./pages/editions/route.ts";
import { registerElsewhere } from "./pages/elsewhere/route.ts";
import { registerErrors } from "./pages/errors/route.ts";
import { registerFiles } from "./pages/files/route.ts";
import { registerHome } from "./pages/home/route.ts";
import { registerRemedies } from "./pages/authority-remedies/route.ts";
import { registerDeputies } from "./pages/deputies/route.ts";
import { registerIncidents } from "./pages/incidents/route.ts";
import { registerLaw } from "./pages/law/route.ts";
import { registerLeads } from "./pages/leads/route.ts";
import { registerLedger } from "./pages/ledger/route.ts";
import { registerLegality } from "./pages/legality/route.ts";
import { registerMatter } from "./pages/matter/route.ts";
import { registerNumbers } from "./pages/numbers/route.ts";
import { registerOpenData } from "./pages/open-data/route.ts";
import { registerOversight } from "./pages/oversight/route.ts";
import { registerPaper } from "./pages/paper/route.ts";
import { registerPoints } from "./pages/points/route.ts";
import { registerPortal } from "./pages/portal/route.ts";
import { registerPublication } from "./pages/publication/route.ts";
import { registerRegisterEntry } from "./pages/register-entry/route.ts";
import { registerRegisterElsewhere } from "./pages/register-elsewhere/route.ts";
import { registerRegister } from "./pages/register/route.ts";
import { registerRules } from "./pages/rules/route.ts";
import { registerSignIn } from "./pages/sign-in/route.ts";

const PAGES: readonly ((app: FastifyInstance, deps: WebDeps) => void)[] = [
  registerHome,
  registerSignIn,
  registerDesk,
  registerMatter,
  registerLeads,
  registerElsewhere,
  registerCase,
  registerActs,
  registerCommand,
  registerFiles,
  registerPaper,
  registerNumbers,
  registerPortal,
  registerRegister,
  registerRegisterElsewhere,
  registerRegisterEntry,
  registerOpenData,
  registerDeadlines,
  registerCheck,
  registerLaw,
  registerAdoptions,
  registerEditions,
  registerLedger,
  registerRules,
  registerLegality,
  registerOversight,
  registerIncidents,
  registerRemedies,
  registerDeputies,
  registerCalendar,
  registerPublication,
  registerPoints,
  registerClock,
];

/** Puts every page on the app, over the same use-cases as the JSON routes. Sessions and security must be there already. */
export async function registerPages(app: FastifyInstance, deps: AppDeps): Promise<void> {
  await app.register(async (pages) => {
    await addFormParsers(pages);
    const assets = await serveAssets(pages);
    const webDeps: WebDeps = { app: deps, assets };
    pages.decorateRequest("handedFiles");
    pages.addHook("onRequest", (request, _reply, done) => {
      request.handedFiles = [];
      done();
    });
    registerErrors(pages, webDeps);
    for (const register of PAGES) register(pages, webDeps);
  });
}

/** Forms with and without files; the app may have a parser for either already. */
async function addFormParsers(pages: FastifyInstance): Promise<void> {
  if (!pages.hasContentTypeParser("application/x-www-form-urlencoded")) {
    await pages.register(formBody);
  }
  if (!pages.hasContentTypeParser("multipart/form-data")) await pages.register(multipart);
}
