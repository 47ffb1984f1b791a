import { describe, expect, it } from "vitest";
import type { Role } from "../../../domain/case-file/actor.ts";
import { ACT_TABLE, COMMAND_KINDS } from "../../../domain/case-file/act-table.ts";
import { decide, findActs, findActsElsewhere } from "../../../domain/case-file/decide.ts";
import { parseDay } from "../../../domain/deadlines/calendar-day.ts";
import type { Scene } from "../../support/case-builder.ts";
import { caseAt } from "../../support/case-stages.ts";
import { ACTORS, contextOf, moment, official } from "../../support/case-world.ts";
import { withFile } from "../../support/rule-check.ts";
import { sampleCommand } from "../../support/sample-commands.ts";

function actsOf(scene: Scene, role: Role, day = "2026-03-27") {
  return findActs(scene.file, contextOf(scene.world, ACTORS[role], moment(day)));
}

describe("the acts that a page shows", () => {
  it("are those of the actor in the stage, with their titles", () => {
    expect(actsOf(caseAt("sign-off"), "head").map((each) => [each.kind, each.title])).toEqual([
      ["sign-decision", "签发决定"],
      ["return-from-sign-off", "退回拟办"],
      ["hand-over-case", "移交承办"],
      ["answer-officer-objection", "决定承办人是否回避"],
    ]);
    expect(actsOf(caseAt("sign-off"), "auditor")).toEqual([]);
    expect(actsOf(caseAt("closed"), "head")).toEqual([]);
    expect(actsOf(caseAt("closed"), "case-officer").map((each) => each.kind)).toEqual([
      "register-remedy",
      "record-basis-annulled",
      "propose-restoration",
    ]);
  });

  it("are told apart: those that the stage is about, and those for which there may be a reason at any time", () => {
    const acts = actsOf(caseAt("verification"), "case-officer");
    const kindsOf = (anyTime: boolean) =>
      acts.filter((each) => each.anyTime === anyTime).map((each) => each.kind);
    expect(kindsOf(false)).toEqual(expect.arrayContaining(["answer-defense", "propose-decision"]));
    expect(kindsOf(true)).toEqual(expect.arrayContaining(["attach-evidence", "withdraw-case"]));
  });

  it("leave in every stage something that the stage is about", () => {
    const stages = new Set(COMMAND_KINDS.flatMap((kind) => ACT_TABLE[kind].stages));
    const awaited = COMMAND_KINDS.filter((kind) => ACT_TABLE[kind].anyTime !== true);
    expect(new Set(awaited.flatMap((kind) => ACT_TABLE[kind].stages))).toEqual(stages);
  });

  it("say what stands against them before anything is handed in", () => {
    const scene = withFile(caseAt("draft"), { basisDocuments: [], grounds: null });
    const submit = actsOf(scene, "case-officer").find((each) => each.kind === "submit-for-review");
    expect(submit?.findings.map((each) => each.ruleId)).toEqual(["R04", "R13", "R13"]);
  });

  it("have nothing against them where the sample act is accepted", () => {
    for (const stage of ["draft", "notice-legal-review", "defense", "sign-off"] as const) {
      const scene = caseAt(stage);
      for (const role of ["case-officer", "legal-reviewer", "head", "party"] as const) {
        for (const possible of actsOf(scene, role)) {
          const context = contextOf(scene.world, ACTORS[role], moment("2026-03-27"));
          const command = sampleCommand(possible.kind, scene, "2026-03-27");
          if (decide(command, scene.file, context).kind === "accepted") {
            expect(possible.findings).toEqual([]);
          }
        }
      }
    }
  });

  it("tell a reviewer who worked on the case that somebody else must review", () => {
    const scene = caseAt("notice-legal-review");
    const officer = official("officer", ["legal-reviewer"]);
    const acts = findActs(scene.file, contextOf(scene.world, officer, moment("2026-03-13")));
    const approve = acts.find((each) => each.kind === "approve-notice");
    expect(approve?.findings.map((each) => each.ruleId)).toEqual(["R26"]);
  });

  it("belong to the party of this case alone", () => {
    const scene = caseAt("defense");
    expect(actsOf(scene, "party").map((each) => each.kind)).toEqual([
      "confirm-service-address",
      "state-defense",
      "waive-defense",
      "request-hearing",
      "waive-hearing",
      "object-to-officer",
    ]);
    const other = { ...ACTORS.party, partyCaseId: "case-2" };
    expect(findActs(scene.file, contextOf(scene.world, other, moment("2026-03-17")))).toEqual([]);
  });

  it("that take something back are offered only where it was given", () => {
    const silent = caseAt("defense");
    const agreed = withFile(silent, { electronicServiceAgreedOn: parseDay("2026-03-16") });
    const revokes = (scene: typeof silent) =>
      (["party", "case-officer"] as const).flatMap((role) =>
        actsOf(scene, role).filter((each) => each.kind === "revoke-electronic-service"),
      );
    expect(revokes(silent)).toEqual([]);
    expect(revokes(agreed)).toHaveLength(2);
  });

  it("name the acts of other stages with the stage, and the law where it stands against them too", () => {
    const scene = caseAt("defense");
    const context = contextOf(scene.world, ACTORS["case-officer"], moment("2026-03-17"));
    const elsewhere = findActsElsewhere(scene.file, context);
    const propose = elsewhere.find((each) => each.kind === "propose-decision");
    expect(propose?.findings.map((each) => each.ruleId)).toEqual(["stage", "R20"]);
    expect(elsewhere.some((each) => each.kind === "state-defense")).toBe(false);
    expect(elsewhere.some((each) => each.kind === "sign-decision")).toBe(false);
  });
});
