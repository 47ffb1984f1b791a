import { describe, expect, it } from "vitest";
import type { CaseEvent } from "../../../domain/case-file/events.ts";
import { parseDay } from "../../../domain/deadlines/calendar-day.ts";
import type { TermId } from "../../../domain/deadlines/terms.ts";
import { findIncidents } from "../../../domain/incidents/find-incidents.ts";
import { caseAt } from "../../support/case-stages.ts";

const { file } = caseAt("published");
const STAMP = {
  at: "2026-04-30T16:00:00.000Z",
  by: { userId: "system", role: "system" },
  actId: "x",
};

function passed(termId: TermId, late: boolean) {
  const [first] = file.deadlines;
  if (first === undefined) throw new Error("a published case has clocks");
  const deadline = { ...first, deadlineId: `${termId}/9`, termId, endsOn: parseDay("2026-04-30") };
  const event = { type: "DeadlinePassed", deadlineId: deadline.deadlineId, late, ...STAMP };
  return findIncidents(event as CaseEvent, { ...file, deadlines: [...file.deadlines, deadline] });
}

describe("what the system enters as a matter of accountability", () => {
  it.each(["repair-acceptance", "repair-decision"] as const)(
    "%s that ran out is repair that comes late",
    (termId) => {
      expect(passed(termId, true)).toMatchObject([
        { kind: "late-repair", source: `late/${file.caseId}/${termId}/9` },
      ]);
    },
  );

  it("another time limit of the authority is one of the other breaches, and says its last day", () => {
    const [found] = passed("publication", true);
    expect(found).toMatchObject({ kind: "other-breach" });
    expect(found?.cause).toContain("2026年4月30日届满");
  });

  it("a period that merely ends is none", () => {
    expect(passed("defense-window", false)).toEqual([]);
  });

  it("a listing found wrong after it was shown is a listing against standard or procedure", () => {
    const event = { type: "HarmItemsOpened", items: [], ...STAMP };
    expect(findIncidents(event as unknown as CaseEvent, file)).toMatchObject([
      { kind: "unlawful-determination" },
    ]);
  });
});
