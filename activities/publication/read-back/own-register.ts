import { Type, type Static, type TSchema } from "typebox";
import { Check } from "typebox/value";
import type { ChannelForm, ListingRecord } from "../../../domain/publication/listing-record.ts";
import {
  expectForm,
  flatten,
  type Expectation,
  type Holding,
} from "../../../domain/publication/reconcile/holding.ts";
import { DeliveryFailed } from "../channels/channel.ts";
import { readEntryPage } from "./entry-page.ts";
import { readPublic, readPublicJson } from "./public-address.ts";
import type { ReadBack, ReadingDays } from "./read-back.ts";

/** Entries whose own pages are read; more are read as a whole. */
const PAGES_AT_ONCE = 50;
const ROWS_AT_ONCE = "200";

type Fields = Readonly<Record<string, string>>;

/**
 * Reads our own register as the public does, over its public address. What changed: the page of each entry, and its JSON. At night: the
 * change feed from its beginning, which has every entry as it is shown, and the listing, page by page.
 */
export function readOwnRegister(publicUrl: string): ReadBack {
  return {
    graceMs: 0,
    read: (entryIds) =>
      entryIds !== "all" && entryIds.length <= PAGES_AT_ONCE
        ? readEach(publicUrl, entryIds)
        : readWhole(publicUrl),
    expect({ form, signature }, earlier, days) {
      const expected = expectForm({ form, signature }, earlier);
      if (!("party" in form)) return { ...expected, fields: {} };
      return form.listedThrough >= days.until
        ? expectShown(expected, form, earlier)
        : expectEnded(expected, form, days);
    },
  };
}

/** In the feed or the JSON stands the record, and beside it what people see of it. */
function expectShown(
  expected: Expectation,
  form: ListingRecord,
  earlier: readonly ChannelForm[],
): Expectation {
  return {
    ...expected,
    fields: fieldsOf(form),
    roles: {
      ...expected.roles,
      ...{ "page.party.name": "name", "page.party.identifier": "identifier" },
      "page.listedThrough": "end-day",
    },
    earlier: earlier.flatMap((each) => ("party" in each ? [fieldsOf(each)] : [])),
  };
}

/** Nobody sees an entry beyond its last day, however late its removal is; one that ended while it was read may be seen or not. */
function expectEnded(
  expected: Expectation,
  form: ListingRecord,
  { since }: ReadingDays,
): Expectation | null {
  return form.listedThrough < since ? { ...expected, state: "removed", fields: {} } : null;
}

function fieldsOf(form: ListingRecord): Fields {
  const { party, decisionNumber, listedThrough } = form;
  const { name, identifier } = party;
  return {
    // The first entries were written before objections could be filed; they are shown as without any.
    disputedSince: "null",
    ...flatten(form),
    ...onPage({
      "party.name": name,
      "party.identifier": identifier,
      decisionNumber,
      listedThrough,
    }),
  };
}

function onPage(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([field, text]) => [`page.${field}`, text] as const),
  );
}

const RECORD = Type.Object({}, { additionalProperties: true });
const ENTRY = Type.Object({ state: Type.String(), entry: Type.Optional(RECORD) });

async function readEach(
  publicUrl: string,
  entryIds: readonly string[],
): Promise<readonly Holding[]> {
  const holdings: Holding[] = [];
  for (const entryId of entryIds) {
    const answer = await readPublicJson(new URL(`${publicUrl}/api/register/${entryId}`));
    const record = answer === null ? undefined : checked(ENTRY, answer).entry;
    const page = readEntryPage(
      (await readPublic(new URL(`${publicUrl}/register/${entryId}`))).text,
    );
    const hasPage = Object.keys(page).length > 0;
    holdings.push(...toHoldings(entryId, record, hasPage ? page : undefined));
  }
  return holdings;
}

const CHANGES = Type.Object({
  changes: Type.Array(Type.Object({ entryId: Type.String(), entry: Type.Optional(RECORD) })),
  next: Type.Integer(),
  more: Type.Boolean(),
});

const LISTING = Type.Object({
  rows: Type.Array(
    Type.Object({
      entryId: Type.String(),
      name: Type.String(),
      identifier: Type.String(),
      decisionNumber: Type.String(),
      shownThrough: Type.String(),
    }),
  ),
  nextCursor: Type.Union([Type.String(), Type.Null()]),
});

async function readWhole(publicUrl: string): Promise<readonly Holding[]> {
  const records = await readFeed(publicUrl);
  const rows = await readListing(publicUrl);
  const entryIds = new Set([...records.keys(), ...rows.keys()]);
  return [...entryIds].flatMap((entryId) =>
    toHoldings(entryId, records.get(entryId), rows.get(entryId)),
  );
}

async function readFeed(publicUrl: string): Promise<ReadonlyMap<string, object>> {
  const records = new Map<string, object>();
  for (let since = 0; ;) {
    const address = new URL(`${publicUrl}/api/open-data/changes`);
    address.searchParams.set("since", String(since));
    const { changes, next, more } = checked(CHANGES, await readPublicJson(address));
    for (const { entryId, entry } of changes) {
      if (entry === undefined) records.delete(entryId);
      else records.set(entryId, entry);
    }
    if (!more) return records;
    if (next <= since) throw new DeliveryFailed("bad-receipt");
    since = next;
  }
}

async function readListing(publicUrl: string): Promise<ReadonlyMap<string, Fields>> {
  const shown = new Map<string, Fields>();
  for (let cursor: string | null = ""; cursor !== null;) {
    const address = new URL(`${publicUrl}/api/register`);
    address.searchParams.set("limit", ROWS_AT_ONCE);
    if (cursor !== "") address.searchParams.set("cursor", cursor);
    const page: Static<typeof LISTING> = checked(LISTING, await readPublicJson(address));
    for (const { entryId, name, identifier, decisionNumber, shownThrough } of page.rows) {
      shown.set(entryId, {
        ...{ "party.name": name, "party.identifier": identifier },
        ...{ decisionNumber, listedThrough: shownThrough },
      });
    }
    if (page.nextCursor === cursor) throw new DeliveryFailed("bad-receipt");
    cursor = page.nextCursor;
  }
  return shown;
}

function checked<Schema extends TSchema>(schema: Schema, answer: unknown): Static<Schema> {
  if (Check(schema, answer)) return answer;
  throw new DeliveryFailed("bad-receipt");
}

/** An entry that stands in one place and not in the other is not shown as it should be, and not gone either. */
function toHoldings(
  entryId: string,
  record: object | undefined,
  page: Fields | undefined,
): readonly Holding[] {
  if (record === undefined && page === undefined) return [];
  const version = record !== undefined && "version" in record ? record.version : null;
  return [
    {
      entryId,
      version: typeof version === "number" ? version : null,
      state: record === undefined || page === undefined ? "suspended" : "shown",
      signature: null,
      fields: { ...flatten(record ?? {}), ...onPage(page ?? {}) },
    },
  ];
}
