import { describe, expect, it } from "vitest";
import { makeUpResidentIdNumber, makeUpUscc } from "../../../demo/life/made-up-parties.ts";
import { addDays, parseDay } from "../../../domain/deadlines/calendar-day.ts";
import { FED_LISTS, findFedList } from "../../../domain/elsewhere/elsewhere-columns.ts";
import { makeElsewhereForm } from "../../../domain/elsewhere/elsewhere-form.ts";
import {
  readElsewhereRecord,
  type ElsewhereListed,
} from "../../../domain/elsewhere/read-elsewhere-record.ts";
import { STRICT_PROFILE } from "../../../domain/masking/profiles.ts";
import { compileLawBooks } from "../../../domain/registries/law-books.ts";
import { newCatalog } from "../../support/new-edition.ts";
import { MEASURE_CATALOG } from "../../../domain/measures/catalog.ts";

const NOW = new Date("2026-03-13T09:00:00+08:00");
const TODAY = parseDay("2026-03-13");
const PERSON_NUMBER = makeUpResidentIdNumber(1985);
const COMPANY = {
  recordId: "（2026）桂0421执1号",
  state: "列入",
  updatedAt: "2026-03-12 10:30:00",
  partyName: "【虚构】示例公司",
  partyKind: "法人",
  identifier: makeUpUscc(1),
  authorityName: "【虚构】苍梧县人民法院",
  documentNumber: "（2026）桂0421执1号之一",
  listedOn: "2026-03-11",
  shownThrough: "2028-03-10",
};

const read = (cells: object) => readElsewhereRecord(cells, NOW, TODAY);

describe("a record of a list that others decide", () => {
  it("is taken as it is: moments without an offset are Shanghai's, a missing last day means that none is set", () => {
    expect(read({ ...COMPANY, shownThrough: undefined })).toMatchObject({
      kind: "record",
      record: {
        kind: "listed",
        updatedAt: new Date("2026-03-12T10:30:00+08:00"),
        party: { kind: "legal-person", name: "【虚构】示例公司" },
        listedOn: "2026-03-11",
        shownThrough: null,
      },
    });
  });

  it("is a withdrawal by number, moment and day alone: the party need not be named again", () => {
    const { recordId } = COMPANY;
    const sent = { recordId, state: "移出", updatedAt: "2026-03-13", withdrawnOn: "2026-03-12" };
    expect(read(sent)).toEqual({
      kind: "record",
      record: {
        ...{ kind: "withdrawn", recordId, withdrawnOn: "2026-03-12" },
        updatedAt: new Date("2026-03-13T00:00:00+08:00"),
      },
    });
  });

  it.each([
    ["没有填写", { recordId: undefined }],
    ["没有填写", { partyName: undefined }],
    ["状态应为", { state: "撤销" }],
    ["记录编号不得使用居民身份证号码", { recordId: `GX-${PERSON_NUMBER}` }],
    ["时间不正确", { updatedAt: "昨天" }],
    ["时间不正确", { updatedAt: "2026-02-30 10:00" }],
    ["晚于现在", { updatedAt: "2026-03-14 10:00" }],
    ["类别应为", { partyKind: "公司" }],
    ["不含字母", { identifier: "9I450421XX0000210X" }],
    ["已被遮蔽", { partyKind: "自然人", identifier: "450421********1234" }],
    ["日期不正确", { listedOn: "2026-02-30" }],
    ["晚于今天", { listedOn: "2026-03-14" }],
    ["早于列入日期", { shownThrough: "2026-03-10" }],
    ["超过", { partyName: "长".repeat(201) }],
  ])("%s is said where it is so, without what was sent", (words, change) => {
    const sent = { ...COMPANY, ...change };
    const result = read(sent);
    if (result.kind !== "wrong") throw new Error("it was taken");
    const said = result.findings.map((each) => each.message).join();
    expect(said).toContain(words);
    for (const value of Object.values(change)) {
      if (value !== undefined) expect(said).not.toContain(value);
    }
  });
});

describe("what implementers are told of it", () => {
  const list = findFedList("judgment-defaulters");
  const record = (kind: ElsewhereListed["party"]["kind"]): ElsewhereListed => {
    const result = read(COMPANY);
    if (result.kind !== "record" || result.record.kind !== "listed") throw new Error("not taken");
    return { ...result.record, party: { ...result.record.party, kind } };
  };
  const tell = (catalog: typeof MEASURE_CATALOG, kind: ElsewhereListed["party"]["kind"]) => {
    if (list === null) throw new Error("there is no such list");
    const law = { catalog, profile: STRICT_PROFILE, today: TODAY };
    return makeElsewhereForm({ entryId: "e", version: 1, list }, record(kind), law);
  };

  it("names who decided, and only rows of the catalog that are ticked and reach list and party", () => {
    expect(tell(MEASURE_CATALOG, "legal-person")).toMatchObject({
      decidedBy: "人民法院",
      measures: [],
    });
    const ticked = MEASURE_CATALOG.map((row) => ({ ...row, active: true }));
    const rows = (kind: ElsewhereListed["party"]["kind"]) =>
      tell(ticked, kind).measures.map((measure) => measure.rowId);
    expect(rows("legal-person")).toContain("M23");
    const reaching = ticked.filter(
      (row) => row.lists.includes("judgment-defaulters") && row.targets.includes("legal-person"),
    );
    expect(rows("legal-person").every((id) => reaching.some((row) => row.id === id))).toBe(true);
    expect(rows("legal-person")).not.toContain("M22");
  });

  it("follows the edition of the catalog that is in force: the old one until the last day before, then the new one alone", () => {
    const ticked = MEASURE_CATALOG.map((row) => ({ ...row, active: true }));
    const old = { ...newCatalog([], "2020-01-01", "old"), rows: ticked };
    const next = (from: string, title: string) => ({
      ...newCatalog([], from, "next"),
      rows: ticked
        .filter((row) => row.id === "M23")
        .map((row) => ({ ...row, edition: "next", inForceFrom: parseDay(from), title })),
    });
    const titlesOf = (from: string) =>
      tell(compileLawBooks([old, next(from, "新的一行")]).catalog, "legal-person")
        .measures.filter((each) => each.rowId === "M23")
        .map((each) => each.title);
    expect(titlesOf(addDays(TODAY, 1))).toEqual([ticked.find((row) => row.id === "M23")?.title]);
    expect(titlesOf(TODAY)).toEqual(["新的一行"]);
  });

  it("is laid down for lists that somebody else decides, and only for those", () => {
    expect(FED_LISTS.map((each) => each.listId)).toEqual([
      "major-tax",
      "judgment-defaulters",
      "intellectual-property",
    ]);
    expect(findFedList("unpaid-wages")).toBeNull();
    expect(findFedList("telecom-fraud")).toBeNull();
  });
});
