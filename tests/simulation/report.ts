import { sql } from "drizzle-orm";
import type { CaseFile } from "../../domain/case-file/state.ts";
import { STAGE_TITLES } from "../../domain/glossary.ts";
import { TERMS, type TermId } from "../../domain/deadlines/terms.ts";
import type { Database } from "../../platform/database.ts";
import { caseFiles } from "../../schema/index.ts";

/** What a simulation came to, as lines to read. */
export async function reportOf(database: Database, days: number): Promise<readonly string[]> {
  const files = (await database.select({ state: caseFiles.state }).from(caseFiles)).map(
    (row) => row.state,
  );
  return [
    `${String(files.length)} cases over ${String(days)} days, ${String(countPapers(files))} papers`,
    `stages at the end: ${printCounts(files.map((file) => STAGE_TITLES[file.stage]))}`,
    `outcomes: ${printCounts(files.map(outcomeOf))}`,
    `refusals by rule: ${await printRefusals(database)}`,
    ...listClocks(files),
  ];
}

function countPapers(files: readonly CaseFile[]): number {
  return files.reduce((sum, file) => sum + file.papers.length, 0);
}

function outcomeOf({ outcome, removal }: CaseFile): string {
  return [outcome ?? "undecided", removal?.by ?? ""].filter((word) => word !== "").join("/");
}

async function printRefusals(database: Database): Promise<string> {
  const { rows } = await database.execute<{ rule: string; times: number }>(sql`
    select finding ->> 'ruleId' as rule, count(*)::int as times
    from refusals, jsonb_array_elements(refusal -> 'findings') as finding
    group by 1 order by 2 desc, 1`);
  return rows.map(({ rule, times }) => `${rule} ${String(times)}`).join(", ");
}

/** Every clock with how it went: kept, kept late, missed, run out, stopped, still running. */
function listClocks(files: readonly CaseFile[]): readonly string[] {
  const clocks = files.flatMap((file) => file.deadlines);
  const termIds = [...new Set(clocks.map((each) => each.termId))].toSorted();
  return termIds.map((termId: TermId) => {
    const own = clocks.filter((each) => each.termId === termId);
    return `${TERMS[termId].title}: ${printCounts(own.map((each) => each.status))}`;
  });
}

function printCounts(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([word, times]) => `${word} ${String(times)}`)
    .join(", ");
}
