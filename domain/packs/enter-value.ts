import type { CalendarDay } from "../deadlines/calendar-day.ts";
import type { Citation } from "../law/citation.ts";
import type {
  ConflictingSource,
  LawPack,
  PackValues,
  SourceChoice,
  TermLength,
} from "./law-pack.ts";

/** Who enters a value, on which day, and the version that the pack gets by it. */
export interface PackEntry {
  readonly officerId: string;
  readonly on: CalendarDay;
  readonly version: string;
}

/**
 * Enters a value that the shipped pack leaves open, or replaces one (录入规则包数值). The pack handed in stays as it is;
 * the result is a new version whose value carries the mark "entered", the officer and the day.
 *
 * @throws RangeError when the length is not a positive whole number, when instrument or article is empty,
 * or when the version is not new.
 */
export function enterPackValue(
  pack: LawPack,
  field: keyof PackValues,
  value: TermLength,
  citation: Omit<Citation, "mark">,
  entry: PackEntry,
): LawPack {
  if (!Number.isInteger(value.length) || value.length < 1) {
    throw new RangeError(`期限长度应为正整数：${value.length}`);
  }
  if (citation.instrument.trim() === "" || citation.article.trim() === "") {
    throw new RangeError("录入数值须同时录入依据的文件名称和条款");
  }
  requireNewVersion(pack, entry.version);
  const entered = {
    value,
    citations: [
      { instrument: citation.instrument, article: citation.article, mark: "entered" },
    ] as const,
    entered: { officerId: entry.officerId, on: entry.on },
  };
  return { ...pack, version: entry.version, values: { ...pack.values, [field]: entered } };
}

/**
 * Chooses between sources in conflict for the whole pack (选择适用的提前移出依据), with reasons; a case may still choose for itself.
 *
 * @throws RangeError when the source is none of the pack's, when reasons are missing, or when the version is not new.
 */
export function chooseEarlyRemovalSource(
  pack: LawPack,
  choice: SourceChoice,
  version: string,
): LawPack {
  if (findSource(pack, choice.sourceId) === null) {
    throw new RangeError(`规则包中没有这一依据：${choice.sourceId}`);
  }
  if (choice.reasons.trim() === "") throw new RangeError("选择适用依据须说明理由");
  requireNewVersion(pack, version);
  return { ...pack, version, earlyRemoval: { ...pack.earlyRemoval, choice } };
}

/** Finds one of the sources in conflict by its id; null where the pack has none of that id. */
export function findSource(pack: LawPack, sourceId: string): ConflictingSource | null {
  return pack.earlyRemoval.conflict.find((source) => source.id === sourceId) ?? null;
}

function requireNewVersion(pack: LawPack, version: string): void {
  if (version === pack.version)
    throw new RangeError(`规则包版本${version}已经存在，须使用新的版本号`);
}
