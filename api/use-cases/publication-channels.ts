import { asc, eq } from "drizzle-orm";
import type { Actor } from "../../domain/case-file/actor.ts";
import { CHANNELS, DEFAULT_CHANNELS, type ChannelId } from "../../domain/publication/channels.ts";
import { POINTS } from "../../domain/publication/points/index.ts";
import { readCaseClock } from "../../platform/clock.ts";
import { inTransaction } from "../../platform/database.ts";
import { recordRegistryEvent } from "../../records/registry-events.ts";
import { authorities, caseFiles } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";
import { BadInputError, ForbiddenError } from "./faults.ts";
import { hasRole, requireOfficial } from "./person.ts";
import { lockAuthority } from "./lock-authority.ts";
import { publishAgain, wakeCases } from "./publish-again.ts";

/** Where the listings of one authority go out. */
export interface AuthorityChannels {
  readonly authorityId: string;
  readonly authorityName: string;
  readonly channels: readonly ChannelId[];
}

type Deps = Pick<AppDeps, "database" | "points" | "temporal" | "logger">;

/** Where the listings of every authority go out (各机关的公示、共享渠道). */
export async function findAuthorityChannels(
  deps: Pick<Deps, "database">,
  actor: Actor,
): Promise<readonly AuthorityChannels[]> {
  requireOfficial(actor);
  const rows = await deps.database.select().from(authorities).orderBy(asc(authorities.authorityId));
  return rows.map(({ authorityId, profile }) => ({
    ...{ authorityId, authorityName: profile.name },
    channels: CHANNELS.filter((each) =>
      (profile.publicationChannels ?? DEFAULT_CHANNELS).includes(each),
    ),
  }));
}

/** Whether this person may say where listings go out. */
export function maySetChannels(actor: Actor): boolean {
  return hasRole(actor, ["supervisor", "administrator"]);
}

/**
 * Says where the listings of an authority go out (设定公示、共享渠道): the supervisor or an administrator. The usual places stay; another is
 * only taken while it is connected. What is shown now goes to a new place at once; a place that is left out is told of nothing new, but
 * of every change and removal of what it has.
 */
export async function setAuthorityChannels(
  deps: Deps,
  actor: Actor,
  authorityId: string,
  asked: readonly ChannelId[],
): Promise<AuthorityChannels> {
  if (!maySetChannels(actor)) throw new ForbiddenError("the supervisor and administrators only");
  requireConnected(deps, asked);
  const channels = CHANNELS.filter(
    (each) => DEFAULT_CHANNELS.includes(each) || asked.includes(each),
  );
  const done = await inTransaction(deps.database, async (tx) => {
    const row = await lockAuthority(tx, authorityId);
    const before = row.profile.publicationChannels ?? DEFAULT_CHANNELS;
    const profile = { ...row.profile, publicationChannels: channels };
    await tx.update(authorities).set({ profile }).where(eq(authorities.authorityId, authorityId));
    await recordRegistryEvent(tx, {
      ...{ subject: `authority/${authorityId}`, type: "set-publication-channels" },
      ...{ userId: actor.userId, at: await readCaseClock(tx), body: { before, channels } },
    });
    const isWider = channels.some((each) => !before.includes(each));
    const caseIds = isWider ? await publishAgain(tx, eq(caseFiles.authorityId, authorityId)) : [];
    return { view: { authorityId, authorityName: profile.name, channels }, caseIds };
  });
  await wakeCases(deps, done.caseIds);
  return done.view;
}

function requireConnected({ points }: Deps, asked: readonly ChannelId[]): void {
  const missing = asked.filter(
    (each) => !DEFAULT_CHANNELS.includes(each) && !points.connections.has(each),
  );
  if (missing.length === 0) return;
  const titles = missing.map((each) => POINTS[each].title).join("、");
  throw new BadInputError([{ field: "/channels", message: `还没有接通：${titles}` }]);
}
