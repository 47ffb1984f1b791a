import { expect, it } from "vitest";
import type { Actor, Role } from "../../domain/case-file/actor.ts";
import type { Command } from "../../domain/case-file/commands.ts";
import { addDays, parseDay } from "../../domain/deadlines/calendar-day.ts";
import {
  findBreaches,
  type ActKind,
  type Rule,
  type RuleSubject,
} from "../../domain/rules/rule.ts";
import type { Judgement } from "../../domain/case-file/judgement.ts";
import type { CaseFile } from "../../domain/case-file/state.ts";
import type { Scene } from "./case-builder.ts";
import { ACTORS, contextOf, moment } from "./case-world.ts";

/** What a rule looks at when somebody does an act, or, with only the kind of act, when a page asks whether it is possible. */
export function subjectOf(
  scene: Scene,
  by: Role | Actor,
  day: string,
  act: Command | ActKind,
): RuleSubject {
  const actor = typeof by === "string" ? ACTORS[by] : by;
  const context = contextOf(scene.world, actor, moment(day));
  return typeof act === "string"
    ? { act, command: null, file: scene.file, context }
    : { act: act.kind, command: act, file: scene.file, context };
}

/** What one rule finds missing; empty when it has nothing against the act on the day. */
export function breachesOf(
  rule: Rule,
  scene: Scene,
  by: Role | Actor,
  day: string,
  act: Command | ActKind,
): readonly string[] {
  return findBreaches([rule], subjectOf(scene, by, day, act)).map((each) => each.missing);
}

/** The ids of the rules that a refusal names; empty where the act was accepted. */
export function ruleIdsOf(judgement: Judgement): readonly string[] {
  return judgement.kind === "accepted"
    ? []
    : judgement.refusal.findings.map((finding) => finding.ruleId);
}

/** Tests the first day on which a rule speaks: nothing on the day before, a finding on the day. */
export function itHoldsFrom(rule: Rule, day: string, broken: () => RuleSubject): void {
  const findOn = (today: string): number => {
    const subject = broken();
    const onDay = parseDay(today);
    const context = { ...subject.context, today: onDay, at: moment(onDay) };
    return findBreaches([rule], { ...subject, context }).length;
  };
  it(`${rule.id} says nothing on the day before it came into force`, () => {
    expect(findOn(addDays(parseDay(day), -1))).toBe(0);
  });
  it(`${rule.id} speaks from ${day}, the day it came into force`, () => {
    expect(findOn(day)).toBeGreaterThan(0);
  });
}

/** The same scene with a part of the case replaced, for what real acts can't bring about. */
export function withFile(scene: Scene, change: Partial<CaseFile>): Scene {
  return { ...scene, file: { ...scene.file, ...change } };
}
