import { randomUUID } from "node:crypto";
import { text } from "node:stream/consumers";
import { Type } from "typebox";
import { Check, Errors } from "typebox/value";
import type { Authority } from "../domain/authorities/authority.ts";
import { ROLES } from "../domain/case-file/actor.ts";
import { closeDatabase, openDatabase } from "../platform/database.ts";
import { runToExit } from "../platform/run-to-exit.ts";
import { readSettings } from "../platform/settings.ts";
import { StartFault } from "../platform/start-fault.ts";
import { accounts, authorities } from "../schema/index.ts";
import { oneOf } from "./acts/parts.ts";
import { hashPassword } from "./use-cases/passwords.ts";

const OFFICIAL_ROLES = ROLES.filter((role) => role !== "party" && role !== "system");
const LINE = Type.String({ minLength: 1 });

const AUTHORITY = Type.Object({
  authorityId: LINE,
  name: LINE,
  shortName: LINE,
  branch: Type.Optional(oneOf("机关类型", ["department", "vertical", "justice"])),
  level: oneOf("机关层级", ["township", "park", "county", "city", "region"]),
  competentLists: Type.Array(LINE),
  reconsiderationOrgan: LINE,
  court: LINE,
  contactAddress: LINE,
  contactPhone: LINE,
  reconsiderationOnlineChannel: Type.Optional(LINE),
  archiveRetention: Type.Optional(LINE),
});

const ACCOUNT = Type.Object({
  username: LINE,
  displayName: LINE,
  password: Type.String({ minLength: 12 }),
  roles: Type.Array(oneOf("角色", OFFICIAL_ROLES), { minItems: 1 }),
  authority: Type.Optional(AUTHORITY),
});

/** `npm run account < account.json`: makes one account, and its authority if that is new. The password never stands in a command line. */
await runToExit(async () => {
  const settings = readSettings(process.env);
  if (settings.databaseUrl === null) throw new StartFault("请先设置 DATABASE_URL。");
  const given = readAccount(await text(process.stdin));
  const database = openDatabase(settings.databaseUrl, { maxConnections: 1 });
  try {
    const { username, displayName, roles, authority } = given;
    if (authority !== undefined) {
      const { authorityId } = authority;
      // The schema above has checked every field of the profile.
      const profile = authority as Authority;
      await database.insert(authorities).values({ authorityId, profile }).onConflictDoNothing();
    }
    const made = await database
      .insert(accounts)
      .values({
        userId: randomUUID(),
        username,
        displayName,
        roles,
        authorityId: authority?.authorityId ?? null,
        passwordHash: await hashPassword(given.password),
      })
      .onConflictDoNothing()
      .returning({ userId: accounts.userId });
    if (made.length === 0) throw new StartFault("这个账号已经存在：请换一个账号名。");
    console.log("✓ 账号已建立");
  } finally {
    await closeDatabase(database);
  }
});

function readAccount(input: string) {
  const read = parse(input);
  if (Check(ACCOUNT, read)) return read;
  const first = Errors(ACCOUNT, read)[0];
  throw new StartFault(
    `账号资料不完整或不正确（${first?.instancePath ?? ""}）：请按 docs/operations.md 的示例填写。`,
  );
}

function parse(input: string): unknown {
  try {
    return JSON.parse(input);
  } catch {
    throw new StartFault("账号资料不是 JSON：请按 docs/operations.md 的示例填写。");
  }
}
