import { describe, expect, it } from "vitest";
import { r24TwoPapersTogether } from "../../../../domain/rules/service/r24-two-papers-together.ts";
import { judge, papersToServe, type Scene } from "../../../support/case-builder.ts";
import { caseAt, notListed, serviceOf } from "../../../support/case-stages.ts";
import { breachesOf, itHoldsFrom, ruleIdsOf, subjectOf } from "../../../support/rule-check.ts";

const LISTED = caseAt("decision-service");
const [DECISION, REPAIR_NOTICE] = papersToServe(LISTED);
if (DECISION === undefined || REPAIR_NOTICE === undefined) throw new Error("two papers expected");

function find(scene: Scene, paperIds: readonly string[]): readonly string[] {
  const command = { ...serviceOf(scene, "2026-04-01"), paperIds };
  return breachesOf(r24TwoPapersTogether, scene, "case-officer", "2026-04-01", command);
}

describe("R24 two papers in one act of service", () => {
  it("R24 passes decision and repair notice together, in any order", () => {
    expect(find(LISTED, [DECISION, REPAIR_NOTICE])).toEqual([]);
    expect(find(LISTED, [REPAIR_NOTICE, DECISION])).toEqual([]);
  });

  it("R24 refuses the decision served alone, through decide", () => {
    const command = { ...serviceOf(LISTED, "2026-04-01"), paperIds: [DECISION] };
    const judgement = judge(LISTED, "case-officer", "2026-04-01", command);
    expect(ruleIdsOf(judgement)).toEqual(["R24"]);
  });

  it("R24 says which paper was left out", () => {
    expect(find(LISTED, [DECISION])).toEqual(["本次送达没有包括《信用修复告知书》"]);
    expect(find(LISTED, [])).toEqual([
      "本次送达没有包括《列入严重失信主体名单决定书》《信用修复告知书》",
    ]);
  });

  it("R24 refuses a paper that does not belong to this service, and one named twice", () => {
    const other = ["登记的文书中有不属于本次送达的文书"];
    const notice = LISTED.file.papers.find((paper) => paper.kind === "prior-notice");
    expect(find(LISTED, [DECISION, REPAIR_NOTICE, notice?.paperId ?? ""])).toEqual(other);
    expect(find(LISTED, [DECISION, REPAIR_NOTICE, DECISION])).toEqual(other);
  });

  it("R24 asks for the one paper that waits in the other services", () => {
    const notice = caseAt("notice-service");
    expect(find(notice, papersToServe(notice))).toEqual([]);
    expect(find(notice, [])).toHaveLength(1);
    expect(papersToServe(notListed())).toHaveLength(1);
    expect(find(notListed(), papersToServe(notListed()))).toEqual([]);
  });

  itHoldsFrom(r24TwoPapersTogether, "2025-06-22", () =>
    subjectOf(LISTED, "case-officer", "2026-04-01", {
      ...serviceOf(LISTED, "2026-04-01"),
      paperIds: [DECISION],
    }),
  );
});
