import type { CalendarDay } from "../deadlines/calendar-day.ts";
import { readDayCell } from "../leads/read-day-cell.ts";
import { PARTY_KINDS_BY_NAME } from "../leads/read-penalty-row.ts";
import { sayWrongUscc } from "../leads/say-wrong-uscc.ts";
import type { PartyKind } from "../parties/party.ts";
import {
  isResidentIdNumber,
  normalizeResidentIdNumber,
} from "../parties/resident-identity-number.ts";
import { isUscc, normalizeUscc } from "../parties/unified-social-credit-code.ts";
import {
  ELSEWHERE_COLUMNS,
  titleOfElsewhereColumn,
  type ElsewhereCells,
  type ElsewhereColumnId,
} from "./elsewhere-columns.ts";

/** A party that others placed on their list (外部认定的名单信息). */
export interface ElsewhereListed {
  readonly kind: "listed";
  /** The source's own number of the record; whatever comes under it later is the same record. */
  readonly recordId: string;
  /** When the source last changed the record: the newer word holds, whatever comes first. */
  readonly updatedAt: Date;
  readonly party: {
    readonly kind: PartyKind;
    readonly name: string;
    readonly identifier: string;
  };
  readonly authorityName: string;
  readonly documentNumber: string;
  readonly listedOn: CalendarDay;
  /** The last day by the source's own word; null where it sets none. */
  readonly shownThrough: CalendarDay | null;
  readonly grounds: string;
}

/** The source took a party off its list (移出). */
export interface ElsewhereWithdrawn {
  readonly kind: "withdrawn";
  readonly recordId: string;
  readonly updatedAt: Date;
  readonly withdrawnOn: CalendarDay;
}

/** What is wrong with an item, in words that never repeat what stands in it. */
export interface ElsewhereFinding {
  readonly column: ElsewhereColumnId;
  readonly message: string;
}

export type ReadElsewhere =
  | { readonly kind: "record"; readonly record: ElsewhereListed | ElsewhereWithdrawn }
  | { readonly kind: "wrong"; readonly findings: readonly ElsewhereFinding[] };

const LISTED = "列入";
const WITHDRAWN = "移出";
const NEEDED_OF_LISTED = [
  "partyName",
  "partyKind",
  "identifier",
  "authorityName",
  "documentNumber",
  "listedOn",
] as const satisfies readonly ElsewhereColumnId[];
const LONGEST: Readonly<Partial<Record<ElsewhereColumnId, number>>> = {
  recordId: 100,
  grounds: 4_000,
};
const LONGEST_LINE = 200;

/**
 * Reads one record of a list that others decide (外部认定名单逐条校验) as of now. All that is wrong with it is said at once. Nothing of it is
 * judged: whether the party belongs on the list is the source's affair.
 *
 * Example: `移出` needs only number, moment and day; the party need not be named again.
 */
export function readElsewhereRecord(
  cells: ElsewhereCells,
  now: Date,
  today: CalendarDay,
): ReadElsewhere {
  const isWithdrawn = cells.state === WITHDRAWN;
  const needed = isWithdrawn ? (["withdrawnOn"] as const) : NEEDED_OF_LISTED;
  const findings: ElsewhereFinding[] = [
    ...findMissing(cells, ["recordId", "state", "updatedAt", ...needed]),
    ...findTooLong(cells),
  ];
  const say = (column: ElsewhereColumnId, message: string): void => {
    findings.push({ column, message });
  };
  if (cells.state !== undefined && cells.state !== LISTED && !isWithdrawn) {
    say("state", `状态应为“${LISTED}”或者“${WITHDRAWN}”`);
  }
  if (/(?:^|\D)\d{17}[\dXx](?:\D|$)/.test(cells.recordId ?? "")) {
    say("recordId", "记录编号不得使用居民身份证号码");
  }
  const updatedAt = readMoment(cells.updatedAt);
  if (updatedAt === "wrong") {
    say("updatedAt", "时间不正确：例如 2026-03-02 09:30:00，或者 2026-03-02T09:30:00+08:00");
  } else if (updatedAt !== null && updatedAt.getTime() > now.getTime() + SKEW_MS) {
    say("updatedAt", "数据更新时间晚于现在");
  }
  const days = readDays(cells, isWithdrawn, today);
  findings.push(...days.findings);
  const party = isWithdrawn ? null : readParty(cells);
  findings.push(...(party?.findings ?? []));
  if (findings.length > 0 || updatedAt === null || updatedAt === "wrong") {
    return { kind: "wrong", findings };
  }
  const record = assemble(cells, updatedAt, { ...days, party });
  return record === null ? { kind: "wrong", findings } : { kind: "record", record };
}

/** Clocks of two systems differ a little. */
const SKEW_MS = 3_600_000;

interface Parts extends Days {
  readonly party: Party | null;
}

function assemble(
  cells: ElsewhereCells,
  updatedAt: Date,
  { listedOn, shownThrough, withdrawnOn, party }: Parts,
): ElsewhereListed | ElsewhereWithdrawn | null {
  const recordId = cells.recordId ?? "";
  if (withdrawnOn !== null) return { kind: "withdrawn", recordId, updatedAt, withdrawnOn };
  if (listedOn === null || party?.kind == null) return null;
  return {
    ...{ kind: "listed", recordId, updatedAt, listedOn, shownThrough },
    party: { kind: party.kind, name: cells.partyName ?? "", identifier: party.identifier },
    authorityName: cells.authorityName ?? "",
    documentNumber: cells.documentNumber ?? "",
    grounds: cells.grounds ?? "",
  };
}

function findMissing(
  cells: ElsewhereCells,
  needed: readonly ElsewhereColumnId[],
): readonly ElsewhereFinding[] {
  return needed
    .filter((id) => cells[id] === undefined)
    .map((id) => ({ column: id, message: `${titleOfElsewhereColumn(id)}没有填写` }));
}

function findTooLong(cells: ElsewhereCells): readonly ElsewhereFinding[] {
  return ELSEWHERE_COLUMNS.flatMap(({ id }) => {
    const longest = LONGEST[id] ?? LONGEST_LINE;
    const isTooLong = (cells[id] ?? "").length > longest;
    return isTooLong ? [{ column: id, message: `超过 ${String(longest)} 个字` }] : [];
  });
}

interface Days {
  readonly listedOn: CalendarDay | null;
  readonly shownThrough: CalendarDay | null;
  readonly withdrawnOn: CalendarDay | null;
  readonly findings: readonly ElsewhereFinding[];
}

const DAY_MESSAGE = "日期不正确：应为真实存在的日期，例如 2026-03-02";

function readDays(cells: ElsewhereCells, isWithdrawn: boolean, today: CalendarDay): Days {
  const findings: ElsewhereFinding[] = [];
  const read = (column: "listedOn" | "shownThrough" | "withdrawnOn"): CalendarDay | null => {
    const day = readDayCell(cells[column]);
    if (day !== "wrong") return day;
    findings.push({ column, message: DAY_MESSAGE });
    return null;
  };
  if (isWithdrawn) {
    return { listedOn: null, shownThrough: null, withdrawnOn: read("withdrawnOn"), findings };
  }
  const [listedOn, shownThrough] = [read("listedOn"), read("shownThrough")];
  if (listedOn !== null && listedOn > today) {
    findings.push({ column: "listedOn", message: "列入日期晚于今天" });
  }
  if (listedOn !== null && shownThrough !== null && shownThrough < listedOn) {
    findings.push({ column: "shownThrough", message: "截止日期早于列入日期" });
  }
  return { listedOn, shownThrough, withdrawnOn: null, findings };
}

interface Party {
  readonly kind: PartyKind | null;
  readonly identifier: string;
  readonly findings: readonly ElsewhereFinding[];
}

function readParty(cells: ElsewhereCells): Party {
  const column = "identifier";
  const kind = PARTY_KINDS_BY_NAME.get(cells.partyKind ?? "") ?? null;
  if (kind === null) {
    const message = `类别应为下列之一：${[...PARTY_KINDS_BY_NAME.keys()].join("、")}`;
    const findings =
      cells.partyKind === undefined ? [] : [{ column: "partyKind" as const, message }];
    return { kind, identifier: "", findings };
  }
  const text = cells.identifier;
  if (text === undefined) return { kind, identifier: "", findings: [] };
  if (kind !== "natural-person") {
    const identifier = normalizeUscc(text);
    const findings = isUscc(identifier) ? [] : [{ column, message: sayWrongUscc(text) } as const];
    return { kind, identifier, findings };
  }
  const identifier = normalizeResidentIdNumber(text);
  const message = identifier.includes("*")
    ? "居民身份证号码已被遮蔽，不能确定当事人，请提供完整号码"
    : "居民身份证号码不正确：应为18位，且校验码相符";
  const findings = isResidentIdNumber(identifier) ? [] : [{ column, message } as const];
  return { kind, identifier, findings };
}

/** A moment with its offset, or without one by Shanghai time; a bare day is its midnight. */
function readMoment(text: string | undefined): Date | "wrong" | null {
  if (text === undefined) return null;
  const found =
    /^(.{8,11}?)(?:[ T](\d{2}:\d{2})(:\d{2}(?:\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?)?$/.exec(text);
  const day = readDayCell(found?.[1]);
  if (found === null || day === null || day === "wrong") return "wrong";
  const [, , minutes = "00:00", seconds = ":00", offset = "+08:00"] = found;
  const moment = new Date(`${day}T${minutes}${seconds}${offset}`);
  return Number.isNaN(moment.getTime()) ? "wrong" : moment;
}
