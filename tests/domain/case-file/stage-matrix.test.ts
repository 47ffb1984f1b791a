import { describe, expect, it } from "vitest";
import { ACT_TABLE, COMMAND_KINDS } from "../../../domain/case-file/act-table.ts";
import { STAGES, type Stage } from "../../../domain/case-file/stages.ts";
import { STAGE_TITLES } from "../../../domain/glossary.ts";
import { dayOf } from "../../../domain/deadlines/calendar-day.ts";
import { judge } from "../../support/case-builder.ts";
import { caseAt } from "../../support/case-stages.ts";
import { sampleCommand } from "../../support/sample-commands.ts";
import { EXPECTED_ACTS } from "./expected-acts.ts";

const SCENES = new Map(STAGES.map((stage) => [stage, caseAt(stage)]));

function judgeIn(stage: Stage, kind: (typeof COMMAND_KINDS)[number]) {
  const scene = SCENES.get(stage) ?? caseAt(stage);
  const last = scene.events.at(-1)?.at ?? "2026-03-13T01:00:00.000Z";
  const day = dayOf(new Date(last));
  const [role] = EXPECTED_ACTS[kind].roles;
  if (role === undefined) throw new Error(`nobody may do ${kind}`);
  return judge(scene, role, new Date(last), sampleCommand(kind, scene, day));
}

const PAIRS = COMMAND_KINDS.flatMap((kind) => STAGES.map((stage) => ({ kind, stage })));
const ALLOWED = PAIRS.filter(({ kind, stage }) => EXPECTED_ACTS[kind].stages.includes(stage));
const REFUSED = PAIRS.filter(({ kind, stage }) => !EXPECTED_ACTS[kind].stages.includes(stage));

describe("every act in every stage", () => {
  it("the table names every act, and each meets every stage", () => {
    expect([...COMMAND_KINDS].sort()).toEqual(Object.keys(EXPECTED_ACTS).sort());
    expect(PAIRS).toHaveLength(COMMAND_KINDS.length * 15);
  });

  it.each(REFUSED)("$kind is refused in stage $stage", ({ kind, stage }) => {
    const judgement = judgeIn(stage, kind);
    if (judgement.kind !== "refused") throw new Error("the act was accepted");
    expect(judgement.refusal.kind).toBe("stage");
    expect(judgement.refusal.findings[0]?.missing).toBe(
      `本案现处于“${STAGE_TITLES[stage]}”环节，不能办理“${ACT_TABLE[kind].title}”`,
    );
  });

  it.each(ALLOWED)("$kind is not refused in stage $stage because of the stage", (pair) => {
    const judgement = judgeIn(pair.stage, pair.kind);
    const kind = judgement.kind === "refused" ? judgement.refusal.kind : "accepted";
    expect(["accepted", "law", "content"]).toContain(kind);
  });
});
