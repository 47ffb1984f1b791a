import { describe, expect, it } from "vitest";

import { describeSettings, readSettings } from "../../platform/settings.ts";

const PRODUCTION = {
  DATABASE_URL: "postgres://mingdan:secret@db.example/mingdan",
  TEMPORAL_ADDRESS: "temporal.example:7233",
  MINGDAN_KEYS: "/etc/mingdan/keys.json",
  MINGDAN_SEALS: "/etc/mingdan/seals/seals.json",
  PUBLIC_URL: "https://credit.example/",
};

describe("settings", () => {
  it("default to a demo on this machine when nothing is set", () => {
    const settings = readSettings({});
    expect(settings).toMatchObject({
      mode: "demo",
      databaseUrl: null,
      host: "127.0.0.1",
      port: 8080,
      logLevel: "info",
    });
    expect(settings.temporal).toMatchObject({ address: null, namespace: "default" });
    expect(settings.publicUrl).toBe("http://127.0.0.1:8080");
    expect(settings.dataFolder).toBe(`${process.cwd()}/.mingdan`);
    expect(settings.keysFile).toBe(`${process.cwd()}/.mingdan/keys.json`);
    expect(settings.sealsFile).toBe(`${process.cwd()}/.mingdan/seals/seals.json`);
    expect(settings.fontsFile).toBeNull();
    expect(settings.channels).toEqual({ cityPlatformUrl: null, implementersUrl: null });
  });

  it("mean production as soon as a database is named", () => {
    const settings = readSettings(PRODUCTION);
    expect(settings.mode).toBe("production");
    expect(settings.databaseOwnerUrl).toBe(PRODUCTION.DATABASE_URL);
    expect(settings.publicUrl).toBe("https://credit.example");
  });

  it("stay a demo with a named database only when that is said", () => {
    const settings = readSettings({ DATABASE_URL: PRODUCTION.DATABASE_URL, MINGDAN_MODE: "demo" });
    expect(settings.mode).toBe("demo");
  });

  it.each(["TEMPORAL_ADDRESS", "MINGDAN_KEYS", "MINGDAN_SEALS", "PUBLIC_URL"] as const)(
    "refuse production without %s",
    (name) => {
      expect(() => readSettings({ ...PRODUCTION, [name]: undefined })).toThrow(
        `正式运行（production）必须设置 ${name} (required in production)。`,
      );
    },
  );

  it("refuse production on servers of our own", () => {
    expect(() => readSettings({ MINGDAN_MODE: "production" })).toThrow("必须设置 DATABASE_URL");
  });

  it("name every bad value in a sentence of its own, in both languages", () => {
    const bad = {
      PORT: "eighty",
      MINGDAN_MODE: "test",
      PUBLIC_URL: "credit.example",
      MINGDAN_RETRY_FIRST_MS: "0",
    };
    const message = messageOf(() => readSettings(bad));
    expect(message.split("\n").sort()).toEqual([
      "设置 MINGDAN_MODE 不正确：应为 demo 或 production (must be demo or production)。",
      "设置 MINGDAN_RETRY_FIRST_MS 不正确：应为 1 到 86400000 的整数毫秒 (must be whole milliseconds from 1 to 86400000)。",
      "设置 PORT 不正确：应为 0 到 65535 的整数 (must be a whole number from 0 to 65535)。",
      "设置 PUBLIC_URL 不正确：应为 http:// 或 https:// 开头的地址 (must be an http or https address)。",
    ]);
  });

  it.each([
    ["DATABASE_URL", "mysql://root:secret@db/x"],
    ["TEMPORAL_ADDRESS", "temporal.example"],
    ["PORT", "65536"],
    ["MINGDAN_LOG_LEVEL", "loud"],
    ["MINGDAN_TEMPORAL_SOURCES", "pip,wget"],
    ["MINGDAN_CHANNEL_CITY_PLATFORM_URL", "ftp://platform.example"],
  ])("refuse %s=%s without repeating the value", (name, value) => {
    const message = messageOf(() => readSettings({ [name]: value }));
    expect(message).toContain(`设置 ${name} 不正确`);
    expect(message).not.toContain(value);
  });

  it("take an empty value as not set", () => {
    expect(readSettings({ DATABASE_URL: "", PORT: " " })).toMatchObject({
      databaseUrl: null,
      port: 8080,
    });
  });

  it("refuse a first wait that is longer than the longest", () => {
    const env = { MINGDAN_RETRY_FIRST_MS: "2000", MINGDAN_RETRY_LONGEST_MS: "1000" };
    expect(() => readSettings(env)).toThrow("不能大于");
  });

  it("take TLS and API key for Temporal from the SDK's own variables", () => {
    const env = {
      TEMPORAL_ADDRESS: "cloud.example:7233",
      TEMPORAL_API_KEY: "key",
      TEMPORAL_TLS_SERVER_NAME: "inner",
    };
    const { connection } = readSettings(env).temporal;
    expect(connection).toMatchObject({ address: "cloud.example:7233", apiKey: "key" });
    expect(connection.tls).toMatchObject({ serverNameOverride: "inner" });
  });

  it("say when a file named for Temporal's TLS is missing", () => {
    const env = {
      TEMPORAL_ADDRESS: "a:1",
      TEMPORAL_TLS: "true",
      TEMPORAL_CONFIG_FILE: "/nowhere/temporal.toml{",
    };
    expect(messageOf(() => readSettings({ ...env, TEMPORAL_PROFILE: "absent" }))).toContain(
      "TEMPORAL_…",
    );
  });

  it("are all described, with their defaults", () => {
    const table = describeSettings();
    expect(table.find(({ name }) => name === "PORT")).toEqual({
      name: "PORT",
      meaning: "网页与接口的端口；npm start 时若已被占用则另选一个",
      default: "8080",
    });
    for (const { name, meaning } of table) expect(meaning, name).toMatch(/\p{Script=Han}/u);
    expect(new Set(table.map(({ name }) => name)).size).toBe(table.length);
  });
});

function messageOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error("nothing was refused");
}
