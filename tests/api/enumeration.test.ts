import { randomUUID } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeUpResidentIdNumber, makeUpUscc } from "../../demo/life/made-up-parties.ts";
import { publishCase } from "../support/published-case.ts";
import { COMPANY_CODE, PERSON_NUMBER } from "../support/matter-bodies.ts";
import { startRunningApi, type RunningApi } from "../support/running-api.ts";

const SECRET = `whsec_${Buffer.alloc(32, 21).toString("base64")}`;
const LISTED_NUMBER = makeUpResidentIdNumber(1966);
const COURT = "judgment-defaulters";

let api: RunningApi;

beforeAll(async () => {
  api = await startRunningApi("2026-03-13", {
    points: { connections: {}, secrets: {}, sources: { [COURT]: [SECRET] } },
  });
  await publishCase(api, "2026-03-13");
  expect((await pushPerson()).statusCode).toBe(200);
});
afterAll(async () => {
  await api.stop();
});

/** 【虚构】 a court pushes a person and a company. */
function pushPerson() {
  const common = {
    ...{ state: "列入", updatedAt: "2026-03-12", listedOn: "2026-03-11" },
    ...{ authorityName: "【虚构】苍梧县人民法院", documentNumber: "（2026）桂0421执9号" },
  };
  const records = [
    {
      ...{ ...common, recordId: "1", partyName: "【虚构】覃某某", partyKind: "自然人" },
      identifier: LISTED_NUMBER,
    },
    {
      ...{ ...common, recordId: "2", partyName: "【虚构】另一公司", partyKind: "法人" },
      identifier: makeUpUscc(2),
    },
  ];
  const [id, now, payload] = [randomUUID(), new Date(), JSON.stringify({ records })];
  return api.app.inject({
    method: "POST",
    url: `/api/elsewhere/${COURT}/records`,
    headers: {
      "content-type": "application/json",
      "webhook-id": id,
      "webhook-timestamp": String(Math.floor(now.getTime() / 1000)),
      "webhook-signature": new Webhook(SECRET).sign(id, now, payload),
    },
    payload,
  });
}

interface Operation {
  readonly security?: readonly object[];
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
}

describe("somebody who tries numbers one after another", () => {
  it("finds no public address that takes one", async () => {
    const { paths } = (await api.app.inject({ url: "/openapi.json" })).json<{
      paths: Record<string, Record<string, Operation>>;
    }>();
    const open = Object.entries(paths).filter(([, { get }]) => get !== undefined && !get.security);
    expect(open.length).toBeGreaterThan(5);
    const asked = open.flatMap(([, { get }]) => get?.parameters?.map((each) => each.name) ?? []);
    expect(asked).toContain("name");
    // The one code that is asked for is that of a paper.
    for (const name of asked) expect(name).not.toMatch(/ident|number|uscc|who/i);
  });

  it.each(["/api/register", "/api/register/elsewhere", "/register", "/register/elsewhere"])(
    "finds nobody by number at %s, on a list or not, and no two answers differ",
    async (path) => {
      const ask = async (number: string) => {
        const { statusCode, body } = await api.app.inject({ url: `${path}?name=${number}` });
        return [
          statusCode,
          body.replaceAll(number, "").replace(/\d{2}:\d{2}(:\d{2}[.\dZ]*)?|nonce-\S+/g, ""),
        ];
      };
      const unknown = await ask(makeUpResidentIdNumber(1990));
      for (const number of [LISTED_NUMBER, PERSON_NUMBER, COMPANY_CODE, makeUpUscc(2)]) {
        expect(await ask(number)).toEqual(unknown);
      }
    },
  );

  it("finds no whole number of a person in anything that is open to all", async () => {
    const open = [
      ...["/api/register?limit=200", "/api/register/elsewhere?limit=200", "/register"],
      ...["/register/elsewhere", "/api/open-data/changes", "/api/open-data/listings.csv"],
      ...["/api/open-data/listings.jsonl", "/api/open-data/feed.atom", "/open-data"],
    ];
    for (const url of open) {
      const { body } = await api.app.inject({ url });
      for (const number of [LISTED_NUMBER, PERSON_NUMBER]) expect(body, url).not.toContain(number);
    }
  });

  it.each(["/api/register", "/api/register/elsewhere", "/register", "/register/elsewhere"])(
    "is stopped at %s after 600 questions in a minute",
    async (path) => {
      const address = { remoteAddress: `10.9.8.${String(path.length)}` };
      let [answered, last] = [0, 200];
      while (last === 200 && answered < 700) {
        last = (await api.app.inject({ url: `${path}?limit=1`, ...address })).statusCode;
        answered += 1;
      }
      expect([answered, last]).toEqual([601, 429]);
    },
  );

  it("is stopped as an official too, after 60 in a minute", async () => {
    const officer = await api.as("case-officer");
    for (const url of ["/api/leads/search", "/api/elsewhere/search"]) {
      const codes: number[] = [];
      for (let count = 0; count < 61; count += 1) {
        codes.push((await officer.post(url, { who: makeUpUscc(count + 10) })).statusCode);
      }
      expect(
        codes.slice(0, 60).every((code) => code === 200),
        url,
      ).toBe(true);
      expect(codes.at(-1), url).toBe(429);
    }
  });

  it.each(["/leads", "/elsewhere"])(
    "is stopped on the page %s too, by its form as by its interface",
    async (path) => {
      const officer = await api.as("case-officer");
      const page = await officer.get(path);
      const token = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? "";
      const cookies = { ...officer.cookies };
      for (const { name, value } of page.cookies) cookies[name] = value;
      const ask = async (who: string) =>
        api.app.inject({
          ...{ method: "POST", url: `${path}/search`, cookies },
          ...{ remoteAddress: `10.9.7.${String(path.length)}` },
          headers: { "content-type": "application/x-www-form-urlencoded" },
          payload: new URLSearchParams({ _csrf: token, who }).toString(),
        });
      const codes: number[] = [];
      for (let count = 0; count < 61; count += 1) {
        codes.push((await ask(makeUpUscc(count + 100))).statusCode);
      }
      expect([new Set(codes.slice(0, 60)), codes.at(-1)]).toEqual([new Set([200]), 429]);
    },
  );
});
