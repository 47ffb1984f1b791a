import { describe, expect, it } from "vitest";
import { fallDue, findNextDeadline } from "../../../domain/case-file/fall-due.ts";
import { TERMS, type TermId } from "../../../domain/deadlines/terms.ts";
import { act, letPass, type Scene } from "../../support/case-builder.ts";
import { annulledAt, ALL_PAID, caseAt, repairApplication } from "../../support/case-stages.ts";
import { ACTORS, contextOf } from "../../support/case-world.ts";

function passOnly(scene: Scene, termId: TermId) {
  const deadline = scene.file.deadlines.find((each) => each.termId === termId);
  if (deadline === undefined) throw new Error(`no clock of ${termId}`);
  const at = new Date(deadline.dueAt);
  return fallDue(scene.file, deadline, contextOf(scene.world, ACTORS.system, at, "due"));
}

describe("what falls due", () => {
  it("the defense window ends by itself, by the system, at its own moment", () => {
    const events = passOnly(caseAt("defense"), "defense-window");
    expect(events.map((each) => each.type)).toEqual(["DeadlinePassed", "DefensePeriodEnded"]);
    expect(events[0]).toMatchObject({
      at: "2026-03-23T16:00:00.000Z",
      by: { userId: "system", role: "system" },
    });
  });

  it("the listing ends by itself with a certificate, and no clock is left", () => {
    const { file, events } = letPass(caseAt("published"), "2029-03-28");
    expect(events.slice(-3).map((each) => each.type)).toEqual([
      "DeadlinePassed",
      "PaperIssued",
      "PartyRemoved",
    ]);
    expect(file).toMatchObject({
      stage: "removed",
      removal: { by: "expiry", removedOn: "2029-03-28" },
    });
    expect(file.papers.at(-1)?.kind).toBe("removal-certificate");
    expect(findNextDeadline(file)).toBeUndefined();
  });

  it.each([
    ["notice-service-start", (): Scene => caseAt("notice-service")],
    ["decision-service", (): Scene => caseAt("decision-service")],
    ["publication", (): Scene => caseAt("decision-service")],
    ["annulment-withdrawal", (): Scene => annulledAt("published", "2026-07-10")],
    ["repair-acceptance", applied],
    ["repair-decision", applied],
  ] as const)("a missed %s alarms and changes nothing else", (termId, build) => {
    const scene = build();
    const events = passOnly(scene, termId);
    expect(events).toMatchObject([{ type: "DeadlinePassed", late: true }]);
    expect(TERMS[termId].onEnd).toBe("alarm");
  });

  it("a missed limit is marked, and the next clock comes up", () => {
    const scene = letPass(caseAt("decision-service"), "2026-04-09");
    const states = Object.fromEntries(
      scene.file.deadlines.map((each) => [each.termId, each.status]),
    );
    expect(states).toMatchObject({ "decision-service": "missed", publication: "missed" });
    expect(findNextDeadline(scene.file)?.termId).toBe("listing-end");
    expect(scene.file.stage).toBe("decision-service");
  });

  it("periods that only inform never wake a case", () => {
    expect(findNextDeadline(caseAt("published").file)?.termId).toBe("listing-end");
    expect(passOnly(caseAt("published"), "reconsideration")).toMatchObject([
      { type: "DeadlinePassed", late: false },
    ]);
  });

  it("the earliest clock comes first, and none is due before its moment", () => {
    const scene = applied();
    expect(findNextDeadline(scene.file)?.termId).toBe("repair-acceptance");
    const still = letPass(scene, "2026-10-27T23:59:59+08:00");
    expect(still.file.version).toBe(scene.file.version);
  });
});

function applied(): Scene {
  const paid = act(caseAt("published"), "case-officer", "2026-04-22", ALL_PAID);
  return act(paid, "party", "2026-10-22", repairApplication());
}
