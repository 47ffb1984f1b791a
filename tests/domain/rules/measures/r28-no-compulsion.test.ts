import { describe, expect, it } from "vitest";
import { MEASURE_CATALOG, type Implementer } from "../../../../domain/measures/catalog.ts";
import { r28NoCompulsion } from "../../../../domain/rules/measures/r28-no-compulsion.ts";
import { inWorld, judge, type Scene } from "../../../support/case-builder.ts";
import { BIDDING_LIMIT } from "../../../support/case-content.ts";
import { caseAt } from "../../../support/case-stages.ts";
import { breachesOf, itHoldsFrom, ruleIdsOf, subjectOf } from "../../../support/rule-check.ts";

const CHOOSE = { kind: "choose-measures", measures: [BIDDING_LIMIT] } as const;

function implementedBy(...kinds: readonly Implementer["kind"][]): Scene {
  const implementers = kinds.map((kind) => ({ id: kind, name: `实施单位（${kind}）`, kind }));
  const catalog = MEASURE_CATALOG.map((row) => ({ ...row, implementers }));
  return inWorld(caseAt("draft"), { catalog });
}

function find(scene: Scene): readonly string[] {
  return breachesOf(r28NoCompulsion, scene, "case-officer", "2026-03-13", CHOOSE);
}

describe("R28 nobody is compelled to punish", () => {
  it.each(["financial", "credit-service", "association", "media"] as const)(
    "R28 refuses a measure that an implementer of kind %s would carry out",
    (kind) => {
      const judgement = judge(implementedBy(kind), "case-officer", "2026-03-13", CHOOSE);
      expect(ruleIdsOf(judgement)).toEqual(["R28"]);
    },
  );

  it("R28 refuses it even beside a public body, and names only whom it may not compel", () => {
    const [missing] = find(implementedBy("public-body", "media"));
    expect(missing).toContain("实施单位（media）");
    expect(missing).not.toContain("public-body");
  });

  it("R28 passes a measure that public bodies carry out", () => {
    expect(find(implementedBy("public-body"))).toEqual([]);
  });

  it("R28 refuses the row of the shipped catalog that names lenders", () => {
    const measures = [{ ...BIDDING_LIMIT, rowId: "M03-2" }];
    const command = { kind: "choose-measures", measures } as const;
    expect(
      breachesOf(r28NoCompulsion, caseAt("draft"), "case-officer", "2026-03-13", command)[0],
    ).toContain("银行业金融机构");
  });

  itHoldsFrom(r28NoCompulsion, "2022-03-24", () =>
    subjectOf(implementedBy("media"), "case-officer", "2026-03-13", CHOOSE),
  );
});
