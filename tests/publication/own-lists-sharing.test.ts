import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeUpResidentIdNumber } from "../../demo/life/made-up-parties.ts";
import { buildHttpReceiver, type HttpReceiver } from "../../demo/receivers/http-receiver.ts";
import {
  caseFiles,
  deliveries,
  divergences,
  registryEvents,
  sharingBases,
} from "../../schema/index.ts";
import { WAGES_PACK } from "../support/case-world.ts";
import { waitUntilSettled } from "../support/demo-clock.ts";
import { FLAWLESS, findFlaws } from "../support/html-checks.ts";
import { activatePack } from "../support/open-test-case.ts";
import { does } from "../support/publication-acts.ts";
import { startRunningApi, type Caller, type RunningApi } from "../support/running-api.ts";
import { playSteps } from "../workflows/play-story.ts";
import { WAY } from "../workflows/stories.ts";

const SECRET = `whsec_${Buffer.alloc(32, 71).toString("base64")}`;
const LIST = "market-regulation";
const PATH = `/api/law-packs/${LIST}/sharing-basis`;
const NUMBER = makeUpResidentIdNumber(1979);
const NAME = "【虚构】欧阳示例";
const CHANNEL = "measure-implementers";
/** 【虚构】 */
const BASIS = { instrument: "【虚构】示例条例", article: "第九条", reasons: "经核对" };
const BACK = { instrument: "", article: "", reasons: "依据失效" };
const SERVED = {
  ...{ papers: ["listing-decision", "repair-notice"], method: "in-person" },
  ...{ servedOn: "2026-04-01", signatory: "【虚构】受送达人", witness: "", remark: "" },
  proof: "决定书送达回证",
};
const CLEAR = { name: NAME, identifier: NUMBER };
const MASKED = { name: "【虚构】欧阳**", identifier: `${NUMBER.slice(0, 6)}************` };

let api: RunningApi;
let implementers: HttpReceiver;
let caseId: string;
let legalOfficer: Caller;

beforeAll(async () => {
  implementers = buildHttpReceiver([SECRET]);
  const url = await implementers.site.listen({ host: "127.0.0.1", port: 0 });
  const place = { url: `${url}/push`, readBackUrl: `${url}/holdings` };
  api = await startRunningApi("2026-03-13", {
    points: {
      connections: { [CHANNEL]: { form: "http-push", ...place } },
      secrets: { [CHANNEL]: [SECRET] },
    },
  });
  legalOfficer = await api.as("legal-officer");
});
afterAll(async () => {
  await api.stop();
  await implementers.site.close();
});

const held = () => implementers.holdings.list().find((row) => row.entryId === caseId);
const untilHeld = (party: object) =>
  expect.poll(() => held()?.body["party"], { timeout: 20_000 }).toMatchObject(party);
const enter = async (caller: Caller, body: object, path = PATH) =>
  (await caller.post(path, body)).statusCode;
async function newest() {
  const [row] = await api.cases.database
    .select()
    .from(deliveries)
    .where(and(eq(deliveries.caseId, caseId), eq(deliveries.channel, CHANNEL)))
    .orderBy(desc(deliveries.version))
    .limit(1);
  return row;
}
async function nothingDiffers(day: string): Promise<void> {
  await api.cases.moveClockTo(`${day}T09:00:00+08:00`);
  await waitUntilSettled(api.cases.database);
  const open = await api.cases.database
    .select()
    .from(divergences)
    .where(isNull(divergences.endedAt));
  expect(open).toEqual([]);
}

describe("a person on a list of our own for which no text lets implementers know the person", () => {
  it("is masked to them, and nothing stands in the way of the listing", async () => {
    const pack = { ...WAGES_PACK, listId: LIST, listName: "市场监督管理严重违法失信名单" } as const;
    await activatePack(api.cases.database, pack);
    const person = { kind: "natural-person", role: "legal-representative", ...CLEAR } as const;
    caseId = await api.cases.openCase(person);
    await playSteps(api.cases, caseId, WAY["decision-service"]);
    // From here on it is a case of that list: criteria and measures of the list are not at issue.
    const [listId, state] = [LIST, sql`jsonb_set(state, '{listId}', ${JSON.stringify(LIST)})`];
    await api.cases.database.update(caseFiles).set({ listId, state });
    await api.cases.moveClockTo("2026-04-01T09:00:00+08:00");
    await does(api.cases, caseId, "record-service", "case-officer", SERVED);
    await waitUntilSettled(api.cases.database);
    await untilHeld(MASKED);
    expect((await newest())?.sharingBasisId).toBeNull();
  });

  it("is named to them as soon as a legal officer has entered the basis, with who, when and why", async () => {
    expect(await enter(legalOfficer, { ...BASIS, article: "" })).toBe(422);
    const answer = await legalOfficer.post(PATH, BASIS);
    expect([answer.statusCode, answer.json()]).toEqual([200, { toldAnew: 1 }]);
    await untilHeld(CLEAR);
    const [basis] = await api.cases.database.select().from(sharingBases);
    expect(basis).toMatchObject({ listId: LIST, article: "第九条", enteredBy: "legal-officer" });
    expect(await newest()).toMatchObject({ sharingBasisId: basis?.basisId, repairs: 1 });
    const shown = (await legalOfficer.get(PATH)).json<{ sharingBasis: string }>();
    expect(shown.sharingBasis).toContain("第九条");
  });

  it("is read back as what was sent, and stays hidden from the public", async () => {
    await nothingDiffers("2026-04-03");
    const everything = await api.app.inject({ url: "/api/open-data/listings.jsonl" });
    expect(everything.body).not.toContain(NUMBER);
  });

  it("is masked again when the basis is taken back, and every change stays on record", async () => {
    expect(await enter(legalOfficer, BACK)).toBe(200);
    await untilHeld(MASKED);
    expect(await enter(legalOfficer, BACK)).toBe(409);
    await nothingDiffers("2026-04-04");
    const events = await api.cases.database
      .select()
      .from(registryEvents)
      .where(eq(registryEvents.subject, `sharing-basis/${LIST}`));
    expect(events.map((each) => each.type)).toEqual([
      "enter-sharing-basis",
      "withdraw-sharing-basis",
    ]);
  });
});

describe("the basis of a list of our own", () => {
  it("is nobody else's to enter, and not over what the law says itself", async () => {
    for (const role of ["case-officer", "head", "supervisor", "administrator"] as const) {
      expect(await enter(await api.as(role), BASIS), role).toBe(403);
    }
    const of = (list: string) => `/api/law-packs/${list}/sharing-basis`;
    expect(await enter(legalOfficer, BASIS, of("unpaid-wages"))).toBe(409);
    // What others decide has a way of its own, and what is unknown none.
    expect(await enter(legalOfficer, BASIS, of("major-tax"))).toBe(404);
    expect(await enter(legalOfficer, BASIS, of("none"))).toBe(404);
  });

  it("is entered on the page of the list by legal officers alone, and a wrong form says what is wrong", async () => {
    const at = `/law/packs/${LIST}`;
    const officer = await api.as("case-officer");
    expect((await officer.get(at)).body).not.toContain(`action="${at}/sharing-basis"`);
    const page = await legalOfficer.get(at);
    expect(page.body).toContain("对措施实施单位也脱敏");
    expect(findFlaws(page.body)).toEqual(FLAWLESS);
    const token = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? "";
    const cookies = { ...legalOfficer.cookies };
    for (const each of page.cookies) cookies[each.name] = each.value;
    const post = (article: string) =>
      api.app.inject({
        ...{ method: "POST", url: `${at}/sharing-basis`, cookies },
        headers: { "content-type": "application/x-www-form-urlencoded" },
        payload: new URLSearchParams({ _csrf: token, ...BASIS, article }).toString(),
      });
    const wrong = await post("");
    expect([wrong.statusCode, wrong.body]).toEqual([422, expect.stringContaining("一并填写")]);
    expect(wrong.body).toContain('href="#field-basis-article"');
    expect(findFlaws(wrong.body)).toEqual(FLAWLESS);
    expect((await post("第九条")).statusCode).toBe(303);
    await untilHeld(CLEAR);
    expect((await legalOfficer.get("/law/packs/unpaid-wages")).body).not.toContain(
      'action="/law/packs/unpaid-wages/sharing-basis"',
    );
  });
});
