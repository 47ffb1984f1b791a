import { describe, expect, it } from "vitest";
import { r54LawfulRemedies } from "../../../../domain/rules/decision/r54-lawful-remedies.ts";
import { inWorld, judge, type Scene } from "../../../support/case-builder.ts";
import { DECISION_NOT_TO_LIST, DECISION_TO_LIST } from "../../../support/case-content.ts";
import { caseAt } from "../../../support/case-stages.ts";
import { COUNTY_AUTHORITY } from "../../../support/case-world.ts";
import { breachesOf, itHoldsFrom, ruleIdsOf, subjectOf } from "../../../support/rule-check.ts";

const DAY = "2026-03-25";
const OLD_LAW = { ...COUNTY_AUTHORITY, reconsiderationOrgan: "【虚构】梧州市人力资源和社会保障局" };
const FOUND =
  "登记的行政复议机关是“【虚构】梧州市人力资源和社会保障局”，依法只能是本级人民政府（《中华人民共和国行政复议法》第二十四条）";

function propose(scene: Scene, proposal = DECISION_TO_LIST) {
  return breachesOf(r54LawfulRemedies, scene, "case-officer", DAY, {
    kind: "propose-decision",
    proposal,
  });
}
const wrong = (): Scene => inWorld(caseAt("verification"), { authority: OLD_LAW });

describe("R54 remedies agree with the law on who reconsiders", () => {
  it("R54 passes the government of the same level", () => {
    expect(propose(caseAt("verification"))).toEqual([]);
  });

  it("R54 refuses through decide an organ of the old law, and names the article", () => {
    expect(propose(wrong())).toEqual([FOUND]);
    const judgement = judge(wrong(), "case-officer", DAY, {
      kind: "propose-decision",
      proposal: DECISION_TO_LIST,
    });
    expect(ruleIdsOf(judgement)).toEqual(["R54"]);
  });

  it("R54 refuses the signature as well", () => {
    const scene = inWorld(caseAt("sign-off"), { authority: OLD_LAW });
    expect(breachesOf(r54LawfulRemedies, scene, "head", DAY, "sign-decision")).toEqual([FOUND]);
  });

  it.each([
    "refuse-repair",
    "deny-repair",
    "answer-objection",
    "sign-annulment",
    "restore-listing",
  ] as const)("R54 refuses %s, whose paper states remedies", (act) => {
    const scene = inWorld(caseAt("published"), { authority: { ...OLD_LAW, court: "" } });
    expect(breachesOf(r54LawfulRemedies, scene, "head", DAY, act)).toEqual([
      FOUND,
      "没有登记管辖法院（《中华人民共和国行政诉讼法》第十八条）",
    ]);
  });

  it("R54 says nothing on a decision not to list, and leaves to R23 what is not entered at all", () => {
    expect(propose(wrong(), DECISION_NOT_TO_LIST)).toEqual([]);
    const empty = { ...COUNTY_AUTHORITY, reconsiderationOrgan: "", court: " " };
    expect(propose(inWorld(caseAt("verification"), { authority: empty }))).toEqual([]);
  });

  itHoldsFrom(r54LawfulRemedies, "2024-01-01", () => {
    const command = { kind: "propose-decision", proposal: DECISION_TO_LIST } as const;
    return subjectOf(wrong(), "case-officer", DAY, command);
  });
});
