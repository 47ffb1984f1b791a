import { describe, expect, it } from "vitest";
import { r18OwnPapers } from "../../../../domain/rules/service/r18-own-papers.ts";
import { judge } from "../../../support/case-builder.ts";
import { caseAt, serviceOf } from "../../../support/case-stages.ts";
import {
  breachesOf,
  itHoldsFrom,
  ruleIdsOf,
  subjectOf,
  withFile,
} from "../../../support/rule-check.ts";

const SCENE = caseAt("notice-service");
const SERVICE = serviceOf(SCENE, "2026-03-16");

describe("R18 each person is a party with papers of their own", () => {
  it("R18 passes service on this party alone", () => {
    expect(breachesOf(r18OwnPapers, SCENE, "case-officer", "2026-03-16", SERVICE)).toEqual([]);
  });

  it.each([
    ["two parties at once", ["party-1", "party-2"]],
    ["another party", ["party-2"]],
    ["nobody", []],
  ])("R18 refuses service on %s", (_who, servedPartyIds) => {
    const command = { ...SERVICE, servedPartyIds };
    const judgement = judge(SCENE, "case-officer", "2026-03-16", command);
    expect(ruleIdsOf(judgement)).toEqual(["R18"]);
  });

  it("R18 refuses a paper addressed to somebody else", () => {
    const papers = SCENE.file.papers.map((paper) => ({ ...paper, partyId: "party-2" }));
    const scene = withFile(SCENE, { papers });
    expect(breachesOf(r18OwnPapers, scene, "case-officer", "2026-03-16", SERVICE)).toEqual([
      "所送文书不是制发给本案当事人的",
    ]);
  });

  itHoldsFrom(r18OwnPapers, "2022-01-01", () =>
    subjectOf(SCENE, "case-officer", "2026-03-16", { ...SERVICE, servedPartyIds: [] }),
  );
});
