import { randomInt } from "node:crypto";
import { hash } from "@node-rs/argon2";
import type { Database } from "../../platform/database.ts";
import {
  readDemoAccounts,
  writeDemoAccounts,
  type DemoAccount,
} from "../../platform/demo-accounts.ts";
import { accounts, authorities } from "../../schema/index.ts";
import { DEMO_AUTHORITIES, DEMO_PEOPLE, type DemoPerson } from "./people.ts";

/** Letters and digits that nobody confuses when typing from a screen. */
const ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
const LENGTH = 12;

/** Puts in the demo's authorities and accounts, with passwords that stay the same from start to start. */
export async function seedAccounts(
  database: Database,
  dataFolder: string,
): Promise<readonly DemoAccount[]> {
  const known = readDemoAccounts(dataFolder);
  for (const profile of DEMO_AUTHORITIES) {
    const { authorityId } = profile;
    await database.insert(authorities).values({ authorityId, profile }).onConflictDoNothing();
  }
  const written: DemoAccount[] = [];
  for (const person of DEMO_PEOPLE) {
    const password =
      known.find(({ account }) => account === person.account)?.password ?? makePassword();
    await putAccount(database, person, password);
    const { account, who, roles } = person;
    written.push({ account, password, who: `${who}（${person.displayName}）`, roles });
  }
  writeDemoAccounts(dataFolder, written);
  return written;
}

async function putAccount(database: Database, person: DemoPerson, password: string): Promise<void> {
  const passwordHash = await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  const { account: username, displayName, roles, authorityId } = person;
  await database
    .insert(accounts)
    .values({ userId: `demo-${username}`, username, displayName, passwordHash, roles, authorityId })
    .onConflictDoUpdate({ target: accounts.userId, set: { passwordHash } });
}

function makePassword(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join("");
}
