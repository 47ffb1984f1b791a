import { describe, expect, it } from "vitest";
import { parseDay } from "../../../domain/deadlines/calendar-day.ts";
import { describeAsMoneyEntities } from "../../../domain/publication/follow-the-money.ts";
import type { ListingRecord } from "../../../domain/publication/listing-record.ts";
import { OPEN_DATA_COLUMNS, writeCell, writeCsv } from "../../../domain/publication/open-data.ts";

const RECORD: ListingRecord = {
  schema: "mingdan.listing/1",
  entryId: "6f0e4d3c-0000-4000-8000-000000000001",
  version: 1,
  state: "shown",
  listId: "unpaid-wages",
  listName: "拖欠农民工工资失信联合惩戒对象名单",
  authorityName: "【示例】苍梧县人力资源和社会保障局",
  decisionNumber: "苍人社列决〔2026〕1号",
  decidedOn: parseDay("2026-03-27"),
  listedThrough: parseDay("2029-03-27"),
  party: {
    kind: "legal-person",
    name: '【虚构】云雀"示例"公司',
    identifier: "91450421MA5KEXAM0T",
    phone: null,
    address: null,
    role: "employer",
  },
  grounds: "逾期未支付工资，\n经责令仍不支付",
  legalBasis: ["甲", "乙"],
  basisDocuments: [],
  measures: [
    {
      rowId: "M03",
      title: "限制招标投标",
      article: "第四十八条",
      implementers: [],
      term: "列入期间",
    },
  ],
  removalConditions: "支付",
  removalProcedure: "申请",
  reconsiderationOrgan: "苍梧县人民政府",
  court: "苍梧县人民法院",
  removal: null,
  disputedSince: null,
  corrections: [],
};

describe("a cell of the table", () => {
  it.each([
    ["苍梧", "苍梧"],
    ["", ""],
    ["甲,乙", '"甲,乙"'],
    ['甲"乙', '"甲""乙"'],
    ["甲\n乙", '"甲\n乙"'],
    ["=1+1", "'=1+1"],
    ["+86", "'+86"],
    ["-1", "'-1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t=1"],
    ['=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
    ["甲=乙", "甲=乙"],
  ])("%j is written as %j", (text, written) => {
    expect(writeCell(text)).toBe(written);
  });
});

describe("the table", () => {
  it("has a header, one line for each entry, and as many cells as columns", () => {
    const table = writeCsv([RECORD]);
    const [header] = table.split("\r\n");
    expect(header?.split(",")).toEqual(OPEN_DATA_COLUMNS.map((column) => column.title));
    expect(table).toContain('"【虚构】云雀""示例""公司",91450421MA5KEXAM0T');
    expect(table.endsWith("\r\n")).toBe(true);
  });

  it("is the header alone when nobody is listed", () => {
    expect(writeCsv([]).split("\r\n")).toHaveLength(2);
  });
});

describe("an entry in the FollowTheMoney model", () => {
  const address = "https://example.org/register/1";

  it("is the subject and the listing of it", () => {
    const [subject, sanction] = describeAsMoneyEntities(RECORD, address);
    expect(subject).toMatchObject({
      schema: "Organization",
      properties: { uscCode: ["91450421MA5KEXAM0T"], topics: ["debarment"] },
    });
    expect(sanction).toMatchObject({
      schema: "Sanction",
      properties: { entity: [subject.id], startDate: ["2026-03-27"], endDate: ["2029-03-27"] },
    });
  });

  it("leaves the masked number of a person out", () => {
    const party = {
      ...RECORD.party,
      kind: "natural-person" as const,
      identifier: "450421********",
    };
    const [subject] = describeAsMoneyEntities({ ...RECORD, party }, address);
    expect(subject.schema).toBe("Person");
    expect(JSON.stringify(subject)).not.toContain("450421");
  });
});
