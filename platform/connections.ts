import { existsSync, readFileSync } from "node:fs";
import { Type, type Static } from "typebox";
import { Check, Errors } from "typebox/value";
import type { Settings } from "./settings.ts";
import { StartFault } from "./start-fault.ts";

const HTTP_URL = Type.String({ pattern: "^https?://[^\\s]+$" });
const LAYOUT = Type.Optional(Type.Union([Type.Literal("list"), Type.Literal("penalty")]));
const STRICT = { additionalProperties: false };

const HOUR = Type.Integer({ minimum: 0, maximum: 24 });
/** When the receiver takes anything but removals: on working days from one full hour to another, or always; without it, as is usual at the point. */
const HOURS = Type.Optional(
  Type.Union([
    Type.Literal("always"),
    Type.Object({ from: HOUR, to: HOUR }, { additionalProperties: false }),
  ]),
);

const PUSHED_TO = { url: HTTP_URL, readBackUrl: Type.Optional(HTTP_URL) };

/** How one connection point is reached. Secrets are not here: they lie in the keys file. */
const CONNECTION = Type.Union([
  Type.Object(
    {
      form: Type.Literal("http-push"),
      url: HTTP_URL,
      /** Where the receiver tells what it shows; without it, only receipts are known. */
      readBackUrl: Type.Optional(HTTP_URL),
      hours: HOURS,
    },
    STRICT,
  ),
  Type.Object(
    {
      form: Type.Literal("folder"),
      path: Type.String({ minLength: 1 }),
      layout: LAYOUT,
      hours: HOURS,
    },
    STRICT,
  ),
  Type.Object(
    {
      form: Type.Literal("sftp"),
      host: Type.String({ minLength: 1 }),
      port: Type.Integer({ minimum: 1, maximum: 65_535 }),
      username: Type.String({ minLength: 1 }),
      /** SHA-256 of the server's host key, base64 as `ssh-keygen -l` prints it; a server with another key is refused. */
      hostKey: Type.String({ pattern: "^[A-Za-z0-9+/]{43}=?$" }),
      path: Type.String({ minLength: 1 }),
      layout: LAYOUT,
      hours: HOURS,
    },
    STRICT,
  ),
  Type.Object(
    { form: Type.Literal("pull"), readBackUrl: Type.Optional(HTTP_URL), hours: HOURS },
    STRICT,
  ),
  /** Those who carry measures out, each told of his own alone; secrets under `measure-implementers/ID`. */
  Type.Object(
    {
      form: Type.Literal("by-implementer"),
      implementers: Type.Array(
        Type.Object(
          {
            id: Type.String({ pattern: "^(?!others$)[a-z-]+$" }),
            /** As the measure catalog calls it. */
            name: Type.String({ minLength: 1 }),
            ...PUSHED_TO,
          },
          STRICT,
        ),
        { minItems: 1 },
      ),
      /** Where those who have no place of their own are told together. */
      others: Type.Object(PUSHED_TO, STRICT),
      hours: HOURS,
    },
    STRICT,
  ),
]);

const CONNECTIONS_FILE = Type.Record(Type.String({ pattern: "^[a-z-]+$" }), CONNECTION);

export type Connection = Static<typeof CONNECTION>;
export type Connections = ReadonlyMap<string, Connection>;

/** Reads how each connection point is reached: from the file that `MINGDAN_POINTS` names, and from the two addresses in the environment. */
export function loadConnections(settings: Pick<Settings, "pointsFile" | "channels">): Connections {
  const read = settings.pointsFile === null ? {} : readFile(settings.pointsFile);
  const { cityPlatformUrl, implementersUrl } = settings.channels;
  const fromEnvironment: [string, Connection][] = [
    ...asPush("city-credit-platform", cityPlatformUrl),
    ...asPush("measure-implementers", implementersUrl),
  ];
  return new Map([...fromEnvironment, ...Object.entries(read)]);
}

function asPush(point: string, url: string | null): [string, Connection][] {
  return url === null ? [] : [[point, { form: "http-push", url }]];
}

function readFile(file: string): Static<typeof CONNECTIONS_FILE> {
  if (!existsSync(file))
    throw new StartFault(`没有找到对接点文件 ${file}：请检查 MINGDAN_POINTS。`);
  let read: unknown;
  try {
    read = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw new StartFault(`对接点文件 ${file} 不是正确的 JSON。`);
  }
  if (Check(CONNECTIONS_FILE, read)) return withRightHours(file, read);
  const where = Errors(CONNECTIONS_FILE, read)[0]?.instancePath ?? "";
  throw new StartFault(`对接点文件 ${file} 有误：${where.slice(0, 100)}。`);
}

function withRightHours(
  file: string,
  read: Static<typeof CONNECTIONS_FILE>,
): Static<typeof CONNECTIONS_FILE> {
  for (const [point, { hours }] of Object.entries(read)) {
    if (typeof hours === "object" && hours.from >= hours.to) {
      throw new StartFault(`对接点文件 ${file} 有误：/${point}/hours 的开始不早于结束。`);
    }
  }
  return read;
}
