import { hostname, userInfo } from "node:os";
import { describe, expect, it } from "vitest";
import { readRecordedRuns } from "../support/recorded-histories.ts";

const RUNS = readRecordedRuns();

const UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
/** All that Temporal may hold of a case: ids, enums, instants, hashes. Numbers, yes/no and nothing are no texts. */
const ALLOWED: readonly RegExp[] = [
  new RegExp(`^${UUID}$`),
  new RegExp(`^(listing-case|list-adoption|publication)/${UUID}(/[a-z-]+)?$`),
  /^[A-Za-z][A-Za-z-]{0,39}$/,
  /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/,
  /^[0-9a-f]{64}$/,
  // The ids that the SDK gives to activities: their place in the run.
  /^\d{1,4}$/,
];

/** What gives a person away, wherever in a history it stands. */
const PERSONAL: readonly (readonly [string, RegExp])[] = [
  ["Chinese text", /\p{Script=Han}/u],
  ["an e-mail address", /[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/i],
  ["a phone number", /(?<![\w-])(?:\+?86)?1[3-9]\d{9}(?![\w-])/],
  ["an identity number", /(?<![\w-])\d{17}[\dXx](?![\w-])/],
  ["a credit code", /(?<![\w-])9[0-9A-Z]{17}(?![\w-])/],
];

describe("nothing of a person comes near Temporal", () => {
  it.each(RUNS.map((run) => [run.name, run] as const))("%s", (_, { json }) => {
    const payloads = findPayloads(json);
    expect(payloads.length).toBeGreaterThan(0);
    for (const text of payloads.flatMap(findTexts)) {
      expect(
        ALLOWED.some((pattern) => pattern.test(text)),
        `not an id, enum, instant or hash: ${text}`,
      ).toBe(true);
    }
    const everything = [...findTexts(json), ...payloads.flatMap(findTexts)].join("\n");
    for (const [what, pattern] of PERSONAL)
      expect(pattern.exec(everything)?.[0], what).toBeUndefined();
  });

  it("finds what somebody wrote, hidden in a payload", () => {
    const hidden = Buffer.from(JSON.stringify({ reasons: "项目款尚未结算" })).toString("base64");
    const payload = { metadata: { encoding: "anNvbi9wbGFpbg==" }, data: hidden };
    const texts = findPayloads({ events: [{ input: { payloads: [payload] } }] }).flatMap(findTexts);
    expect(texts).toEqual(["项目款尚未结算"]);
    expect(texts.some((text) => ALLOWED.some((pattern) => pattern.test(text)))).toBe(false);
  });

  it("nor does the name of a machine or of who runs it", () => {
    const identities = RUNS.flatMap(({ json }) => findValues(json, "identity"));
    expect([...new Set(identities)].toSorted()).toEqual(["mingdan-client", "mingdan-worker"]);
    const everything = RUNS.flatMap(({ json }) => findTexts(json));
    for (const name of [hostname(), userInfo().username]) {
      const named = everything.filter((text) => text.split(/[^\w-]/).includes(name));
      expect(named, name).toEqual([]);
    }
  });
});

/** Every payload in a history, decoded; one that can't be decoded fails. */
function findPayloads(json: unknown): readonly unknown[] {
  if (typeof json !== "object" || json === null) return [];
  if ("metadata" in json && typeof json.metadata === "object") {
    const data = "data" in json && typeof json.data === "string" ? json.data : "";
    return data === "" ? [] : [JSON.parse(Buffer.from(data, "base64").toString("utf8")) as unknown];
  }
  return Object.values(json).flatMap(findPayloads);
}

/** Every text in a value, names of fields left out. */
function findTexts(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(findTexts);
}

function findValues(value: unknown, field: string): readonly unknown[] {
  if (typeof value !== "object" || value === null) return [];
  const own = Object.entries(value).filter(([name]) => name === field);
  return [
    ...own.map(([, held]) => held as unknown),
    ...Object.values(value).flatMap((each) => findValues(each, field)),
  ];
}
