import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import pg from "pg";
import { TYPESCRIPT_LOADER } from "../../platform/supervisor.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const ACCOUNT = {
  username: "first-officer",
  displayName: "张示例",
  password: "a long enough password",
  roles: ["case-officer"],
  authority: {
    authorityId: "example-hrss",
    name: "【示例】某县人力资源和社会保障局",
    shortName: "某人社",
    level: "county",
    competentLists: ["unpaid-wages"],
    reconsiderationOrgan: "【示例】某县人民政府",
    court: "【示例】某县人民法院",
    contactAddress: "【示例】某县示例路1号",
    contactPhone: "0774-0000000",
  },
};

/** Runs `npm run account` with what it is given on its standard input. */
async function run(input: string): Promise<{ code: number | null; output: string }> {
  const program = fileURLToPath(new URL("../../api/create-account.ts", import.meta.url));
  const child = spawn(process.execPath, [...TYPESCRIPT_LOADER, program], {
    env: { PATH: process.env["PATH"], MINGDAN_MODE: "demo", DATABASE_URL: database.url },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (text: Buffer) => (output += text.toString("utf8")));
  }
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, output };
}

describe("making the first accounts of a production system", () => {
  it("makes an account with its authority, once, and keeps no password", async () => {
    expect((await run(JSON.stringify(ACCOUNT))).code).toBe(0);
    const again = await run(JSON.stringify(ACCOUNT));
    expect([again.code, again.output]).toEqual([1, expect.stringContaining("已经存在")]);
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query<{ password_hash: string; authority_id: string }>(
      "select password_hash, authority_id from accounts",
    );
    await client.end();
    expect(rows).toHaveLength(1);
    expect(rows[0]?.authority_id).toBe("example-hrss");
    expect(rows[0]?.password_hash).toMatch(/^\$argon2id\$/);
  });

  it("says in a sentence what is wrong with the account, and repeats no password", async () => {
    const short = await run(
      JSON.stringify({ ...ACCOUNT, username: "other", password: "short-one" }),
    );
    expect(short.code).toBe(1);
    expect(short.output).toContain("/password");
    expect(short.output).not.toContain("short-one");
    expect((await run("no json")).output).toContain("不是 JSON");
  });
});
