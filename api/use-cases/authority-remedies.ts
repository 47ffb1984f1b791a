import { asc, eq } from "drizzle-orm";
import type { Authority } from "../../domain/authorities/authority.ts";
import { findRemedyFlaws, type AuthorityBranch } from "../../domain/authorities/remedy-organs.ts";
import type { Actor } from "../../domain/case-file/actor.ts";
import { printCitation } from "../../domain/law/citation.ts";
import { readCaseClock } from "../../platform/clock.ts";
import { inTransaction } from "../../platform/database.ts";
import { recordRegistryEvent } from "../../records/registry-events.ts";
import { authorities } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";
import { BadInputError, ForbiddenError } from "./faults.ts";
import { hasRole, requireOfficial } from "./person.ts";
import { lockAuthority } from "./lock-authority.ts";

/** What the registry of authorities says about remedies against the decisions of one of them (救济途径). */
export interface EnteredRemedies {
  readonly branch: AuthorityBranch;
  readonly reconsiderationOrgan: string;
  readonly court: string;
  /** Null where reconsideration cannot be asked for online. */
  readonly reconsiderationOnlineChannel: string | null;
}

/** An authority's entry, what in it contradicts the law, and whether the one who asks may change it. */
export interface AuthorityRemedies extends EnteredRemedies {
  readonly authorityId: string;
  readonly authorityName: string;
  readonly flaws: readonly string[];
  readonly mayEnter: boolean;
}

type Deps = Pick<AppDeps, "database">;

/** What every authority's papers say about remedies (各机关的救济途径). */
export async function findAuthorityRemedies(
  deps: Deps,
  actor: Actor,
): Promise<readonly AuthorityRemedies[]> {
  requireOfficial(actor);
  const rows = await deps.database.select().from(authorities).orderBy(asc(authorities.authorityId));
  return rows.map(({ profile }) => viewRemedies(profile, actor));
}

function viewRemedies(profile: Authority, actor: Actor): AuthorityRemedies {
  const { authorityId, name, branch = "department", reconsiderationOrgan, court } = profile;
  const channel = profile.reconsiderationOnlineChannel ?? "";
  return {
    ...{ authorityId, authorityName: name, branch, reconsiderationOrgan, court },
    reconsiderationOnlineChannel: channel === "" ? null : channel,
    flaws: findRemedyFlaws(profile, null).map(
      ({ problem, citation }) => `${problem}（${printCitation(citation)}）`,
    ),
    mayEnter: mayEnter(actor, authorityId),
  };
}

/** Its own legal officer, the supervisor and administrators. */
function mayEnter(actor: Actor, authorityId: string): boolean {
  if (hasRole(actor, ["supervisor", "administrator"])) return true;
  return hasRole(actor, ["legal-officer"]) && actor.authorityId === authorityId;
}

/**
 * Enters where the decisions of an authority can be challenged (登记救济途径). An entry that contradicts the law is not taken, and the article is
 * named. Papers issued from now on say so; those that were issued keep what they said.
 */
export async function enterAuthorityRemedies(
  deps: Deps,
  actor: Actor,
  authorityId: string,
  asked: EnteredRemedies,
): Promise<AuthorityRemedies> {
  if (!mayEnter(actor, authorityId)) throw new ForbiddenError("not this authority's legal officer");
  return inTransaction(deps.database, async (tx) => {
    const row = await lockAuthority(tx, authorityId);
    const before = row.profile;
    const profile = withRemedies(before, asked);
    refuseFlaws(profile);
    await tx.update(authorities).set({ profile }).where(eq(authorities.authorityId, authorityId));
    await recordRegistryEvent(tx, {
      ...{ subject: `authority/${authorityId}`, type: "enter-remedies" },
      ...{ userId: actor.userId, at: await readCaseClock(tx) },
      body: { before: pickRemedies(before), now: pickRemedies(profile) },
    });
    return viewRemedies(profile, actor);
  });
}

function withRemedies(profile: Authority, asked: EnteredRemedies): Authority {
  return {
    ...profile,
    branch: asked.branch,
    reconsiderationOrgan: asked.reconsiderationOrgan.trim(),
    court: asked.court.trim(),
    reconsiderationOnlineChannel: asked.reconsiderationOnlineChannel?.trim() ?? "",
  };
}

function refuseFlaws(profile: Authority): void {
  const flaws = findRemedyFlaws(profile, null);
  if (flaws.length === 0) return;
  throw new BadInputError(
    flaws.map(({ field, problem, citation }) => ({
      field: `/${field}`,
      message: `${problem}（${printCitation(citation)}）`,
    })),
  );
}

function pickRemedies(profile: Authority) {
  const { branch, reconsiderationOrgan, court, reconsiderationOnlineChannel } = profile;
  return { branch, reconsiderationOrgan, court, reconsiderationOnlineChannel };
}
