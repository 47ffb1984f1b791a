import { describe, expect, it } from "vitest";
import {
  findRemedyFlaws,
  type AuthorityBranch,
} from "../../../domain/authorities/remedy-organs.ts";
import { COUNTY_AUTHORITY, WAGES_PACK } from "../../support/case-world.ts";

const UPPER = {
  ...WAGES_PACK,
  remedies: { ...WAGES_PACK.remedies, reconsiderationOrgan: "upper-authority" as const },
};

function flawsOf(
  branch: AuthorityBranch | undefined,
  reconsiderationOrgan: string,
  pack: typeof WAGES_PACK | typeof UPPER | null = WAGES_PACK,
  name = "苍梧县人力资源和社会保障局",
): string[] {
  const entry = { name, reconsiderationOrgan, court: "苍梧县人民法院" };
  const flaws = findRemedyFlaws(branch === undefined ? entry : { ...entry, branch }, pack);
  return flaws.map(({ citation }) => citation.article);
}

describe("who reconsiders the acts of an authority (行政复议管辖)", () => {
  it.each([
    ["the government of the same level for a department", "department", "苍梧县人民政府", []],
    [
      "no department above it, as the old law had it",
      "department",
      "梧州市人力资源和社会保障局",
      ["第二十四条"],
    ],
    [
      "no choice between the two",
      "department",
      "梧州市人力资源和社会保障局或者苍梧县人民政府",
      ["第二十四条"],
    ],
    ["never the authority itself", "department", "苍梧县人力资源和社会保障局", ["第二十四条"]],
    ["the authority above for tax and customs", "vertical", "国家税务总局梧州市税务局", []],
    ["no government for tax and customs", "vertical", "苍梧县人民政府", ["第二十七条"]],
    ["the government for a judicial administration", "justice", "苍梧县人民政府", []],
    ["or the judicial administration above", "justice", "苍梧县人民政府或者梧州市司法局", []],
    ["and nobody else", "justice", "梧州市财政局", ["第二十八条"]],
    ["somebody in any case", "department", " ", ["第二十四条"]],
  ] as const)("is %s", (_what, branch, organ, articles) => {
    expect(flawsOf(branch, organ)).toEqual(articles);
  });

  it("is the authority above where the list says so and the registry does not say what the authority is", () => {
    expect(flawsOf(undefined, "苍梧县人民政府", UPPER)).toEqual(["第二十七条"]);
    expect(
      flawsOf(undefined, "国家税务总局梧州市税务局", UPPER, "国家税务总局苍梧县税务局"),
    ).toEqual([]);
    expect(flawsOf(undefined, "苍梧县人民政府")).toEqual([]);
    expect(flawsOf("department", "苍梧县人民政府", UPPER)).toEqual([]);
  });
});

describe("the court that hears suits", () => {
  it.each([
    ["苍梧县人民法院", []],
    ["南宁铁路运输法院", []],
    ["苍梧县司法局", ["第十八条"]],
    ["苍梧县人民法院、梧州市中级人民法院", ["第十八条"]],
    ["", ["第十八条"]],
  ])("%s", (court, articles) => {
    const flaws = findRemedyFlaws({ ...COUNTY_AUTHORITY, court }, WAGES_PACK);
    expect(flaws.map(({ citation }) => citation.article)).toEqual(articles);
  });
});
