import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  HookHandlerDoneFunction,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from "fastify";
import type { Actor } from "../../domain/case-file/actor.ts";
import { NotSignedInError } from "../use-cases/faults.ts";
import { requireOfficial, type Person } from "../use-cases/person.ts";

/** The app as routes see it: with types from their schemas. */
export type RouteApp = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

/** Who is asking; nobody gets past here without having signed in. */
export function personOf(request: Pick<FastifyRequest, "person">): Person {
  if (request.person === null) throw new NotSignedInError("sign in first");
  return request.person;
}

/** The actor who is asking. */
export function actorOf(request: Pick<FastifyRequest, "person">): Actor {
  return personOf(request).actor;
}

/** An official who is asking; what officials see of a case is not what its party sees. */
export function officialOf(request: Pick<FastifyRequest, "person">): Actor {
  const actor = actorOf(request);
  requireOfficial(actor);
  return actor;
}

/** What a writing route asks before it reads anything: a session, and the token that proves that the call was meant. */
export function onPurpose(app: RouteApp) {
  const onRequest = [
    (request: FastifyRequest, _reply: FastifyReply, done: HookHandlerDoneFunction): void => {
      done(request.person === null ? new NotSignedInError("sign in first") : undefined);
    },
    app.csrfProtection.bind(app),
  ];
  return { onRequest };
}

/** How a file is handed out: under its own name, never opened as a page of ours. */
export function fileHeaders(fileName: string): Record<string, string> {
  return {
    "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
  };
}
