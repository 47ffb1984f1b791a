import { sql } from "drizzle-orm";
import type { Authority } from "../domain/authorities/authority.ts";
import type { CaseEvent } from "../domain/case-file/events.ts";
import type { PaperKind } from "../domain/papers.ts";
import type { Transaction } from "../platform/database.ts";
import { numberSeries } from "../schema/index.ts";

/** The word in a document number that tells the kind of paper (发文字号中的种类代字). */
const SERIES_WORDS: Readonly<Record<PaperKind, string>> = {
  "prior-notice": "列告",
  "listing-decision": "列决",
  "repair-notice": "修告",
  "decision-not-to-list": "不列决",
  "removal-decision": "移决",
  "decision-not-to-remove": "不移决",
  "repair-refusal-notice": "修不受",
  "removal-certificate": "移证",
  "annulment-decision": "撤决",
  "harm-repair-certificate": "消证",
  "objection-answer": "异告",
  "correction-decision": "更决",
  "restoration-notice": "恢告",
  "restoration-decision": "恢决",
  "restoration-end-notice": "不恢告",
  "withdrawal-notice": "终告",
  "proof-of-service": "送证",
  "public-notice": "送公",
  "hearing-notice": "听告",
  "hearing-minutes": "听录",
  "defense-receipt": "辩收",
  "defense-minutes": "辩录",
  "verification-result": "核告",
  "legal-review-opinion": "法审",
  "repair-acceptance-notice": "修受",
  "service-address-confirmation": "送址",
};

/**
 * Gives every paper among the events its document number (文号), in the transaction that stores them: a number that was given
 * is on record for good, and one whose transaction failed was never given.
 */
export async function numberPapers(
  tx: Transaction,
  authority: Authority,
  events: readonly CaseEvent[],
): Promise<readonly CaseEvent[]> {
  const numbered: CaseEvent[] = [];
  for (const event of events) {
    if (event.type !== "PaperIssued") {
      numbered.push(event);
      continue;
    }
    const { kind, issuedOn } = event.paper;
    const series = `${authority.shortName}${SERIES_WORDS[kind]}`;
    const number = await nextNumber(tx, series, issuedOn.slice(0, 4));
    numbered.push({ ...event, paper: { ...event.paper, number } });
  }
  return numbered;
}

/** The next number of a series in a year: 苍人社列决〔2026〕1号. Never given twice. */
export async function nextNumber(tx: Transaction, series: string, year: string): Promise<string> {
  const rows = await tx
    .insert(numberSeries)
    .values({ series: `${series}〔${year}〕`, last: 1 })
    .onConflictDoUpdate({ target: numberSeries.series, set: { last: sql`number_series.last + 1` } })
    .returning({ last: numberSeries.last });
  return `${series}〔${year}〕${String(rows[0]?.last)}号`;
}
