import { randomUUID } from "node:crypto";
import { and, desc, eq, isNull, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import {
  findAppointmentFlaws,
  type DeputisedRole,
  type DeputyAccount,
} from "../../domain/authorities/deputy.ts";
import type { Actor } from "../../domain/case-file/actor.ts";
import { dayOf, type CalendarDay } from "../../domain/deadlines/calendar-day.ts";
import { readCaseClock } from "../../platform/clock.ts";
import { inTransaction, type Transaction } from "../../platform/database.ts";
import { recordRegistryEvent } from "../../records/registry-events.ts";
import { accounts, authorities, deputies } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";
import { BadInputError, ConflictError, ForbiddenError, NotFoundError } from "./faults.ts";
import { hasRole } from "./person.ts";
import { isUuid } from "./visible-case.ts";

type DeputyDeps = Pick<AppDeps, "database">;

/** A deputy as pages and answers show it. */
export interface DeputyView {
  readonly deputyId: string;
  readonly authorityName: string;
  readonly role: DeputisedRole;
  readonly principal: string;
  readonly acting: string;
  readonly startsOn: CalendarDay;
  readonly endsOn: CalendarDay;
  readonly reasons: string;
  readonly state: "to-come" | "in-force" | "over";
}

/** What is asked for; people by the names of their accounts. */
export interface AppointmentRequest {
  readonly role: DeputisedRole;
  readonly principal: string;
  readonly acting: string;
  readonly startsOn: CalendarDay;
  readonly endsOn: CalendarDay;
  readonly reasons: string;
}

const principals = alias(accounts, "principals");
const actings = alias(accounts, "actings");

/** Who stands in for whom, newest first: of one's own authority, or of all for those who stand above (代理登记). */
export async function findDeputies(deps: DeputyDeps, actor: Actor): Promise<readonly DeputyView[]> {
  return inTransaction(
    deps.database,
    async (tx) => {
      const today = dayOf(await readCaseClock(tx));
      const rows = await tx
        .select({
          deputy: deputies,
          authority: authorities.profile,
          principal: principals.displayName,
          acting: actings.displayName,
        })
        .from(deputies)
        .innerJoin(authorities, eq(authorities.authorityId, deputies.authorityId))
        .innerJoin(principals, eq(principals.userId, deputies.principalId))
        .innerJoin(actings, eq(actings.userId, deputies.actingId))
        .where(scopeOf(actor))
        .orderBy(desc(deputies.appointedAt), desc(deputies.deputyId));
      return rows.map(({ deputy, authority, principal, acting }) => {
        const { deputyId, role, startsOn, endsOn, reasons, endedAt } = deputy;
        const isOver = endedAt !== null || endsOn < today;
        const state = isOver ? "over" : startsOn > today ? "to-come" : "in-force";
        const people = { principal, acting, authorityName: authority.name };
        return { deputyId, role, ...people, startsOn, endsOn, reasons, state };
      });
    },
    { readOnly: true },
  );
}

/** Names a deputy (指定代理): by the head, for the own authority, or by an administrator where the head cannot. */
export async function appointDeputy(
  deps: DeputyDeps,
  actor: Actor,
  request: AppointmentRequest,
): Promise<{ readonly deputyId: string }> {
  requireAppointer(actor);
  return inTransaction(deps.database, async (tx) => {
    const { role, startsOn, endsOn, reasons } = request;
    const principal = await findAccount(tx, actor, request.principal);
    const acting = await findAccount(tx, actor, request.acting);
    const now = await readCaseClock(tx);
    const appointment = { role, principal, acting, startsOn, endsOn, reasons };
    const flaws = findAppointmentFlaws(appointment, dayOf(now));
    if (principal?.authorityId == null || acting === null || flaws.length > 0) {
      const errors = flaws.map(({ field, message }) => ({ field: `/${field}`, message }));
      throw new BadInputError(errors);
    }
    const deputyId = randomUUID();
    const people = { principalId: principal.userId, actingId: acting.userId };
    const { authorityId } = principal;
    await tx.insert(deputies).values({
      ...{ deputyId, authorityId, role, ...people, startsOn, endsOn, reasons },
      ...{ appointedBy: actor.userId, appointedAt: now },
    });
    await recordRegistryEvent(tx, {
      ...{ subject: `deputy/${deputyId}`, type: "appoint-deputy", userId: actor.userId, at: now },
      body: { role, ...people, startsOn, endsOn, reasons },
    });
    return { deputyId };
  });
}

/** Ends it before its last day (终止代理). */
export async function endDeputy(deps: DeputyDeps, actor: Actor, deputyId: string): Promise<void> {
  requireAppointer(actor);
  if (!isUuid(deputyId)) throw new NotFoundError("no such deputy");
  await inTransaction(deps.database, async (tx) => {
    const own = and(eq(deputies.deputyId, deputyId), scopeOf(actor));
    const [row] = await tx.select().from(deputies).where(own).for("update");
    if (row === undefined) throw new NotFoundError("no such deputy");
    if (row.endedAt !== null) throw new ConflictError("这项代理已经终止");
    const now = await readCaseClock(tx);
    await tx
      .update(deputies)
      .set({ endedAt: now })
      .where(and(eq(deputies.deputyId, deputyId), isNull(deputies.endedAt)));
    await recordRegistryEvent(tx, {
      ...{ subject: `deputy/${deputyId}`, type: "end-deputy", userId: actor.userId, at: now },
      body: {},
    });
  });
}

/** Whether this person may name deputies: never as somebody's deputy. */
export function mayAppoint(actor: Actor): boolean {
  const isHead = hasRole(actor, ["head"]) && actor.deputyFor?.head === undefined;
  return isHead || hasRole(actor, ["administrator"]);
}

function requireAppointer(actor: Actor): void {
  if (!mayAppoint(actor)) throw new ForbiddenError("heads and administrators only");
}

function scopeOf({ authorityId }: Actor): SQL | undefined {
  return authorityId === null ? undefined : eq(deputies.authorityId, authorityId);
}

/** An account in use, by its name; of another authority than the own there is none. */
async function findAccount(
  tx: Transaction,
  actor: Actor,
  username: string,
): Promise<DeputyAccount | null> {
  const isOwn = actor.authorityId === null ? [] : [eq(accounts.authorityId, actor.authorityId)];
  const [row] = await tx
    .select({
      userId: accounts.userId,
      authorityId: accounts.authorityId,
      roles: accounts.roles,
    })
    .from(accounts)
    .where(and(eq(accounts.username, username.trim()), eq(accounts.active, true), ...isOwn));
  return row ?? null;
}
