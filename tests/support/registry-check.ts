import { expect, it } from "vitest";
import { addDays, parseDay } from "../../domain/deadlines/calendar-day.ts";
import {
  findRegistryBreaches,
  type RegistryAct,
  type RegistryRule,
} from "../../domain/rules/registry-rule.ts";

/** What one rule of a registry finds missing; empty when it has nothing against the act on the day. */
export function breachesOf<Subject>(
  rule: RegistryRule<Subject>,
  act: RegistryAct,
  subject: Subject,
  day: string,
): readonly string[] {
  return findRegistryBreaches([rule], act, subject, parseDay(day)).map((each) => each.missing);
}

/** Tests the first day on which a rule of a registry speaks: nothing on the day before, a finding on the day. */
export function itHoldsFrom<Subject>(
  rule: RegistryRule<Subject>,
  day: string,
  act: RegistryAct,
  broken: Subject,
): void {
  it(`${rule.id} says nothing on the day before it came into force`, () => {
    expect(breachesOf(rule, act, broken, addDays(parseDay(day), -1))).toEqual([]);
  });
  it(`${rule.id} speaks from ${day}, the day it came into force`, () => {
    expect(breachesOf(rule, act, broken, day)).not.toEqual([]);
  });
}
