import type { CommandKind, Command } from "../case-file/commands.ts";
import type { DecideContext } from "../case-file/context.ts";
import type { CaseFile } from "../case-file/state.ts";
import { parseDay, type CalendarDay } from "../deadlines/calendar-day.ts";
import type { Citation } from "../law/citation.ts";
import type { Finding } from "../refusal.ts";

/** Acts that rules can stand against: the acts on a case file, and the opening of one. */
export type ActKind = CommandKind | "open-case";

/**
 * What a rule looks at. `command` is null while a page only asks what is possible: then the rule says what the case itself shows,
 * and stays silent on what would be handed in.
 */
export interface RuleSubject {
  readonly act: ActKind;
  readonly command: Command | null;
  readonly file: CaseFile;
  readonly context: DecideContext;
}

/** What is missing and what to do, in Chinese, without personal data. */
export interface Broken {
  readonly missing: string;
  readonly toDo: string;
}

/** What every rule says of itself: number, title, sources, and from when until when it is in force. */
export interface RuleHead {
  readonly id: `R${string}`;
  readonly title: string;
  readonly citations: readonly Citation[];
  readonly inForce: { readonly from: CalendarDay; readonly to: CalendarDay | null };
}

/**
 * One legal duty (程序义务), one file: it returns what is broken, and nothing when the act is lawful.
 *
 * R01 to R46 are the duties of the opinion of the State Council office and of the city's rules, in their order; R47 and up are
 * those of the service of papers, taken from civil procedure.
 */
export interface Rule extends RuleHead {
  /** The acts that must obey it. */
  readonly acts: readonly ActKind[];
  readonly check: (subject: RuleSubject) => readonly Broken[];
}

/** In force from a day on, with no end known (自…起施行). */
export function since(day: string): RuleHead["inForce"] {
  return { from: parseDay(day), to: null };
}

/** Whether a rule is in force on a day; the last day still counts. */
export function isInForce(rule: RuleHead, day: CalendarDay): boolean {
  return rule.inForce.from <= day && (rule.inForce.to === null || day <= rule.inForce.to);
}

/** Runs every rule that the act must obey on the day it was received, and names what stands against it. */
export function findBreaches(rules: readonly Rule[], subject: RuleSubject): readonly Finding[] {
  return rules
    .filter((rule) => rule.acts.includes(subject.act) && isInForce(rule, subject.context.today))
    .flatMap((rule) => rule.check(subject).map((broken) => toFinding(rule, broken)));
}

/** What is broken, under the name of the rule that it breaks. */
export function toFinding({ id, title, citations }: RuleHead, broken: Broken): Finding {
  return { ruleId: id, title, citations, ...broken };
}
