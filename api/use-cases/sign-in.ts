import { ROLES, type Actor } from "../../domain/case-file/actor.ts";
import { inTransaction } from "../../platform/database.ts";
import { findAccountById, findAccountByName, type Account } from "../../records/account-rows.ts";
import type { AppDeps } from "../deps.ts";
import { NotSignedInError } from "./faults.ts";
import { checkPassword } from "./passwords.ts";
import type { Person } from "./person.ts";

type SignInDeps = Pick<AppDeps, "database" | "tries">;

/** Signs an official in; a wrong name and a wrong password get the same answer after the same time. */
export async function signIn(
  deps: SignInDeps,
  username: string,
  password: string,
): Promise<Person> {
  const key = `account/${username}`;
  deps.tries.check(key);
  const account = await inTransaction(deps.database, (tx) => findAccountByName(tx, username), {
    readOnly: true,
  });
  if (!(await checkPassword(account?.passwordHash ?? null, password)) || account === null) {
    deps.tries.fail(key);
    throw new NotSignedInError("no such account and password");
  }
  deps.tries.succeed(key);
  return toPerson(account);
}

/** The official of an account, read anew for every request: a closed account ends at once. */
export async function findOfficial(
  deps: Pick<AppDeps, "database">,
  userId: string,
): Promise<Person | null> {
  const account = await findAccountById(deps.database, userId);
  return account === null ? null : toPerson(account);
}

function toPerson(account: Account): Person {
  const { userId, authority } = account;
  const authorityId = authority?.authorityId ?? null;
  return {
    actor: { userId, ...rolesOf(account), authorityId, partyCaseId: null },
    username: account.username,
    displayName: account.displayName,
    authorityName: authority?.name ?? null,
  };
}

/** One's own roles come first, so that nothing is done as a deputy that one may do oneself. */
function rolesOf({ roles, deputyFor }: Account): Pick<Actor, "roles" | "deputyFor"> {
  const added = ROLES.filter((role) => deputyFor[role] !== undefined && !roles.includes(role));
  if (added.length === 0) return { roles };
  return { roles: [...roles, ...added], deputyFor };
}
