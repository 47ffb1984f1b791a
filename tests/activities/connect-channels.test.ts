import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectChannels } from "../../activities/publication/connect-channels.ts";
import { loadConnections } from "../../platform/connections.ts";
import { closeDatabase, openDatabase, type Database } from "../../platform/database.ts";
import { createFieldEncryption } from "../../platform/encryption.ts";
import { loadKeys, type Keys } from "../../platform/keys.ts";
import { openSeals } from "../../platform/seals.ts";
import { readSettings } from "../../platform/settings.ts";

const SECRET = `whsec_${Buffer.alloc(32, 1).toString("base64")}`;
const URL = "https://receiver.example/push";
const SFTP = { form: "sftp", host: "sftp.example", port: 22, username: "wuzhou", path: "/in" };
const HOST_KEY = Buffer.alloc(32, 2).toString("base64");
const FINANCE = { id: "finance", name: "财政部门", url: URL };

let folder: string;
let keys: Keys;
let database: Database;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "mingdan-points-"));
  keys = loadKeys({ mode: "demo", keysFile: join(folder, "keys.json") });
  // Nothing is asked of it: connecting channels opens no connection.
  database = openDatabase("postgres://nobody@127.0.0.1:9/nothing");
});
afterAll(async () => {
  await closeDatabase(database);
  rmSync(folder, { recursive: true, force: true });
});

/** Connects as an installation does at its start, with this points file and these secrets. */
function connect(content: string, secrets: Readonly<Record<string, readonly string[]>> = {}) {
  const pointsFile = join(folder, "points.json");
  writeFileSync(pointsFile, content);
  const settings = readSettings({ MINGDAN_DATA: folder, MINGDAN_POINTS: pointsFile });
  return connectChannels({
    ...{ database, encryption: createFieldEncryption(keys), signing: keys.signing },
    connections: loadConnections(settings),
    publicUrl: settings.publicUrl,
    seals: openSeals(settings),
    pointSecrets: new Map(Object.entries(secrets)),
  });
}

const connected = (points: object, secrets?: Readonly<Record<string, readonly string[]>>) =>
  connect(JSON.stringify(points), secrets);

describe("the points of an installation", () => {
  it("are connected in each way, and tell what they show where they can be asked", () => {
    const channels = connected(
      {
        "credit-china-wuzhou": { form: "http-push", url: URL },
        "department-portal": { form: "folder", path: join(folder, "portal") },
        "credit-china": { ...SFTP, hostKey: HOST_KEY },
        "county-portal": { form: "pull", readBackUrl: URL },
        "measure-implementers": {
          ...{ form: "by-implementer", others: { url: URL, readBackUrl: URL } },
          implementers: [{ ...FINANCE, readBackUrl: URL }],
        },
      },
      {
        "credit-china-wuzhou": [SECRET],
        "credit-china": ["口令-0123456789abcdef"],
        "county-portal": ["token-0123456789abcdef"],
        "measure-implementers": [SECRET],
        "measure-implementers/finance": [SECRET],
      },
    );
    const ways = Object.entries(channels).map(([id, { readBacks, push }]) => [
      ...[id, readBacks.length, push !== null],
    ]);
    expect(ways).toEqual(
      expect.arrayContaining([
        ["own-register", 1, false],
        ["credit-china-wuzhou", 0, true],
        ["department-portal", 1, false],
        ["credit-china", 1, false],
        ["county-portal", 1, false],
        ["measure-implementers", 2, true],
        ["internet-supervision", 0, false],
      ]),
    );
  });

  it.each<[string, () => unknown, string]>([
    ["no JSON", () => connect("{"), "不是正确的 JSON"],
    [
      "an unknown point",
      () => connected({ nowhere: { form: "pull" } }),
      "nowhere 不是已知的对接点",
    ],
    ["an unknown way", () => connected({ "county-portal": { form: "fax" } }), "有误"],
    [
      "hours that end before they begin",
      () => connected({ "county-portal": { form: "pull", hours: { from: 18, to: 8 } } }),
      "有误：/county-portal/hours",
    ],
    [
      "a host key that is none",
      () => connected({ "credit-china": { ...SFTP, hostKey: "x" } }),
      "有误：/credit-china",
    ],
    [
      "no secret for a push",
      () => connected({ "credit-china-wuzhou": { form: "http-push", url: URL } }),
      "没有“信用中国（广西梧州）”",
    ],
    [
      "no token for those who fetch",
      () => connected({ "county-portal": { form: "pull" } }),
      "县（市、区）政府门户网站",
    ],
    [
      "implementers at a point that has none",
      () =>
        connected({
          "county-portal": {
            ...{ form: "by-implementer", implementers: [FINANCE], others: { url: URL } },
          },
        }),
      "只有 measure-implementers 可以",
    ],
    [
      "no secret for one implementer",
      () =>
        connected(
          {
            "measure-implementers": {
              ...{ form: "by-implementer", implementers: [FINANCE], others: { url: URL } },
            },
          },
          { "measure-implementers": [SECRET] },
        ),
      "没有 measure-implementers/finance 的密钥",
    ],
  ])("with %s end the start in a clear sentence", (_what, start, words) => {
    expect(start).toThrow(expect.objectContaining({ message: expect.stringContaining(words) }));
  });

  it("are sent to in the hours agreed on, without any in those that are usual there; removals have none", () => {
    const secrets = { "county-portal": ["token-0123456789abcdef"] };
    const hoursOf = (more: object) =>
      connected({ "county-portal": { form: "pull", ...more } }, secrets)["county-portal"].hours;
    expect(hoursOf({})).toBeNull();
    expect(hoursOf({ hours: { from: 9, to: 17 } })).toEqual({ from: 9, to: 17 });
    const folderAt = { form: "folder", path: join(folder, "in") };
    const site = (more: object) =>
      connected({ "credit-china": { ...folderAt, ...more } })["credit-china"].hours;
    expect(site({})).toEqual({ from: 8, to: 18 });
    expect(site({ hours: "always" })).toBeNull();
  });

  it("in a file that is not there end it too", () => {
    const settings = readSettings({ MINGDAN_DATA: folder, MINGDAN_POINTS: join(folder, "none") });
    expect(() => loadConnections(settings)).toThrow("没有找到对接点文件");
  });
});
