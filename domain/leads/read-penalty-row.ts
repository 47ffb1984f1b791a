import type { CalendarDay } from "../deadlines/calendar-day.ts";
import type { PartyKind } from "../parties/party.ts";
import {
  isResidentIdNumber,
  normalizeResidentIdNumber,
} from "../parties/resident-identity-number.ts";
import { isUscc, normalizeUscc } from "../parties/unified-social-credit-code.ts";
import {
  PENALTY_COLUMNS,
  titleOfColumn,
  type PenaltyCells,
  type PenaltyColumnId,
} from "./penalty-columns.ts";
import { readDayCell } from "./read-day-cell.ts";
import { sayWrongUscc } from "./say-wrong-uscc.ts";

/** A penalty record that may become a lead (行政处罚记录). */
export interface PenaltyRecord {
  readonly partyKind: PartyKind;
  readonly name: string;
  /** Unified social credit code, or resident identity number of a natural person, in the form that is stored. */
  readonly identifier: string;
  readonly documentNumber: string;
  readonly decidedOn: CalendarDay;
  readonly decidingOrgan: string;
  /** Everything else as it came, days in one form. */
  readonly cells: PenaltyCells;
}

/** What is wrong with a cell, in words that never repeat what stands in it. */
export interface RowFinding {
  readonly column: PenaltyColumnId;
  readonly message: string;
}

export type ReadRow =
  | { readonly kind: "record"; readonly record: PenaltyRecord }
  | { readonly kind: "wrong"; readonly findings: readonly RowFinding[] };

/** What files call the kinds of parties (主体类别). */
export const PARTY_KINDS_BY_NAME: ReadonlyMap<string, PartyKind> = new Map([
  ["法人及非法人组织", "legal-person"],
  ["法人", "legal-person"],
  ["非法人组织", "unincorporated-organization"],
  ["个体工商户", "unincorporated-organization"],
  ["自然人", "natural-person"],
]);

const DAYS = ["CF_JDRQ", "CF_YXQ", "CF_GSJZQ"] as const satisfies readonly PenaltyColumnId[];
const AMOUNTS = ["CF_NR_FK", "CF_NR_WFFF"] as const satisfies readonly PenaltyColumnId[];
const ORGAN_CODES = ["CF_CFJGDM", "CF_SJLYDM"] as const satisfies readonly PenaltyColumnId[];
const LONGEST_TEXT = 4_000;
const LONGEST_LINE = 200;
const LINES = ["CF_XDR_MC", "CF_WSH", "CF_CFJG"] as const satisfies readonly PenaltyColumnId[];

/**
 * Reads one row of penalty records (逐行校验) as of a day. All that is wrong with it is said at once; a record comes out only of a row that
 * has nothing wrong.
 *
 * Example: a code with the letter O is refused with “统一社会信用代码不含字母 I、O、S、V、Z”.
 */
export function readPenaltyRow(cells: PenaltyCells, today: CalendarDay): ReadRow {
  const findings: RowFinding[] = [
    ...findMissing(cells),
    ...findTooLong(cells),
    ...findBadAmounts(cells),
    ...findBadOrganCodes(cells),
  ];
  const days = DAYS.map((column) => [column, readDayCell(cells[column])] as const);
  for (const [column, day] of days) {
    if (day === "wrong")
      findings.push({ column, message: "日期不正确：应为真实存在的日期，例如 2026-03-02" });
  }
  const decidedOn = readDayCell(cells.CF_JDRQ);
  if (decidedOn !== null && decidedOn !== "wrong" && decidedOn > today) {
    findings.push({ column: "CF_JDRQ", message: "处罚决定日期晚于今天" });
  }
  const party = readParty(cells);
  findings.push(...party.findings);
  const isWhole = findings.length === 0 && decidedOn !== null && decidedOn !== "wrong";
  if (!isWhole || party.kind === null) return { kind: "wrong", findings };
  const inOneForm = Object.fromEntries(days.filter(([, day]) => day !== null));
  return {
    kind: "record",
    record: {
      partyKind: party.kind,
      name: cells.CF_XDR_MC ?? "",
      identifier: party.identifier,
      documentNumber: cells.CF_WSH ?? "",
      decidedOn,
      decidingOrgan: cells.CF_CFJG ?? "",
      cells: { ...cells, ...inOneForm },
    },
  };
}

/**
 * What makes two records the same (重复判断): number of the decision, code, day. Width of brackets, blanks and case make no difference.
 */
export function duplicateKeyOf(record: PenaltyRecord): string {
  const number = record.documentNumber
    .normalize("NFKC")
    .replace(/\s/g, "")
    .replace(/[[(〔【]/g, "〔")
    .replace(/[\])〕】]/g, "〕")
    .toUpperCase();
  return ["penalty", number, record.identifier, record.decidedOn].join("\n");
}

function findMissing(cells: PenaltyCells): readonly RowFinding[] {
  return PENALTY_COLUMNS.filter(({ id, required }) => required && cells[id] === undefined).map(
    ({ id, title }) => ({ column: id, message: `${title}没有填写` }),
  );
}

function findTooLong(cells: PenaltyCells): readonly RowFinding[] {
  return PENALTY_COLUMNS.flatMap(({ id }) => {
    const longest = LINES.some((line) => line === id) ? LONGEST_LINE : LONGEST_TEXT;
    const isTooLong = (cells[id] ?? "").length > longest;
    return isTooLong ? [{ column: id, message: `超过 ${String(longest)} 个字` }] : [];
  });
}

function findBadAmounts(cells: PenaltyCells): readonly RowFinding[] {
  return AMOUNTS.flatMap((column) => {
    const text = cells[column];
    const isRight = text === undefined || /^\d{1,12}(\.\d{1,6})?$/.test(text);
    return isRight
      ? []
      : [{ column, message: "金额不正确：以万元为单位填数字，例如罚款 2000 元填 0.2" }];
  });
}

function findBadOrganCodes(cells: PenaltyCells): readonly RowFinding[] {
  return ORGAN_CODES.flatMap((column) => {
    const text = cells[column];
    return text === undefined || isUscc(normalizeUscc(text))
      ? []
      : [{ column, message: sayWrongUscc(text) }];
  });
}

interface ReadParty {
  readonly kind: PartyKind | null;
  readonly identifier: string;
  readonly findings: readonly RowFinding[];
}

function readParty(cells: PenaltyCells): ReadParty {
  const kind = PARTY_KINDS_BY_NAME.get(cells.CF_XDR_LB ?? "") ?? null;
  if (kind === null) {
    const findings: RowFinding[] =
      cells.CF_XDR_LB === undefined
        ? []
        : [
            {
              column: "CF_XDR_LB",
              message: `类别应为下列之一：${[...PARTY_KINDS_BY_NAME.keys()].join("、")}`,
            },
          ];
    return { kind, identifier: "", findings };
  }
  return kind === "natural-person" ? readPerson(cells) : readOrganization(kind, cells);
}

function readOrganization(kind: PartyKind, cells: PenaltyCells): ReadParty {
  const column = "CF_XDR_SHXYM";
  const identifier = normalizeUscc(cells[column] ?? "");
  if (identifier === "") {
    return {
      kind,
      identifier,
      findings: [{ column, message: `${titleOfColumn(column)}没有填写` }],
    };
  }
  const findings = isUscc(identifier)
    ? []
    : [{ column, message: sayWrongUscc(identifier) } as const];
  return { kind, identifier, findings };
}

function readPerson(cells: PenaltyCells): ReadParty {
  const kind = "natural-person";
  const column = "CF_XDR_ZJHM";
  const identifier = normalizeResidentIdNumber(cells[column] ?? "");
  const type = cells.CF_XDR_ZJLX ?? "身份证";
  if (!type.includes("身份证")) {
    const message = "只收居民身份证；其他证件的当事人，请由承办人直接立案";
    return { kind, identifier, findings: [{ column: "CF_XDR_ZJLX", message }] };
  }
  if (identifier === "") {
    return {
      kind,
      identifier,
      findings: [{ column, message: `${titleOfColumn(column)}没有填写` }],
    };
  }
  const message = identifier.includes("*")
    ? "居民身份证号码已被遮蔽，不能确定当事人，请填写完整号码"
    : "居民身份证号码不正确：应为18位，且校验码相符";
  return {
    kind,
    identifier,
    findings: isResidentIdNumber(identifier) ? [] : [{ column, message }],
  };
}
