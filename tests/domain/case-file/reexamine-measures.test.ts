import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../domain/case-file/follow-ups.ts";
import { reexamineMeasures } from "../../../domain/case-file/reexamine-measures.ts";
import { judge, record, type Scene } from "../../support/case-builder.ts";
import { DECISION_TO_LIST } from "../../support/case-content.ts";
import { caseAt } from "../../support/case-stages.ts";
import { ACTORS, contextOf, moment } from "../../support/case-world.ts";
import { inWorldWith, newCatalog } from "../../support/new-edition.ts";
import { ruleIdsOf } from "../../support/rule-check.ts";

const WITHOUT = newCatalog(["M01", "M02"]);
const WITH = newCatalog(["M03"]);

function look(scene: Scene) {
  return reexamineMeasures(scene.file, contextOf(scene.world, ACTORS.system, moment("2026-03-20")));
}

describe("a new edition of the measure catalog", () => {
  it.each(["draft", "defense", "verification", "published"] as const)(
    "at the stage %s each measure that lost its row is recorded, once",
    (stage) => {
      const scene = inWorldWith(caseAt(stage), WITHOUT);
      const events = look(scene);
      expect(events).toMatchObject([
        { type: "MeasureLost", measure: { rowId: "M03", lastDay: "2026-03-19" } },
      ]);
      expect(look(record(scene, events))).toEqual([]);
    },
  );

  it("who handles, reviews, oversees and is concerned is told of it", () => {
    const [event] = look(inWorldWith(caseAt("defense"), WITHOUT));
    const told = event === undefined ? [] : messagesOf(event);
    expect(told.map((each) => each.to)).toEqual([
      "case-officer",
      "legal-reviewer",
      "supervisor",
      "party",
    ]);
    expect(told[0]?.text).toContain("2026年3月19日后不能再采取");
  });

  it("that holds the row changes nothing for a case that pinned the old one", () => {
    const scene = inWorldWith(caseAt("verification"), WITH);
    expect(look(scene)).toEqual([]);
    const proposed = judge(scene, "case-officer", "2026-03-25", {
      kind: "propose-decision",
      proposal: DECISION_TO_LIST,
    });
    expect(proposed.kind).toBe("accepted");
  });

  it("leaves what has ended alone", () => {
    expect(look(inWorldWith(caseAt("closed"), WITHOUT))).toEqual([]);
    expect(look(inWorldWith(caseAt("harm-repair"), WITHOUT))).toEqual([]);
  });

  it("a measure without its row is carried no further (R27)", () => {
    const scene = inWorldWith(caseAt("verification"), WITHOUT);
    const proposed = judge(scene, "case-officer", "2026-03-25", {
      kind: "propose-decision",
      proposal: DECISION_TO_LIST,
    });
    expect(ruleIdsOf(proposed)).toEqual(["R27"]);
  });
});
