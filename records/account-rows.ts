import { eq, sql } from "drizzle-orm";
import type { Authority } from "../domain/authorities/authority.ts";
import type { Role } from "../domain/case-file/actor.ts";
import type { Transaction } from "../platform/database.ts";
import { accounts, authorities } from "../schema/index.ts";

/** An account with the authority that it belongs to. */
export interface Account {
  readonly userId: string;
  readonly username: string;
  readonly displayName: string;
  readonly passwordHash: string;
  readonly roles: readonly Role[];
  /** Roles held today for somebody else, and for whom. */
  readonly deputyFor: Readonly<Partial<Record<Role, string>>>;
  readonly authority: Authority | null;
}

const ACCOUNT = {
  userId: accounts.userId,
  username: accounts.username,
  displayName: accounts.displayName,
  passwordHash: accounts.passwordHash,
  roles: accounts.roles,
  deputyFor: sql<Partial<Record<Role, string>>>`(
    select coalesce(jsonb_object_agg(d.role, d.principal_id), '{}') from deputies d
    where d.acting_id = ${accounts.userId} and d.ended_at is null
      and (case_clock_now() at time zone 'Asia/Shanghai')::date between d.starts_on and d.ends_on)`,
  active: accounts.active,
  authority: authorities.profile,
};

/** The active account of a user name; null where there is none. */
export async function findAccountByName(
  tx: Transaction,
  username: string,
): Promise<Account | null> {
  return findAccount(tx, eq(accounts.username, username));
}

/** The active account of an id; null where there is none, or where it was closed. */
export async function findAccountById(tx: Transaction, userId: string): Promise<Account | null> {
  return findAccount(tx, eq(accounts.userId, userId));
}

async function findAccount(
  tx: Transaction,
  condition: ReturnType<typeof eq>,
): Promise<Account | null> {
  const rows = await tx
    .select(ACCOUNT)
    .from(accounts)
    .leftJoin(authorities, eq(authorities.authorityId, accounts.authorityId))
    .where(condition);
  const row = rows[0];
  return row === undefined || !row.active ? null : row;
}
