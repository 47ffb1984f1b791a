import { describe, expect, it } from "vitest";
import type { CaseOpening } from "../../../../domain/case-file/open-case.ts";
import { openCase } from "../../../../domain/case-file/open-case.ts";
import { parseDay } from "../../../../domain/deadlines/calendar-day.ts";
import { r03FullCapacity } from "../../../../domain/rules/draft/r03-full-capacity.ts";
import { EMPLOYER, inWorld, judge, type Scene } from "../../../support/case-builder.ts";
import {
  DECISION_NOT_TO_LIST,
  DECISION_TO_LIST,
  ORDER_TO_PAY,
} from "../../../support/case-content.ts";
import { caseAt } from "../../../support/case-stages.ts";
import { ACTORS, contextOf, moment, WORLD } from "../../../support/case-world.ts";
import {
  breachesOf,
  itHoldsFrom,
  ruleIdsOf,
  subjectOf,
  withFile,
} from "../../../support/rule-check.ts";

const MANAGER: CaseOpening = {
  ...EMPLOYER,
  partyKind: "natural-person",
  partyRole: "responsible-manager",
};

/** A person born on a day, whose conduct was on another. */
function person(birthDay: string, conductOn: string | null): Scene {
  const scene = inWorld(caseAt("draft", MANAGER), { birthDay: parseDay(birthDay) });
  const conduct = conductOn === null ? null : parseDay(conductOn);
  const document = { ...ORDER_TO_PAY, conductOn: conduct, annulledOn: null };
  return withFile(scene, { basisDocuments: [document] });
}

const SUBMIT = { kind: "submit-for-review" } as const;
const MISSING = ["当事人在失信行为发生时未满十八周岁"];

function missingIn(scene: Scene): readonly string[] {
  return breachesOf(r03FullCapacity, scene, "case-officer", "2026-03-13", SUBMIT);
}

describe("R03 people who were minors", () => {
  it("R03 refuses conduct on the eighteenth birthday, and lets the next day pass", () => {
    expect(missingIn(person("2008-03-01", "2026-03-01"))).toEqual(MISSING);
    expect(missingIn(person("2008-02-28", "2026-03-01"))).toEqual([]);
  });

  it("R03 refuses who is of age by now but was not then, through decide", () => {
    const scene = person("2007-06-01", "2024-01-05");
    expect(missingIn(scene)).toEqual(MISSING);
    expect(ruleIdsOf(judge(scene, "case-officer", "2026-03-13", SUBMIT))).toContain("R03");
  });

  it("R03 takes the day of the document where no day of conduct is stated", () => {
    expect(missingIn(person("2008-03-02", null))).toEqual(MISSING);
    expect(missingIn(person("2008-03-01", null))).toEqual([]);
  });

  it("R03 opens no case on a minor, and one on the day after the birthday", () => {
    const open = (day: string) => {
      const world = { ...WORLD, birthDay: parseDay("2008-03-13") };
      return openCase(MANAGER, contextOf(world, ACTORS["case-officer"], moment(day)));
    };
    expect(ruleIdsOf(open("2026-03-13"))).toContain("R03");
    expect(open("2026-03-14").kind).toBe("accepted");
  });

  it("R03 leaves a decision not to list, ending the case, and organizations alone", () => {
    const minor = person("2010-01-01", null);
    const propose = (proposal: typeof DECISION_TO_LIST) =>
      breachesOf(r03FullCapacity, minor, "case-officer", "2026-03-25", {
        kind: "propose-decision",
        proposal,
      });
    expect(propose(DECISION_TO_LIST)).toEqual(MISSING);
    expect(propose(DECISION_NOT_TO_LIST)).toEqual([]);
    expect(missingIn(caseAt("draft"))).toEqual([]);
  });

  itHoldsFrom(r03FullCapacity, "2023-05-01", () =>
    subjectOf(person("2010-01-01", null), "case-officer", "2026-03-13", SUBMIT),
  );
});
