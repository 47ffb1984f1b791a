import type { FastifyRequest } from "fastify";
import { NotSignedInError } from "../../api/use-cases/faults.ts";
import type { Person } from "../../api/use-cases/person.ts";

/** Nobody is signed in, and this page has a sign-in of its own. */
export class SignInNeededError extends NotSignedInError {
  readonly signInPath: string;
  constructor(signInPath: string) {
    super("not signed in");
    this.signInPath = signInPath;
  }
}

/** The person who asks; sends everybody else to sign in first. */
export function requirePerson(request: FastifyRequest, signInPath = "/sign-in"): Person {
  if (request.person === null) throw new SignInNeededError(signInPath);
  return request.person;
}

/** An official; a party has no business on pages of officials. */
export function requireOfficialPerson(request: FastifyRequest): Person {
  const person = requirePerson(request);
  if (person.actor.partyCaseId !== null) throw new SignInNeededError("/sign-in");
  return person;
}
