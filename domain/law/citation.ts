/**
 * How sure a legal value is (核验标记).
 *
 * `verified-primary` was read in the instrument itself, `verified-secondary` in a secondary source,
 * `draft` only in a draft, `unverified` is generally reported but unproven, `not-found` was looked for in vain,
 * `entered` was entered by a named legal officer, `reading` is an adopted reading where the text leaves a question.
 */
export type Mark =
  | "verified-primary"
  | "verified-secondary"
  | "draft"
  | "unverified"
  | "not-found"
  | "entered"
  | "reading";

/** A place in the law: instrument, article as people write it, and how sure we are. */
export interface Citation {
  /** Title people know, with number, e.g. 梧州市实施细则（2022）. */
  readonly instrument: string;
  /** As printed: "（九）", "第六十二条". */
  readonly article: string;
  readonly mark: Mark;
}

/** Prints a citation the way papers and refusals show it: 《…》第…条. */
export function printCitation(citation: Citation): string {
  return `《${citation.instrument}》${citation.article}`;
}
