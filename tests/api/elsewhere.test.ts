import { randomUUID } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeUpResidentIdNumber, makeUpUscc } from "../../demo/life/made-up-parties.ts";
import { buildHttpReceiver, type HttpReceiver } from "../../demo/receivers/http-receiver.ts";
import { elsewhereDeliveries, elsewhereListings, incidents } from "../../schema/index.ts";
import { ELSEWHERE_MEASURES_ID } from "../../workflows/messages.ts";
import { FLAWLESS, findFlaws } from "../support/html-checks.ts";
import { matterBody } from "../support/matter-bodies.ts";
import { csvOf } from "../support/penalty-files.ts";
import { startRunningApi, type Caller, type RunningApi } from "../support/running-api.ts";

const COURT_SECRET = `whsec_${Buffer.alloc(32, 3).toString("base64")}`;
const NEXT_SECRET = `whsec_${Buffer.alloc(32, 4).toString("base64")}`;
const IMPLEMENTER_SECRET = `whsec_${Buffer.alloc(32, 5).toString("base64")}`;
const PERSON_NUMBER = makeUpResidentIdNumber(1979);
const COURT = "judgment-defaulters";

let api: RunningApi;
let implementer: HttpReceiver;
let officer: Caller;

beforeAll(async () => {
  implementer = buildHttpReceiver([IMPLEMENTER_SECRET]);
  const url = await implementer.site.listen({ host: "127.0.0.1", port: 0 });
  api = await startRunningApi("2026-03-13", {
    env: { MINGDAN_RETRY_FIRST_MS: "600000", MINGDAN_RETRY_LONGEST_MS: "3600000" },
    points: {
      connections: {
        "measure-implementers": {
          ...{ form: "http-push", url: `${url}/push`, readBackUrl: `${url}/holdings` },
        },
      },
      secrets: { "measure-implementers": [IMPLEMENTER_SECRET] },
      sources: { [COURT]: [COURT_SECRET, NEXT_SECRET] },
    },
  });
  officer = await api.as("case-officer");
});
afterAll(async () => {
  await api.stop();
  await implementer.site.close();
});

/** 【虚构】 a record as a court sends it. */
const record = (serial: number, change: object = {}) => ({
  recordId: `（2026）桂0421执${String(serial)}号`,
  state: "列入",
  updatedAt: "2026-03-12 10:00:00",
  partyName: `【虚构】第${String(serial)}被执行公司`,
  partyKind: "法人",
  identifier: makeUpUscc(serial),
  authorityName: "【虚构】苍梧县人民法院",
  documentNumber: `（2026）桂0421执${String(serial)}号之一`,
  listedOn: "2026-03-11",
  ...change,
});
const withdrawal = (serial: number, change: object = {}) => ({
  recordId: `（2026）桂0421执${String(serial)}号`,
  ...{ state: "移出", updatedAt: "2026-03-13 08:00:00", withdrawnOn: "2026-03-13", ...change },
});

async function push(
  records: readonly unknown[],
  options: { id?: string; secret?: string; list?: string; text?: string } = {},
) {
  const { id = randomUUID(), secret = COURT_SECRET, list = COURT } = options;
  const payload = options.text ?? JSON.stringify({ records });
  const now = new Date();
  return api.app.inject({
    method: "POST",
    url: `/api/elsewhere/${list}/records`,
    headers: {
      "content-type": "application/json",
      "webhook-id": id,
      "webhook-timestamp": String(Math.floor(now.getTime() / 1000)),
      "webhook-signature": new Webhook(secret).sign(id, now, payload),
    },
    payload,
  });
}

const findPublic = async (name: string) => {
  const query = `name=${encodeURIComponent(name)}`;
  const answer = await api.app.inject({ url: `/api/register/elsewhere?${query}` });
  return answer.json<{ rows: { name: string; decidedBy: string; entryId: string }[] }>().rows;
};
const search = async (who: string) =>
  (await officer.post("/api/elsewhere/search", { who })).json<{
    rows: { name: string; identifier: string; state: string; toldAt: string | null }[];
  }>().rows;
const held = (serial: number) =>
  implementer.holdings
    .list()
    .find((row) => JSON.stringify(row.body).includes(`第${String(serial)}被`));
const untilTold = () =>
  expect
    .poll(
      async () => (await api.cases.database.select().from(elsewhereDeliveries)).filter(isWaiting),
      { timeout: 20_000, interval: 50 },
    )
    .toEqual([]);

function isWaiting({ receivedAt }: { readonly receivedAt: Date | null }): boolean {
  return receivedAt === null;
}

describe("what a court pushes", () => {
  it("is shown the same moment, saying who decided, and implementers are told of it", async () => {
    const answer = await push([record(1), record(2)]);
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.json()).toMatchObject({ taken: 2, rejected: [] });
    expect(await findPublic("第1被执行公司")).toMatchObject([
      { name: "【虚构】第1被执行公司", decidedBy: "人民法院" },
    ]);
    const page = await api.app.inject({ url: "/register/elsewhere" });
    expect(page.body).toContain("本市不作认定");
    expect(page.body).toContain("【虚构】苍梧县人民法院");
    expect(findFlaws(page.body)).toEqual(FLAWLESS);
    await untilTold();
    expect(held(1)).toMatchObject({
      ...{ state: "shown", version: 1 },
      body: {
        schema: "mingdan.elsewhere/1",
        decidedBy: "人民法院",
        party: { identifier: makeUpUscc(1) },
      },
    });
  });

  it("is answered with a receipt under the same secret, old or new, and with the same one when it comes again", async () => {
    const id = randomUUID();
    const first = await push([record(3)], { id, secret: NEXT_SECRET });
    const headers = Object.fromEntries(
      Object.entries(first.headers).map(([name, value]) => [name, String(value)]),
    );
    expect(new Webhook(NEXT_SECRET).verify(first.body, headers)).toMatchObject({ taken: 1 });
    const again = await push([record(3)], { id });
    expect(again.json<object>()).toEqual(first.json<object>());
    expect((await push([record(4)], { id })).statusCode).toBe(422);
    expect((await push([record(3)])).json()).toMatchObject({ taken: 0, unchanged: 1 });
  });

  it("is not taken from anybody else, who learns nothing of the lists", async () => {
    const strangers = [
      await push([record(5)], { secret: IMPLEMENTER_SECRET }),
      await push([record(5)], { list: "major-tax" }),
      await push([record(5)], { list: "unpaid-wages" }),
      await push([record(5)], { list: "no-such-list" }),
    ];
    expect(strangers.map((each) => each.statusCode)).toEqual([401, 401, 401, 401]);
    expect(await findPublic("第5被执行公司")).toEqual([]);
  });

  it("with a wrong record names what is wrong, takes the others and loses nothing", async () => {
    const bad = record(7, { identifier: "9I450421XX0000210X", listedOn: "2026-02-30" });
    const answer = await push([record(6), bad, "text", { ...record(8), remark: "x" }]);
    expect(answer.json()).toMatchObject({
      taken: 1,
      rejected: [
        { index: 1, findings: [{ column: "listedOn" }, { column: "identifier" }] },
        { index: 2 },
        { index: 3 },
      ],
    });
    const { rows } = await api.cases.database.execute<{ sealed: string }>(
      "select rejected_sealed as sealed from elsewhere_messages where rejected_sealed is not null",
    );
    const kept = api.deps.encryption.decryptField(rows[0]?.sealed ?? "");
    expect(JSON.parse(kept)).toContainEqual(bad);
    const page = await officer.get("/elsewhere");
    expect(page.body).toContain("不含字母 I、O、S、V、Z");
    expect(page.body).not.toContain("9I450421XX0000210X");
    expect((await push([], { text: "{" })).statusCode).toBe(422);
    expect((await push([])).statusCode).toBe(422);
  });

  it("vanishes everywhere when the court takes it back, and no older word brings it back", async () => {
    expect((await push([withdrawal(1)])).json()).toMatchObject({ withdrawn: 1 });
    expect(await findPublic("第1被执行公司")).toEqual([]);
    expect(await search("【虚构】第1被执行公司")).toEqual([]);
    await untilTold();
    expect(held(1)).toBeUndefined();
    const removed = implementer.holdings.list().filter((row) => row.state === "removed");
    expect(removed).toMatchObject([{ version: 2, body: { removal: { cause: "withdrawn" } } }]);
    expect((await push([record(1)])).json()).toMatchObject({ overtaken: 1 });
    expect(await findPublic("第1被执行公司")).toEqual([]);
    const newer = record(1, { updatedAt: "2026-03-13 08:30:00" });
    expect((await push([newer])).json()).toMatchObject({ changed: 1 });
    expect(await findPublic("第1被执行公司")).toHaveLength(1);
  });

  it("that was taken back before it came never shows", async () => {
    expect((await push([withdrawal(9)])).json()).toMatchObject({ withdrawn: 1 });
    expect((await push([record(9)])).json()).toMatchObject({ overtaken: 1 });
    expect(await findPublic("第9被执行公司")).toEqual([]);
  });
});

describe("a person on such a list", () => {
  it("is not shown to the public, masked to officials, and lies nowhere in clear", async () => {
    const person = record(20, {
      ...{ partyName: "【虚构】欧阳某某", partyKind: "自然人", identifier: PERSON_NUMBER },
    });
    expect((await push([person])).json()).toMatchObject({ taken: 1 });
    expect(await findPublic("欧阳")).toEqual([]);
    expect(await search(PERSON_NUMBER)).toMatchObject([
      { name: "【虚构】欧阳**", identifier: "450421************" },
    ]);
    await untilTold();
    const { rows } = await api.cases.database.execute<{ text: string }>(
      "select row_to_json(l)::text as text from elsewhere_listings l union all select row_to_json(m)::text from elsewhere_messages m union all select row_to_json(d)::text from elsewhere_deliveries d",
    );
    const stored = rows.map(({ text }) => text).join("\n");
    for (const secret of [PERSON_NUMBER, "欧阳"]) expect(stored).not.toContain(secret);
    const handle = api.cases.client.workflow.getHandle(ELSEWHERE_MEASURES_ID);
    const history = JSON.stringify((await handle.fetchHistory()).events ?? []);
    expect(history).not.toMatch(/\p{Script=Han}/u);
    expect(history).not.toContain(PERSON_NUMBER);
  });
});

describe("a file of such a list", () => {
  const HEADER = [
    ...["记录编号", "状态", "数据更新时间", "主体名称", "主体类别"],
    ...["统一社会信用代码（居民身份证号码）", "认定机关", "认定文书号", "列入日期", "移出日期"],
  ];
  const line = (serial: number, change: object = {}) => {
    const sent: Record<string, string> = { withdrawnOn: "", ...record(serial), ...change };
    const ids = ["recordId", "state", "updatedAt", "partyName", "partyKind", "identifier"];
    const names = [...ids, "authorityName", "documentNumber", "listedOn", "withdrawnOn"];
    return names.map((name) => sent[name] ?? "");
  };
  interface View {
    readonly state: string;
    readonly taken: number;
    readonly rejected: number;
    readonly duplicates: number;
    readonly importId: string;
    readonly leftRows: readonly { readonly findings: readonly { readonly message: string }[] }[];
  }
  const importFile = async (name: string, lines: readonly (readonly string[])[]) => {
    const url = `/api/elsewhere/major-tax/imports`;
    const sent = await officer.upload(name, csvOf([HEADER, ...lines]), "text/csv", url);
    expect(sent.statusCode, sent.body).toBe(202);
    const { importId } = sent.json<{ importId: string }>();
    const read = async () => (await officer.get(`/api/lead-imports/${importId}`)).json<View>();
    await expect
      .poll(async () => (await read()).state, { timeout: 20_000, interval: 50 })
      .toBe("done");
    return read();
  };

  it("is taken in row by row; what is wrong comes back as a report that can be corrected and sent again", async () => {
    const wrong = line(32, { identifier: "9I450421XX0000210X" });
    const view = await importFile("tax.csv", [line(30), line(31), wrong, line(30)]);
    expect(view).toMatchObject({ taken: 2, rejected: 1, duplicates: 1 });
    const report = await officer.get(`/api/lead-imports/${view.importId}/report`);
    expect(report.body).toContain("统一社会信用代码不含字母");
    const [head = "", ...rows] = report.body.replace("\uFEFF", "").trim().split("\r\n");
    const corrected = rows.join("\r\n").replace("9I450421XX0000210X", makeUpUscc(32));
    const url = `/api/elsewhere/major-tax/imports`;
    const again = await officer.upload("c.csv", `${head}\r\n${corrected}\r\n`, "text/csv", url);
    expect(again.statusCode).toBe(202);
    await expect.poll(async () => (await findPublic("第32被执行公司")).length).toBe(1);
    await untilTold();
    expect(held(32)).toMatchObject({ body: { listId: "major-tax", decidedBy: "税务机关" } });
  });

  it("takes parties off the list as a push does, and nothing else does: a record that is not in a file stays", async () => {
    const view = await importFile("tax-2.csv", [
      line(31, { state: "移出", updatedAt: "2026-03-13 07:00", withdrawnOn: "2026-03-13" }),
    ]);
    expect(view).toMatchObject({ taken: 1, rejected: 0 });
    expect(await findPublic("第31被执行公司")).toEqual([]);
    expect(await findPublic("第30被执行公司")).toHaveLength(1);
  });

  it("comes in by the page as well, with its list chosen; leads and their imports stay apart", async () => {
    const page = await officer.get("/elsewhere");
    expect(findFlaws(page.body)).toEqual(FLAWLESS);
    expect(page.body).toContain("tax-2.csv");
    expect((await officer.get("/leads")).body).not.toContain("tax-2.csv");
    const token = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? "";
    const cookies = { ...officer.cookies };
    for (const { name, value } of page.cookies) cookies[name] = value;
    const post = (list: string) =>
      api.app.inject({
        ...{ method: "POST", url: "/elsewhere/imports", cookies },
        headers: { "content-type": "multipart/form-data; boundary=x" },
        payload: `--x\r\ncontent-disposition: form-data; name="_csrf"\r\n\r\n${token}\r\n--x\r\ncontent-disposition: form-data; name="list"\r\n\r\n${list}\r\n--x\r\ncontent-disposition: form-data; name="file"; filename="page.csv"\r\ncontent-type: text/csv\r\n\r\n${csvOf([HEADER, line(40)])}\r\n--x--\r\n`,
      });
    expect((await post("unpaid-wages")).statusCode).toBe(422);
    expect((await post("major-tax")).statusCode).toBe(303);
    await expect.poll(async () => (await findPublic("第40被执行公司")).length).toBe(1);
  });
});

describe("such a list", () => {
  it("is never decided here: a case on it is refused, naming who decides", async () => {
    const opened = await officer.post("/api/matters", {
      ...(await matterBody(officer)),
      listId: COURT,
    });
    expect([opened.statusCode, opened.body]).toEqual([
      409,
      expect.stringContaining("认定机关为人民法院"),
    ]);
  });

  it("is brought in by case officers alone, and seen by officials alone", async () => {
    const url = "/api/elsewhere/major-tax/imports";
    for (const role of ["head", "supervisor", "auditor"] as const) {
      const caller = await api.as(role);
      expect((await caller.upload("x.csv", "a", "text/csv", url)).statusCode, role).toBe(403);
      expect((await caller.get("/api/elsewhere")).statusCode, role).toBe(200);
    }
    expect(
      (await officer.upload("x.csv", "a", "text/csv", url.replace("major-tax", "unpaid-wages")))
        .statusCode,
    ).toBe(404);
    expect((await api.app.inject({ url: "/api/elsewhere" })).statusCode).toBe(401);
    const administrator = await api.as("administrator");
    expect((await administrator.get("/api/elsewhere")).statusCode).toBe(403);
  });
});

describe("implementers who are away", () => {
  it("are told when they come back, removals first, and people are called when the day is over", async () => {
    await untilTold();
    implementer.holdings.temper.isDown = true;
    await push([record(50), record(51)]);
    await push([withdrawal(2)]);
    await api.cases.moveClockTo("2026-03-14T03:00:00+08:00");
    const causes = async () =>
      (await api.cases.database.select().from(incidents)).map((each) => each.cause);
    await expect
      .poll(causes, { timeout: 20_000 })
      .toEqual(["“失信被执行人名单”有3条变更当日没有送达措施实施单位"]);
    const sources = (await officer.get("/api/elsewhere")).json<{ rows: { untold: number }[] }>();
    expect(sources.rows.map((each) => each.untold)).toEqual([0, 3, 0]);
    const before = implementer.holdings.arrivals.length;
    implementer.holdings.temper.isDown = false;
    await api.cases.moveClockTo("2026-03-14T06:00:00+08:00");
    await untilTold();
    const came = implementer.holdings.arrivals.slice(before).map((each) => each.state);
    expect(came).toEqual(["removed", "shown", "shown"]);
    expect(await api.cases.database.select().from(incidents)).toHaveLength(1);
  });

  it("are told to lift measures on the day after the last one that the source named", async () => {
    await push([record(60, { shownThrough: "2026-03-15" })]);
    await untilTold();
    expect(held(60)).toMatchObject({ state: "shown" });
    await api.cases.moveClockTo("2026-03-16T00:30:00+08:00");
    await expect
      .poll(async () => (await findPublic("第60被执行公司")).length, { timeout: 20_000 })
      .toBe(0);
    await expect
      .poll(
        async () =>
          (await api.cases.database.select().from(elsewhereListings)).filter(
            (row) => row.state === "ended",
          ).length,
        { timeout: 20_000 },
      )
      .toBe(1);
    await untilTold();
    expect(held(60)).toBeUndefined();
  });
});
