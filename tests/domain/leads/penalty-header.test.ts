import { describe, expect, it } from "vitest";
import { PENALTY_COLUMNS } from "../../../domain/leads/penalty-columns.ts";
import {
  isSecondHeader,
  readPenaltyCells,
  readPenaltyHeader,
} from "../../../domain/leads/penalty-header.ts";

const IDS = PENALTY_COLUMNS.map((column) => column.id);
const TITLES = PENALTY_COLUMNS.map((column) => column.title);

describe("the header of penalty records", () => {
  it.each([
    ["identifiers", IDS],
    ["identifiers in lower case", IDS.map((id) => id.toLowerCase())],
    ["titles", TITLES],
    ["titles with stars and blanks", TITLES.map((title) => `* ${title} `)],
    ["titles with narrow brackets", TITLES.map((t) => t.replace("（", "(").replace("）", ")"))],
  ])("is read from %s", (_, cells) => {
    expect(readPenaltyHeader(cells)).toEqual({ kind: "header", places: IDS, unknown: [] });
  });

  it("may come in any order, with columns that are not ours", () => {
    const read = readPenaltyHeader([...IDS].reverse().concat("备用" as never));
    expect(read).toMatchObject({ kind: "header", unknown: ["备用"] });
    const places = read.kind === "header" ? read.places : [];
    expect(places[0]).toBe("BZ");
    expect(places.at(-1)).toBeNull();
  });

  it("names what is missing, what is there twice, and what is no header at all", () => {
    const without = IDS.filter((id) => id !== "CF_WSH");
    expect(readPenaltyHeader(without)).toMatchObject({
      message: "表头缺少必需的列：行政处罚决定书文号（CF_WSH）",
    });
    expect(readPenaltyHeader([...IDS, "行政处罚决定书文号"])).toMatchObject({
      message: "表头有重复的列：行政处罚决定书文号（CF_WSH）",
    });
    expect(readPenaltyHeader(["锟斤拷", ""])).toMatchObject({ kind: "wrong" });
  });

  it("may stand there twice, once in each naming", () => {
    expect(isSecondHeader(TITLES)).toBe(true);
    expect(isSecondHeader(["行政相对人名称", "某公司"])).toBe(false);
    expect(isSecondHeader([""])).toBe(false);
  });

  it("takes a report of ours as it is: its two columns say nothing, its apostrophes go", () => {
    const read = readPenaltyHeader(["原行号", "问题", ...TITLES]);
    expect(read).toMatchObject({ kind: "header", unknown: [] });
    const places = read.kind === "header" ? read.places : [];
    const line = ["7", "文号没有填写", "'=1+1", "自然人", "'914504210000000000"];
    expect(readPenaltyCells(places, line)).toEqual({
      CF_XDR_MC: "=1+1",
      CF_XDR_LB: "自然人",
      CF_XDR_SHXYM: "914504210000000000",
    });
  });
});
