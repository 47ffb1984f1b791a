import cookie from "@fastify/cookie";
import csrf from "@fastify/csrf-protection";
import session from "@fastify/session";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { AppDeps } from "../deps.ts";
import type { Person } from "../use-cases/person.ts";
import { findOfficial } from "../use-cases/sign-in.ts";
import { partyOf } from "../use-cases/sign-in-party.ts";
import { keepSessions } from "./session-store.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Who is signed in; null for the public. */
    person: Person | null;
  }
  interface Session {
    subject?: Subject;
  }
}

/** Whom a session belongs to: who they are now is read anew for every request. */
type Subject =
  | { readonly kind: "account"; readonly userId: string }
  | { readonly kind: "party"; readonly caseId: string };

export const SESSION_COOKIE = "mingdan_session";

const OFFICIAL_SESSION_MS = 10 * 3_600_000;
const PARTY_SESSION_MS = 3_600_000;

/** Sessions for people, and the tokens that prove that a form or a call was made on purpose. */
export async function addSessions(
  app: FastifyInstance,
  deps: AppDeps,
  secret: string,
): Promise<void> {
  await app.register(cookie, { secret });
  await app.register(session, {
    secret,
    cookieName: SESSION_COOKIE,
    saveUninitialized: false,
    rolling: false,
    store: keepSessions(deps.database),
    cookie: {
      httpOnly: true,
      sameSite: "lax",
      secure: "auto",
      path: "/",
      maxAge: OFFICIAL_SESSION_MS,
    },
  });
  await app.register(csrf, {
    cookieOpts: {
      httpOnly: true,
      sameSite: "strict",
      secure: "auto",
      path: "/",
      signed: true,
    },
  });
  app.decorateRequest("person", null);
  app.addHook("onRequest", async (request) => {
    request.person = await findPerson(deps, request);
  });
}

async function findPerson(deps: AppDeps, request: FastifyRequest): Promise<Person | null> {
  const { subject } = request.session;
  if (subject === undefined) return null;
  return subject.kind === "party" ? partyOf(subject.caseId) : findOfficial(deps, subject.userId);
}

/** Begins the session of a person who has signed in, under an id that nobody knew before. */
export async function startSession(request: FastifyRequest, person: Person): Promise<void> {
  await request.session.regenerate();
  const { userId, partyCaseId } = person.actor;
  request.session.options({
    maxAge: partyCaseId === null ? OFFICIAL_SESSION_MS : PARTY_SESSION_MS,
  });
  request.session.subject =
    partyCaseId === null ? { kind: "account", userId } : { kind: "party", caseId: partyCaseId };
  request.person = person;
}

/** Ends the session of the person who is signed in. */
export async function endSession(request: FastifyRequest): Promise<void> {
  await request.session.destroy();
  request.person = null;
}
