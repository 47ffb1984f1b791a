import { describe, expect, it } from "vitest";
import { parseDay } from "../../../domain/deadlines/calendar-day.ts";
import { layOut } from "../../../domain/publication/layouts/index.ts";
import { readLines } from "../../../domain/publication/layouts/read-table.ts";
import { makeChannelForm, type ListingRecord } from "../../../domain/publication/listing-record.ts";
import { writeLines } from "../../../domain/publication/open-data.ts";
import { PERSON_RECORD, RECORD } from "./records.ts";

const signed = (record: ListingRecord) => ({
  form: makeChannelForm(record, "unpaid-wages", "credit-china"),
  signature: "c2lnbmVk",
});

const REMOVED: ListingRecord = {
  ...RECORD,
  version: 2,
  state: "removed",
  removal: { cause: "expiry", removedOn: parseDay("2029-03-28") },
};

/** What stands under each heading, after a round through the file. */
function read(layout: "list" | "penalty", record: ListingRecord): Record<string, string> {
  const [headings = [], cells = []] = readLines(writeLines(layOut(layout, [signed(record)])));
  return Object.fromEntries(headings.map((heading, at) => [heading, cells[at] ?? ""]));
}

describe("the layout of administrative penalties", () => {
  it("has the columns that sites read, in their order, and what a listing can say in them", () => {
    const row = read("penalty", RECORD);
    expect(Object.keys(row).slice(0, 5)).toEqual([
      "CF_XDR_MC",
      "CF_XDR_LB",
      "CF_XDR_SHXYM",
      "CF_XDR_GSZC",
      "CF_XDR_ZZJG",
    ]);
    expect(row).toMatchObject({
      CF_XDR_LB: "法人及非法人组织",
      CF_XDR_SHXYM: "91450421MA5KEXAM0T",
      CF_XDR_ZJHM: "",
      CF_WSH: "苍人社列决〔2026〕1号",
      CF_JDRQ: "2026-03-27",
      CF_GSJZQ: "2029-03-27",
      CF_SY: "逾期未支付工资，\n经责令仍不支付",
      CF_NR: "限制参加政府采购",
      CF_NR_FK: "",
      ZT: "公示中",
      TMBH: RECORD.entryId,
      BBH: "1",
      QM: "ed25519:c2lnbmVk",
    });
  });

  it("names a person masked, and never by a credit code", () => {
    expect(read("penalty", PERSON_RECORD)).toMatchObject({
      CF_XDR_MC: "欧阳**",
      CF_XDR_LB: "自然人",
      CF_XDR_SHXYM: "",
      CF_XDR_ZJLX: "身份证",
      CF_XDR_ZJHM: "110105************",
    });
  });
});

describe("the layout of a list", () => {
  it("tells who, by whom, why, until when and how it ends", () => {
    expect(read("list", RECORD)).toMatchObject({
      条目编号: RECORD.entryId,
      版本号: "1",
      状态: "公示中",
      主体类别: "法人",
      列入决定书文号: "苍人社列决〔2026〕1号",
      认定部门: RECORD.authorityName,
      移出条件: "支付全部工资",
      复议机关: "【虚构】苍梧县人民政府",
      公示截止日期: "2029-03-27",
      移出日期: "",
    });
  });

  it.each(["list", "penalty"] as const)(
    "and %s of a removed entry says only that it was removed",
    (layout) => {
      const row = read(layout, REMOVED);
      const filled = Object.values(row).filter((cell) => cell !== "");
      expect(filled.toSorted()).toEqual(
        [
          RECORD.entryId,
          "2",
          "已移出",
          RECORD.listName,
          ...(layout === "list" ? ["unpaid-wages", "2029-03-28"] : ["移出日期：2029-03-28"]),
          "ed25519:c2lnbmVk",
        ].toSorted(),
      );
    },
  );

  it.each(["list", "penalty"] as const)("and %s disarms what a spreadsheet would run", (layout) => {
    const row = read(layout, RECORD);
    expect(row[layout === "list" ? "主体名称" : "CF_XDR_MC"]).toBe(`'${RECORD.party.name}`);
  });
});
