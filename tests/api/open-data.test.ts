import { sql } from "drizzle-orm";
import { SaxesParser } from "saxes";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeOwnRegister } from "../../activities/publication/channels/own-register.ts";
import type { ListingRecord } from "../../domain/publication/listing-record.ts";
import { readRegisterEntry } from "../../api/use-cases/read-register-entry.ts";
import { publishCase } from "../support/published-case.ts";
import { startRunningApi, type RunningApi } from "../support/running-api.ts";

const DAY = "2026-03-13";
const FIRM = "【虚构】梧州云雀示例劳务有限公司";
let api: RunningApi;
let caseId: string;
let record: ListingRecord;

beforeAll(async () => {
  api = await startRunningApi(DAY);
  caseId = await publishCase(api, DAY);
  const entry = await readRegisterEntry(api.deps, caseId);
  if (entry.state !== "shown") throw new Error("the entry is not shown");
  record = entry.entry;
});
afterAll(async () => {
  await api.stop();
});

interface Changes {
  readonly changes: readonly {
    op: string;
    entryId: string;
    changeNumber: number;
    entry?: object;
  }[];
  readonly next: number;
  readonly more: boolean;
}

const get = (path: string, headers: Record<string, string> = {}) =>
  api.app.inject({ url: `/api/open-data/${path}`, headers });
const changesSince = async (since: number) =>
  (await get(`changes?since=${String(since)}`)).json<Changes>();
const register = () => writeOwnRegister(api.cases.database);
const write = async (form: ListingRecord): Promise<void> => {
  await register().deliver({
    parcelId: "test",
    form,
    body: JSON.stringify(form),
    signature: "",
    sealSignature: null,
  });
};

describe("the snapshots", () => {
  it.each(["listings.csv", "listings.jsonl", "listings.ftm.json"])(
    "%s names who is listed",
    async (file) => {
      const response = await get(file);
      expect(response.statusCode).toBe(200);
      expect(response.body).toContain(FIRM);
      expect(response.headers["content-disposition"]).toContain("attachment");
    },
  );

  it("say the same as the register", async () => {
    const lines = (await get("listings.jsonl")).body.trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line) as object)).toEqual([record]);
  });

  it("are not sent again while nothing has changed", async () => {
    const { etag } = (await get("listings.csv")).headers;
    const again = await get("listings.csv", { "if-none-match": String(etag) });
    expect([again.statusCode, again.body]).toEqual([304, ""]);
  });

  it.each(["listings.csv", "feed.atom"])(
    "and feeds (%s) know a tag among several, one made weak on the way, and any",
    async (file) => {
      const etag = String((await get(file)).headers.etag);
      for (const held of [`"other", ${etag}`, `W/${etag}`, "*"]) {
        expect((await get(file, { "if-none-match": held })).statusCode, held).toBe(304);
      }
      expect((await get(file, { "if-none-match": '"other"' })).statusCode).toBe(200);
    },
  );

  it("of a single entry is not sent again while nothing has changed, however late it is", async () => {
    const ask = (headers: Record<string, string> = {}) =>
      api.app.inject({ url: `/api/register/${caseId}`, headers });
    const { etag } = (await ask()).headers;
    const again = await ask({ "if-none-match": String(etag) });
    expect([again.statusCode, again.body]).toEqual([304, ""]);
  });

  it("come in parts that make up the whole, and a part of another state is never mixed in", async () => {
    const whole = await get("listings.jsonl");
    const size = whole.rawPayload.length;
    const first = await get("listings.jsonl", { range: "bytes=0-99" });
    const rest = await get("listings.jsonl", {
      range: "bytes=100-",
      "if-range": String(whole.headers.etag),
    });
    expect([first.statusCode, rest.statusCode]).toEqual([206, 206]);
    expect(first.headers["content-range"]).toBe(`bytes 0-99/${String(size)}`);
    expect(Buffer.concat([first.rawPayload, rest.rawPayload]).equals(whole.rawPayload)).toBe(true);
    const other = await get("listings.jsonl", { range: "bytes=100-", "if-range": '"other"' });
    expect([other.statusCode, other.rawPayload.length]).toEqual([200, size]);
    expect((await get("listings.jsonl", { range: `bytes=${String(size)}-` })).statusCode).toBe(416);
  });

  it("drop a listing beyond its last day, however late the removal is, and the feed says so", async () => {
    const setLastDay = (day: string) =>
      api.deps.database.execute(
        sql`update register_entries set shown_through = ${day} where case_id = ${caseId}`,
      );
    await setLastDay("2026-03-12");
    for (const file of ["listings.csv", "listings.jsonl", "listings.ftm.json", "feed.atom"]) {
      expect((await get(file)).body, file).not.toContain(FIRM);
    }
    expect((await changesSince(0)).changes).toMatchObject([{ op: "DEL", entryId: caseId }]);
    await setLastDay(record.listedThrough);
  });
});

describe("the feed of changes", () => {
  it("adds, changes and takes down, each once, and what is gone is nowhere to be read", async () => {
    const added = await changesSince(0);
    expect(added.changes).toMatchObject([{ op: "ADD", entryId: caseId, entry: record }]);
    expect((await changesSince(added.next)).changes).toEqual([]);
    await write({ ...record, version: record.version + 1, grounds: "更正后的事由" });
    const changed = await changesSince(added.next);
    expect(changed.changes).toMatchObject([{ op: "MOD", entry: { grounds: "更正后的事由" } }]);
    expect((await changesSince(0)).changes).toMatchObject([{ op: "ADD" }]);
    await write(record);
    expect((await changesSince(changed.next)).changes).toEqual([]);
    const { schema, entryId, listId, listName } = record;
    const removed = {
      ...{ schema, entryId, listId, listName, version: record.version + 2 },
      ...{
        state: "removed" as const,
        removal: { cause: "expiry", removedOn: record.listedThrough },
      },
    };
    await register().deliver({
      parcelId: "test",
      form: removed,
      body: JSON.stringify(removed),
      ...{ signature: "", sealSignature: null },
    });
    const gone = await get(`changes?since=${String(changed.next)}`);
    expect(gone.json<Changes>().changes).toMatchObject([{ op: "DEL", entryId: caseId }]);
    expect(gone.body).not.toContain(FIRM);
    for (const file of ["listings.csv", "listings.jsonl", "changes", "feed.atom"]) {
      expect((await get(file)).body, file).not.toContain(FIRM);
    }
  });

  it("shown again, is an addition for everybody who saw it go", async () => {
    const { next } = await changesSince(0);
    await write({ ...record, version: record.version + 3 });
    expect((await changesSince(next)).changes).toMatchObject([{ op: "ADD", entryId: caseId }]);
    const feed = await get("feed.atom");
    expect(feed.headers["content-type"]).toContain("application/atom+xml");
    expect(feed.body).toContain(`urn:uuid:${caseId}`);
  });

  it("misses nothing when many entries are written at once", async () => {
    const version = record.version + 10;
    const { next } = await changesSince(0);
    const writers = Array.from({ length: 20 }, (_, number) =>
      write({ ...record, version: version + number }),
    );
    const seen: number[] = [];
    let since = next;
    const isDone = Promise.all(writers).then(() => true);
    for (let done = false; !done;) {
      done = await Promise.race([isDone, new Promise<boolean>((r) => setImmediate(r, false))]);
      const page = await changesSince(since);
      seen.push(...page.changes.map((change) => change.changeNumber));
      since = page.next;
    }
    expect(seen).toEqual(seen.toSorted((one, other) => one - other));
    const last = (await changesSince(next)).changes.at(-1);
    expect(last?.changeNumber).toBe(since);
    expect(last?.entry).toMatchObject({ version: version + 19 });
  });

  it("refuses a number that is none", async () => {
    expect((await get("changes?since=abc")).statusCode).toBe(400);
  });
});

describe("the feed for people", () => {
  it("is well-formed Atom, whatever stands in a name: ids, titles and moments of the feed and of each entry", async () => {
    const odd = `${FIRM}<b>&"'\u0007`;
    await write({
      ...record,
      version: record.version + 100,
      party: { ...record.party, name: odd },
    });
    const found: string[] = [];
    let text = "";
    const parser = new SaxesParser({ xmlns: true });
    parser.on("opentag", ({ local, uri }) => {
      expect(uri).toBe("http://www.w3.org/2005/Atom");
      text = "";
      found.push(local);
    });
    parser.on("text", (piece) => (text += piece));
    const texts: Record<string, string[]> = {};
    parser.on("closetag", ({ local }) => {
      (texts[local] ??= []).push(text.trim());
    });
    parser.on("error", (error) => {
      throw error;
    });
    parser.write((await get("feed.atom")).body).close();
    const needed = ["feed", "title", "id", "updated", "entry", "author", "name", "summary", "link"];
    expect(new Set(found)).toEqual(new Set(needed));
    expect(texts["title"]?.[1]).toContain(`${FIRM}<b>&"'（`);
    for (const moment of texts["updated"] ?? []) {
      expect(new Date(moment).toISOString()).toBe(moment);
    }
  });
});
