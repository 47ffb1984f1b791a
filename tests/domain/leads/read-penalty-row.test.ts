import { describe, expect, it } from "vitest";
import { parseDay } from "../../../domain/deadlines/calendar-day.ts";
import type { PenaltyCells } from "../../../domain/leads/penalty-columns.ts";
import { duplicateKeyOf, readPenaltyRow } from "../../../domain/leads/read-penalty-row.ts";
import { makeUpResidentIdNumber } from "../../../demo/life/made-up-parties.ts";
import { companyRow } from "../../support/penalty-files.ts";

const TODAY = parseDay("2026-03-13");
const ROW = companyRow(1);
const PERSON: PenaltyCells = {
  ...ROW,
  CF_XDR_LB: "自然人",
  CF_XDR_SHXYM: "",
  CF_XDR_ZJLX: "居民身份证",
  CF_XDR_ZJHM: makeUpResidentIdNumber(1980),
};

function findingsOf(cells: PenaltyCells): readonly string[] {
  const read = readPenaltyRow(cells, TODAY);
  return read.kind === "wrong" ? read.findings.map((f) => `${f.column} ${f.message}`) : [];
}

function recordOf(cells: PenaltyCells) {
  const read = readPenaltyRow(cells, TODAY);
  if (read.kind === "wrong") throw new Error(JSON.stringify(read.findings));
  return read.record;
}

describe("a row of penalty records", () => {
  it("becomes a record when nothing is wrong", () => {
    expect(recordOf(ROW)).toMatchObject({
      partyKind: "legal-person",
      decidedOn: "2026-03-02",
      documentNumber: "苍市监罚〔2026〕1号",
    });
    expect(recordOf(PERSON)).toMatchObject({ partyKind: "natural-person" });
  });

  it.each(["2026/3/2", "2026.03.02", "2026年3月2日", "20260302", "2026-03-02 00:00:00"])(
    "reads the day %s",
    (text) => {
      expect(recordOf({ ...ROW, CF_JDRQ: text })).toMatchObject({
        decidedOn: "2026-03-02",
        cells: { CF_JDRQ: "2026-03-02" },
      });
    },
  );

  it.each([
    ["a letter that no code has", { CF_XDR_SHXYM: "9I450421XX0000010X" }, "不含字母 I、O、S、V、Z"],
    ["a code that is too short", { CF_XDR_SHXYM: "91450421" }, "应为18位，现为8位"],
    ["a wrong check character", { CF_XDR_SHXYM: "91110000633674814C" }, "校验码不符"],
    ["no code", { CF_XDR_SHXYM: "" }, "没有填写"],
    ["a day that never was", { CF_JDRQ: "2026-02-30" }, "日期不正确"],
    ["a day to come", { CF_JDRQ: "2026-03-14" }, "晚于今天"],
    ["yuan with a unit", { CF_NR_FK: "2000元" }, "以万元为单位"],
    ["a kind that is none", { CF_XDR_LB: "公司" }, "类别应为下列之一"],
    ["a wrong code of the organ", { CF_CFJGDM: "123" }, "应为18位"],
    ["a name without end", { CF_XDR_MC: "长".repeat(201) }, "超过 200 个字"],
  ])("is refused for %s, saying so", (_, change, words) => {
    const findings = findingsOf({ ...ROW, ...change });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toContain(words);
  });

  it.each([
    ["a masked number", { CF_XDR_ZJHM: "450421********0000" }, "已被遮蔽"],
    ["a wrong number", { CF_XDR_ZJHM: "450421198001010000" }, "校验码相符"],
    ["another paper", { CF_XDR_ZJLX: "护照" }, "只收居民身份证"],
  ])("of a person is refused for %s, without repeating it", (_, change, words) => {
    const findings = findingsOf({ ...PERSON, ...change });
    expect(findings.join()).toContain(words);
    expect(findings.join()).not.toContain("450421");
  });

  it("is told everything that is wrong with it at once", () => {
    expect(findingsOf({})).toHaveLength(5);
    expect(findingsOf({ ...ROW, CF_JDRQ: "x", CF_NR_FK: "x", CF_XDR_SHXYM: "x" })).toHaveLength(3);
  });
});

describe("two rows are the same record", () => {
  const key = (change: PenaltyCells): string => duplicateKeyOf(recordOf({ ...ROW, ...change }));

  it("where number, code and day are, however they are written", () => {
    expect(key({ CF_WSH: "苍市监罚[2026] １号", CF_SY: "别的写法" })).toBe(key({}));
    expect(key({ CF_JDRQ: "2026年3月2日" })).toBe(key({}));
  });

  it("and no others", () => {
    expect(key({ CF_WSH: "苍市监罚〔2026〕2号" })).not.toBe(key({}));
    expect(key({ CF_JDRQ: "2026-03-03" })).not.toBe(key({}));
    expect(key({ CF_XDR_SHXYM: companyRow(2).CF_XDR_SHXYM ?? "" })).not.toBe(key({}));
  });
});
