import type { ListingRecord } from "../../domain/publication/listing-record.ts";
import { describeEntry } from "../../domain/publication/open-data.ts";
import { entryAddress } from "../use-cases/shown-entries.ts";

/** Writes the newest entries as an Atom feed (RFC 4287). An entry that was removed is simply no longer in it. */
export function writeAtomFeed(
  entries: readonly { readonly record: ListingRecord; readonly changedAt: Date }[],
  publicUrl: string,
): string {
  const self = new URL("/api/open-data/feed.atom", publicUrl).href;
  const updated = entries[0]?.changedAt ?? new Date(0);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
    "<title>严重失信主体名单公示动态</title>",
    `<id>${escape(self)}</id>`,
    `<link rel="self" href="${escape(self)}"/>`,
    `<link rel="alternate" href="${escape(new URL("/register", publicUrl).href)}"/>`,
    `<updated>${updated.toISOString()}</updated>`,
    ...entries.map(({ record, changedAt }) => writeEntry(record, changedAt, publicUrl)),
    "</feed>",
    "",
  ].join("\n");
}

function writeEntry(record: ListingRecord, changedAt: Date, publicUrl: string): string {
  const address = entryAddress(publicUrl, record.entryId);
  return [
    "<entry>",
    `<id>urn:uuid:${record.entryId}</id>`,
    `<title>${escape(`${record.party.name}（${record.listName}）`)}</title>`,
    `<link rel="alternate" href="${escape(address)}"/>`,
    `<updated>${changedAt.toISOString()}</updated>`,
    `<author><name>${escape(record.authorityName)}</name></author>`,
    `<summary>${escape(describeEntry(record))}</summary>`,
    "</entry>",
  ].join("\n");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** Characters with a meaning of their own in XML, and control characters that XML does not know at all. */
function escape(text: string): string {
  return text
    .replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? character)
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "");
}
