import type { Actor, Role } from "../../domain/case-file/actor.ts";
import { ForbiddenError } from "./faults.ts";

/** Who is signed in: the actor, and what pages call them. */
export interface Person {
  readonly actor: Actor;
  /** Empty for parties, who have no account. */
  readonly username: string;
  readonly displayName: string;
  /** Null for parties and for those who stand above the authorities. */
  readonly authorityName: string | null;
}

const HANDLING_ROLES: readonly Role[] = ["case-officer", "legal-reviewer", "legal-officer", "head"];
const OVERSEEING_ROLES: readonly Role[] = ["supervisor", "auditor"];

/** Officials who handle cases of their own authority. */
export function handlesCases(actor: Actor): boolean {
  return actor.authorityId !== null && hasRole(actor, HANDLING_ROLES);
}

/** The supervisor and the auditor, who see every authority's cases, masked. */
export function overseesCases(actor: Actor): boolean {
  return hasRole(actor, OVERSEEING_ROLES);
}

/** Lets through only those who oversee: the supervisor and the auditor everywhere, heads over their own authority. */
export function requireOverseer(actor: Actor): void {
  if (!overseesCases(actor) && !hasRole(actor, ["head"]))
    throw new ForbiddenError("overseers only");
}

/** Whether the actor holds one of the roles. */
export function hasRole(actor: Actor, roles: readonly Role[]): boolean {
  return actor.roles.some((role) => roles.includes(role));
}

/** Lets only officials through. */
export function requireOfficial(actor: Actor): void {
  if (actor.roles.includes("party")) throw new ForbiddenError("officials only");
}
