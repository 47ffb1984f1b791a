import { describe, expect, it } from "vitest";
import {
  findEarlyRemovalDays,
  findGoverningRemovalDay,
} from "../../../domain/case-file/early-removal.ts";
import { act, type Scene } from "../../support/case-builder.ts";
import { ALL_PAID, caseAt } from "../../support/case-stages.ts";
import { ACTORS, contextOf, moment } from "../../support/case-world.ts";

function context(scene: Scene) {
  return contextOf(scene.world, ACTORS["case-officer"], moment("2026-10-22"));
}

function daysOf(scene: Scene) {
  return findEarlyRemovalDays(scene.file, context(scene)).map(({ source, from }) => [
    source.id,
    from,
  ]);
}

describe("the first day for early removal", () => {
  it("is computed under each source: paid 2026-04-22, decided 2026-03-27", () => {
    const paid = act(caseAt("published"), "case-officer", "2026-04-22", ALL_PAID);
    expect(daysOf(paid)).toEqual([
      ["order45", "2026-10-22"],
      ["order36", "2027-03-27"],
    ]);
  });

  it("is unknown under a source that counts from correction while nothing is corrected", () => {
    expect(daysOf(caseAt("published"))).toEqual([
      ["order45", null],
      ["order36", "2027-03-27"],
    ]);
  });

  it("governs only once a legal officer has chosen", () => {
    const open = caseAt("published");
    expect(findGoverningRemovalDay(open.file, context(open))).toBeUndefined();
    const chosen = act(open, "legal-officer", "2026-10-22", {
      kind: "choose-conflicting-source",
      sourceId: "order36",
      reasons: "全国统一规则",
    });
    expect(findGoverningRemovalDay(chosen.file, context(chosen))?.from).toBe("2027-03-27");
  });
});
