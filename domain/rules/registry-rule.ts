import type { CalendarDay } from "../deadlines/calendar-day.ts";
import type { REGISTRY_ACT_TITLES } from "../glossary.ts";
import type { Finding } from "../refusal.ts";
import { isInForce, toFinding, type Broken, type RuleHead } from "./rule.ts";

/** Acts on the registries of those who oversee, none of which is an act on a case file (登记簿的办理). */
export type RegistryAct = keyof typeof REGISTRY_ACT_TITLES;

/** A duty that binds an act on a registry (登记簿规则); each registry shows its rules what it holds. */
export interface RegistryRule<Subject> extends RuleHead {
  /** The acts that must obey it. */
  readonly acts: readonly RegistryAct[];
  readonly check: (subject: Subject) => readonly Broken[];
}

/** Runs every rule that the act on a registry must obey on the day, and names what stands against it. */
export function findRegistryBreaches<Subject>(
  rules: readonly RegistryRule<Subject>[],
  act: RegistryAct,
  subject: Subject,
  today: CalendarDay,
): readonly Finding[] {
  return rules
    .filter((rule) => rule.acts.includes(act) && isInForce(rule, today))
    .flatMap((rule) => rule.check(subject).map((broken) => toFinding(rule, broken)));
}
