import { describe, expect, it } from "vitest";
import type { LawPack } from "../../../../domain/packs/law-pack.ts";
import { r11FourAreas } from "../../../../domain/rules/draft/r11-four-areas.ts";
import { inWorld, type Scene } from "../../../support/case-builder.ts";
import { caseAt } from "../../../support/case-stages.ts";
import { WAGES_PACK } from "../../../support/case-world.ts";
import { breachesOf, itHoldsFrom, subjectOf } from "../../../support/rule-check.ts";

/** A pack as it could lie in the database with an area that the law does not know. */
function withArea(area: number): Scene {
  const pack = { ...WAGES_PACK, area } as LawPack; // an area outside the type is the point of the test
  return inWorld(caseAt("draft"), { pack });
}

describe("R11 four areas", () => {
  it.each([1, 2, 3, 4])("R11 passes a list of area %i", (area) => {
    expect(
      breachesOf(r11FourAreas, withArea(area), "case-officer", "2026-03-13", "open-case"),
    ).toEqual([]);
  });

  it.each(["open-case", "submit-for-review", "approve-notice"] as const)(
    "R11 refuses %s for a list of a fifth area",
    (act) => {
      expect(breachesOf(r11FourAreas, withArea(5), "case-officer", "2026-03-13", act)).toEqual([
        "“拖欠农民工工资失信联合惩戒对象名单”没有归入四类领域中的任何一类",
      ]);
    },
  );

  it("R11 refuses a local list outside the four areas as well", () => {
    const scene = withArea(5);
    const pack: LawPack = { ...scene.world.pack, listId: "local/malicious-complainants" };
    expect(
      breachesOf(r11FourAreas, inWorld(scene, { pack }), "case-officer", "2026-03-13", "open-case"),
    ).toHaveLength(1);
  });

  itHoldsFrom(r11FourAreas, "2020-12-07", () =>
    subjectOf(withArea(0), "case-officer", "2026-03-13", "open-case"),
  );
});
