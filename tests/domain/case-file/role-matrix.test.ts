import { describe, expect, it } from "vitest";
import { COMMAND_KINDS } from "../../../domain/case-file/act-table.ts";
import { ROLES, type Actor, type Role } from "../../../domain/case-file/actor.ts";
import type { CommandKind } from "../../../domain/case-file/commands.ts";
import { judge, type Scene } from "../../support/case-builder.ts";
import { caseAt } from "../../support/case-stages.ts";
import { ACTORS, official } from "../../support/case-world.ts";
import { withFile } from "../../support/rule-check.ts";
import { sampleCommand } from "../../support/sample-commands.ts";
import { EXPECTED_ACTS } from "./expected-acts.ts";

const DAY = "2026-03-27";

function sceneFor(kind: CommandKind): Scene {
  const [stage] = EXPECTED_ACTS[kind].stages;
  if (stage === undefined) throw new Error(`${kind} belongs nowhere`);
  return withFile(caseAt("sign-off"), { stage });
}

function outcome(kind: CommandKind, actor: Role | Actor): string {
  const scene = sceneFor(kind);
  const judgement = judge(scene, actor, DAY, sampleCommand(kind, scene, DAY));
  return judgement.kind === "refused" ? judgement.refusal.kind : "accepted";
}

const PAIRS = COMMAND_KINDS.flatMap((kind) => ROLES.map((role) => ({ kind, role })));
const ALLOWED = PAIRS.filter(({ kind, role }) => EXPECTED_ACTS[kind].roles.includes(role));
const REFUSED = PAIRS.filter(({ kind, role }) => !EXPECTED_ACTS[kind].roles.includes(role));

/** An account with this role and no other: the legal officer's usual account is a reviewer's as well. */
function onlyWith(role: Role): Actor {
  return { ...ACTORS[role], roles: [role] };
}

describe("every act by every role", () => {
  it.each(REFUSED)("$kind is refused to the role $role", ({ kind, role }) => {
    expect(outcome(kind, onlyWith(role))).toBe("role");
  });

  it.each(ALLOWED)("$kind is not refused to the role $role", ({ kind, role }) => {
    expect(outcome(kind, onlyWith(role))).not.toBe("role");
  });

  it.each(COMMAND_KINDS)("%s is refused to another authority's official", (kind) => {
    const roles = ROLES.filter((role) => role !== "party");
    const stranger = { ...official("stranger", roles), authorityId: "elsewhere" };
    expect(outcome(kind, stranger)).toBe("role");
  });

  it.each(["state-defense", "waive-defense", "apply-for-repair"] as const)(
    "%s is refused to the party of another case",
    (kind) => {
      expect(outcome(kind, { ...ACTORS.party, partyCaseId: "case-2" })).toBe("role");
    },
  );

  it("a refusal because of the role names no law and no stage", () => {
    const scene = sceneFor("sign-decision");
    const command = sampleCommand("sign-decision", scene, DAY);
    const judgement = judge(scene, "case-officer", DAY, command);
    if (judgement.kind !== "refused") throw new Error("the act was accepted");
    expect(judgement.refusal.findings.map((each) => each.ruleId)).toEqual(["role"]);
    expect(judgement.refusal.findings[0]?.missing).toBe("您的账号不能在本案办理“签发决定”");
  });
});
