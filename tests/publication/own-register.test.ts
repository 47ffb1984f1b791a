import { and, eq, isNull, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { readOwnRegister } from "../../activities/publication/read-back/own-register.ts";
import { reconcile } from "../../activities/publication/reconcile/reconcile.ts";
import { dayOf, parseDay } from "../../domain/deadlines/calendar-day.ts";
import { readCaseClock } from "../../platform/clock.ts";
import { inTransaction } from "../../platform/database.ts";
import { makeParcel } from "../../records/parcels.ts";
import {
  deliveries,
  divergences,
  publicationRecords,
  reconciliations,
  registerEntries,
} from "../../schema/index.ts";
import { annul } from "../support/publication-acts.ts";
import { startPublicProxy, type ProxyTemper, type PublicProxy } from "../support/public-proxy.ts";
import { startRunningCases, type RunningCases } from "../support/running-cases.ts";
import { bringTo } from "../workflows/play-story.ts";
import { WAY } from "../workflows/stories.ts";

const CHANNEL = "own-register";
const HOLDS = eq(divergences.channel, CHANNEL);

let proxy: PublicProxy;
let cases: RunningCases;
let caseId: string;

beforeAll(async () => {
  proxy = await startPublicProxy();
  cases = await startRunningCases("2026-03-13", { env: { PUBLIC_URL: proxy.url } });
  proxy.target = `http://127.0.0.1:${String(cases.port)}`;
  caseId = await bringTo(cases, WAY.published);
});
afterAll(async () => {
  await cases.stop();
  await proxy.close();
});
afterEach(() => {
  proxy.temper = null;
});

const readOpen = async () => {
  const rows = await cases.database
    .select()
    .from(divergences)
    .where(and(HOLDS, isNull(divergences.endedAt)));
  return [...new Set(rows.map((row) => row.kind))];
};

async function readState() {
  const [row] = await cases.database
    .select()
    .from(reconciliations)
    .where(eq(reconciliations.channel, CHANNEL));
  return row;
}

/** Waits until the newest version was looked at and found right. */
async function verified(): Promise<void> {
  const unseen = () =>
    cases.database
      .select()
      .from(deliveries)
      .where(and(eq(deliveries.channel, CHANNEL), isNull(deliveries.verifiedAt)));
  await expect.poll(unseen, { timeout: 20_000, interval: 50 }).toEqual([]);
}

/** Looks at everything, as at night; a look of the workers that ends meanwhile has set the next night again. */
async function lookAtAll(): Promise<void> {
  const before = proxy.asked.filter(isFeed).length;
  do {
    await cases.database
      .update(reconciliations)
      .set({ nextDueAt: sql`case_clock_now()` })
      .where(eq(reconciliations.channel, CHANNEL));
    await reconcile(cases.deps, CHANNEL);
  } while (proxy.asked.filter(isFeed).length === before);
}

const isFeed = (path: string): boolean => path.startsWith("/api/open-data/changes");

/** Looks at what changed, as after a receipt; what was just sent anew is looked at once it has arrived. */
async function lookAgain(): Promise<void> {
  const before = proxy.asked.length;
  do {
    await cases.database
      .update(deliveries)
      .set({ verifiedAt: null })
      .where(eq(deliveries.channel, CHANNEL));
    await reconcile(cases.deps, CHANNEL);
  } while (proxy.asked.length === before);
}

/** Nothing is wrong any more, however it was looked at. */
async function untilNothingIsOpen(): Promise<void> {
  await expect
    .poll(
      async () => {
        await lookAtAll();
        return readOpen();
      },
      { timeout: 20_000, interval: 100 },
    )
    .toEqual([]);
}

/** Hands out what is under these addresses with something changed in it. */
function changing(paths: RegExp, change: (text: string) => string): ProxyTemper {
  return async (path, response) => {
    if (!paths.test(path)) return false;
    const answer = await fetch(`${proxy.target}${path}`);
    response.writeHead(answer.status);
    response.end(change(await answer.text()));
    return true;
  };
}

describe("the own register is read back as the public sees it", () => {
  it("by each entry's page and JSON after a change, by feed and listing at night, and found right", async () => {
    await verified();
    expect(proxy.asked).toContain(`/register/${caseId}`);
    expect(proxy.asked).toContain(`/api/register/${caseId}`);
    proxy.asked.splice(0);
    await lookAtAll();
    expect(proxy.asked).toEqual(["/api/open-data/changes?since=0", "/api/register?limit=200"]);
    expect(await readState()).toMatchObject({ unreadableSince: null, lastCompared: 1 });
    expect(await readOpen()).toEqual([]);
  });

  it.each<[string, RegExp, (text: string) => string, string, "change" | "night"]>([
    [
      "a page that masks what it must not",
      /^\/register\//,
      (text) => text.replace(/(data-field="party.name">)[^<]+/, "$1【虚构】梧州****"),
      "wrong-mask",
      "change",
    ],
    [
      "a page that prints another last day",
      /^\/register\//,
      (text) => text.replace(/(data-field="listedThrough">)[^<]+/, "$12035年1月1日"),
      "wrong-end-day",
      "change",
    ],
    [
      "a page that does not show the entry",
      /^\/register\//,
      () => "<!DOCTYPE html><p>名单信息</p>",
      "missing",
      "change",
    ],
    [
      "JSON under another code",
      /^\/api\/register\//,
      (text) => text.replace(/"identifier":"[^"]+"/, '"identifier":"91340600MA2PBP2120"'),
      "other-code",
      "change",
    ],
    [
      "a feed with something added",
      /^\/api\/open-data/,
      (text) => text.replace('"schema":', '"remark":"请勿与其往来","schema":'),
      "foreign-edit",
      "night",
    ],
    [
      "a listing that leaves the entry out",
      /^\/api\/register\?/,
      (text) => text.replace(/"rows":\[.*\]/, '"rows":[]'),
      "missing",
      "night",
    ],
  ])("%s is found", async (_what, paths, change, kind, when) => {
    proxy.temper = changing(paths, change);
    await (when === "night" ? lookAtAll() : lookAgain());
    expect(await readOpen()).toEqual([kind]);
    proxy.temper = null;
    await untilNothingIsOpen();
  });

  it.each<[string, object, string]>([
    ["the name in the listing", { publicName: "【虚构】梧州****" }, "wrong-mask"],
    ["the content of the entry, emptied", { body: "" }, "missing"],
    ["the content of the entry, broken", { body: '{"party":' }, "missing"],
  ])(
    "who alters %s in the database is found out, and it is put right",
    async (_what, set, kind) => {
      const before = await cases.database.select().from(registerEntries);
      await cases.database.update(registerEntries).set(set);
      await lookAtAll();
      expect(await readOpen()).toEqual([kind]);
      await untilNothingIsOpen();
      const after = await cases.database.select().from(registerEntries);
      expect(after[0]).toMatchObject({ body: before[0]?.body, publicName: before[0]?.publicName });
    },
  );
});

describe("two looks at the same time", () => {
  it("keep what both find once", async () => {
    await untilNothingIsOpen();
    const countMissing = () =>
      cases.database.$count(divergences, and(HOLDS, eq(divergences.kind, "missing")));
    const before = await countMissing();
    await cases.database.update(registerEntries).set({ body: "" });
    await cases.database
      .update(reconciliations)
      .set({ nextDueAt: sql`case_clock_now()` })
      .where(eq(reconciliations.channel, CHANNEL));
    await Promise.all([reconcile(cases.deps, CHANNEL), reconcile(cases.deps, CHANNEL)]);
    expect(await countMissing()).toBe(before + 1);
    await untilNothingIsOpen();
  });
});

describe("a register that cannot be read", () => {
  it.each<[string, ProxyTemper]>([
    [
      "because nobody answers",
      (_path, response) => {
        response.destroy();
        return true;
      },
    ],
    [
      "because a server in between has a fault",
      (_path, response) => {
        response.writeHead(503).end("busy");
        return true;
      },
    ],
    ["because its answer breaks off", changing(/^\/api/, (text) => text.slice(0, 40))],
    ["because something else answers", changing(/^\/api/, () => '{"hello":"world"}')],
  ])("%s is not reached, and never a divergence", async (_why, temper) => {
    proxy.temper = temper;
    await lookAgain();
    await lookAtAll();
    expect(await readOpen()).toEqual([]);
    expect((await readState())?.unreadableSince).toBeInstanceOf(Date);
    proxy.temper = null;
    await lookAtAll();
    expect((await readState())?.unreadableSince).toBeNull();
  });

  it("because it was asked too often is asked again when it says so", async () => {
    let refused = 0;
    proxy.temper = (_path, response) => {
      if (refused === 2) return false;
      refused += 1;
      response.writeHead(429, { "retry-after": "1" }).end();
      return true;
    };
    await lookAtAll();
    expect(refused).toBe(2);
    expect(await readState()).toMatchObject({ unreadableSince: null, lastCompared: 1 });
  });
});

describe("the last day of a listing", () => {
  it("ends what is to be seen, however late its removal is; on the day that it passes nothing is said", async () => {
    const [stored] = await cases.database.select().from(publicationRecords);
    if (stored === undefined) throw new Error("nothing is published");
    const version = { ...stored, sealed: stored.bodySealed, repairs: 0, sharingBasisId: null };
    const signed = makeParcel(cases.deps, CHANNEL, version);
    if (!("party" in signed.form)) throw new Error("it is not shown");
    const last = signed.form.listedThrough;
    const after = parseDay("2035-01-01");
    const expectIn = (since: typeof last, until: typeof last) =>
      readOwnRegister(proxy.url).expect(signed, [], { since, until });
    expect(expectIn(last, last)).toMatchObject({ state: "shown" });
    expect(expectIn(last, after)).toBeNull();
    expect(expectIn(after, after)).toMatchObject({ state: "removed", fields: {} });
  });
});

describe("a long register", () => {
  it("is read page by page, whole, with every entry once", async () => {
    await cases.database.execute(sql`
      insert into case_files select (jsonb_populate_record(null::case_files, to_jsonb(c) ||
        jsonb_build_object('case_id', gen_random_uuid(), 'case_number', 'long-' || n, 'stage', 'closed'))).*
      from case_files c, generate_series(1, 1200) n where c.case_id = ${caseId}`);
    await cases.database.execute(sql`
      insert into register_entries select (jsonb_populate_record(null::register_entries, to_jsonb(r) ||
        jsonb_build_object('case_id', c.case_id, 'body', (r.body::jsonb || jsonb_build_object('entryId', c.case_id))::text,
          'change_number', nextval('register_change_numbers')))).*
      from register_entries r, case_files c where c.case_number like 'long-%'`);
    proxy.asked.splice(0);
    const held = await readOwnRegister(proxy.url).read("all");
    expect(new Set(held.map((each) => each.entryId)).size).toBe(1201);
    expect(held).toHaveLength(1201);
    expect(held.every((each) => each.state === "shown" && each.version === 1)).toBe(true);
    expect(held.every((each) => each.fields["page.party.name"] === each.fields["party.name"])).toBe(
      true,
    );
    expect(proxy.asked.filter(isFeed)).toHaveLength(3);
    expect(proxy.asked.filter((path) => path.startsWith("/api/register?"))).toHaveLength(7);
    await cases.database.delete(registerEntries).where(sql`case_id <> ${caseId}`);
  });
});

describe("a cache in between that keeps what was taken down", () => {
  it("is found out by what it still shows", async () => {
    const kept = new Map<string, string>();
    for (const path of [`/register/${caseId}`, `/api/register/${caseId}`]) {
      kept.set(path, await (await fetch(`${proxy.target}${path}`)).text());
    }
    proxy.temper = (path, response) => {
      const old = kept.get(path);
      if (old !== undefined) response.writeHead(200).end(old);
      return old !== undefined;
    };
    await annul(cases, caseId, dayOf(await inTransaction(cases.database, readCaseClock)));
    await expect.poll(readOpen, { timeout: 20_000, interval: 50 }).toEqual(["removed-but-shown"]);
    proxy.temper = null;
    await untilNothingIsOpen();
  });
});
