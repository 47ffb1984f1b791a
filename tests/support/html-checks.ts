/** Ids that occur more than once in a page. */
export function findDuplicateIds(html: string): readonly string[] {
  const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1] ?? "");
  return [...new Set(ids.filter((id, place) => ids.indexOf(id) !== place))];
}

/** Controls that no label names and that carry no name of their own. */
export function findUnlabelled(html: string): readonly string[] {
  const labelled = new Set([...html.matchAll(/<label[^>]*\sfor="([^"]*)"/g)].map((m) => m[1]));
  const controls = [...html.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)].map((m) => m[0]);
  return controls
    .filter((tag) => !/type="hidden"/.test(tag) && !/aria-label/.test(tag))
    .filter((tag) => !labelled.has(/\sid="([^"]*)"/.exec(tag)?.[1]));
}

/** Ids that an attribute names and that are not on the page. */
export function findDanglingReferences(html: string): readonly string[] {
  const ids = new Set([...html.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1]));
  const named = [...html.matchAll(/\s(?:aria-describedby|aria-labelledby|for)="([^"]*)"/g)];
  const links = [...html.matchAll(/\shref="#([^"]*)"/g)];
  return [...named, ...links]
    .flatMap((match) => (match[1] ?? "").split(" "))
    .filter((id) => !ids.has(id));
}

/** What a strict content-security policy would not run or show. */
export function findInlineCode(html: string): readonly string[] {
  return [
    ...html.matchAll(
      /<[^>]*\s(?:style|on[a-z]+)="[^"]*"[^>]*>|<script(?![^>]*\ssrc=)[^>]*>|<style/g,
    ),
  ].map((match) => match[0]);
}

/** Everything of the above at once. */
export function findFlaws(html: string): Readonly<Record<string, readonly string[]>> {
  const heads = html.match(/<h1[\s>]/g) ?? [];
  return {
    duplicateIds: findDuplicateIds(html),
    unlabelled: findUnlabelled(html),
    dangling: findDanglingReferences(html),
    inline: findInlineCode(html),
    headings: heads.length === 1 ? [] : [`${String(heads.length)} h1`],
    leaks: html.replace(ENCODED, "").match(/undefined|\[object|NaN|Invalid Date/g) ?? [],
    words: html.match(/黑名单|老赖/g) ?? [],
  };
}

/** Tokens and files in base64, which hold any three letters sooner or later. */
const ENCODED = /"data:[^"]*"|name="_csrf" value="[^"]*"/g;

/** A page without any flaw. */
export const FLAWLESS = {
  duplicateIds: [],
  unlabelled: [],
  dangling: [],
  inline: [],
  headings: [],
  leaks: [],
  words: [],
};
