import type { Expectation, FieldRole, Holding } from "./holding.ts";

/** How a copy can differ from the record (不一致的种类), as officials read it. */
export const DIVERGENCE_TITLES = {
  missing: "应当展示而没有展示",
  extra: "展示了不是本系统发出的条目",
  stale: "仍是旧版本",
  "changed-field": "内容与记录不同",
  "wrong-mask": "脱敏不符",
  "wrong-order": "版本次序颠倒",
  "removed-but-shown": "已移出或者停止展示而仍在展示",
  "other-code": "展示在别的代码之下",
  duplicate: "同一条目重复展示",
  "wrong-end-day": "公示截止日不同",
  "unsigned-copy": "没有签名或者签名不符",
  "foreign-edit": "添加了本系统没有发出的内容",
} as const;

export type DivergenceKind = keyof typeof DIVERGENCE_TITLES;

/** One field that differs. */
export interface Difference {
  readonly field: string;
  readonly expected: string;
  readonly found: string;
}

/** A copy that is not what it must be (不一致). */
export interface Divergence {
  readonly kind: DivergenceKind;
  readonly entryId: string;
  readonly differences: readonly Difference[];
}

/**
 * Compares what a receiver shows with what it is to show, field by field (逐项比对). Given a part of the entries, entries beyond it are
 * not looked for: `whole` says that everything was asked for.
 */
export function findDivergences(
  expected: readonly Expectation[],
  held: readonly Holding[],
  scope: "whole" | "part",
): readonly Divergence[] {
  const copies = new Map<string, Holding[]>();
  for (const each of held) copies.set(each.entryId, [...(copies.get(each.entryId) ?? []), each]);
  const known = new Set(expected.map((each) => each.entryId));
  const compared = expected.flatMap((each) => compareEntry(each, copies.get(each.entryId) ?? []));
  const extra = [...copies.keys()]
    .filter((entryId) => scope === "whole" && !known.has(entryId))
    .map((entryId) => ({ kind: "extra" as const, entryId, differences: [] }));
  return [...compared, ...extra];
}

function compareEntry(expected: Expectation, copies: readonly Holding[]): readonly Divergence[] {
  const diverge = (kind: DivergenceKind, differences: readonly Difference[] = []): Divergence => ({
    ...{ kind, entryId: expected.entryId, differences },
  });
  const [copy] = copies;
  if (copy === undefined) return expected.state === "shown" ? [diverge("missing")] : [];
  if (copies.length > 1) return [diverge("duplicate")];
  if (expected.state !== "shown") return compareGone(expected, copy, diverge);
  const told = copy.version ?? expected.version;
  const version = versionDifference(expected.version, told);
  if (told > expected.version) return [diverge("wrong-order", version)];
  if (told < expected.version) return [diverge("stale", version)];
  if (copy.state !== expected.state) return [diverge("missing", [stateDifference(expected, copy)])];
  return compareFields(expected, copy, diverge);
}

type Diverge = (kind: DivergenceKind, differences?: readonly Difference[]) => Divergence;

/** Of an entry that is gone nothing may be left to read but that it is gone. */
function compareGone(
  expected: Expectation,
  copy: Holding,
  diverge: Diverge,
): readonly Divergence[] {
  if (copy.state === "shown") {
    return [diverge("removed-but-shown", [stateDifference(expected, copy)])];
  }
  const differences = findDifferences(expected, copy);
  const left = differences.filter((each) => each.expected === "" && each.found !== "");
  return left.length > 0 ? [diverge("removed-but-shown", left)] : [];
}

function compareFields(
  expected: Expectation,
  copy: Holding,
  diverge: Diverge,
): readonly Divergence[] {
  const differences = findDifferences(expected, copy);
  if (differences.length === 0) {
    const isSigned = copy.signature === null || copy.signature === expected.signature;
    return isSigned ? [] : [diverge("unsigned-copy")];
  }
  const isOlderText = expected.earlier.some((fields) => isSame(fields, copy.fields));
  if (isOlderText) return [diverge("wrong-order", differences)];
  const kinds = new Map<DivergenceKind, Difference[]>();
  for (const difference of differences) {
    const kind = judge(difference, expected);
    kinds.set(kind, [...(kinds.get(kind) ?? []), difference]);
  }
  return [...kinds].map(([kind, found]) => diverge(kind, found));
}

function judge(
  { field, expected: right, found }: Difference,
  expected: Expectation,
): DivergenceKind {
  if (!Object.hasOwn(expected.fields, field)) return "foreign-edit";
  const role: FieldRole | undefined = expected.roles[field];
  if (role === "end-day") return "wrong-end-day";
  if (role === undefined) return "changed-field";
  if (countStars(right) !== countStars(found)) return "wrong-mask";
  return role === "identifier" ? "other-code" : "changed-field";
}

function countStars(text: string): number {
  return text.split("*").length - 1;
}

function findDifferences(expected: Holding, copy: Holding): readonly Difference[] {
  const names = [...new Set([...Object.keys(expected.fields), ...Object.keys(copy.fields)])];
  return names
    .map((field) => ({
      field,
      expected: expected.fields[field] ?? "",
      found: copy.fields[field] ?? "",
    }))
    .filter((each) => each.expected !== each.found);
}

function isSame(
  one: Readonly<Record<string, string>>,
  other: Readonly<Record<string, string>>,
): boolean {
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length && names.every((name) => one[name] === other[name])
  );
}

function versionDifference(expected: number, found: number): readonly Difference[] {
  return [{ field: "version", expected: String(expected), found: String(found) }];
}

function stateDifference(expected: Holding, copy: Holding): Difference {
  return { field: "state", expected: expected.state, found: copy.state };
}

/** Days, numbers and states can be shown to anybody; whatever else a receiver wrote may name a person, and stays out of the record. */
const PLAIN = /^(?:\d{1,6}|\d{4}-\d{2}-\d{2}|shown|suspended|removed|公示中|暂停公示|已移出)?$/;
const NOT_REPEATED = "（内容不同，不在此重复）";

/** The differences as they may be kept and shown: without anybody's data (不含个人信息). */
export function withoutPersonalData(differences: readonly Difference[]): readonly Difference[] {
  return differences.map(({ field, expected, found }) => ({
    field: field.slice(0, 80),
    expected: PLAIN.test(expected) ? expected : NOT_REPEATED,
    found: PLAIN.test(found) ? found : NOT_REPEATED,
  }));
}
