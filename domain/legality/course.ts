import type { Actor } from "../case-file/actor.ts";
import { SYSTEM_ACTOR } from "../case-file/actor.ts";
import type { DecideContext } from "../case-file/context.ts";
import type { CaseEvent } from "../case-file/events.ts";
import { evolve } from "../case-file/evolve.ts";
import { fallDue, findNextDeadline } from "../case-file/fall-due.ts";
import { receiveReceipt } from "../case-file/receive-receipt.ts";
import type { CaseFile } from "../case-file/state.ts";
import { dayOf, type CalendarDay } from "../deadlines/calendar-day.ts";
import type { Citation } from "../law/citation.ts";
import { findOpenChannels } from "../publication/find-channels.ts";
import { RULES } from "../rules/index.ts";
import { isInForce, type ActKind } from "../rules/rule.ts";

/** Everything that a described case is judged by, but moment, person and act. */
export type CourseWorld = Omit<DecideContext, "at" | "today" | "actor" | "actId">;

/** The context of one act of a described case. */
export function contextAt(
  world: CourseWorld,
  act: { readonly actor: Actor; readonly at: Date; readonly actId: string },
): DecideContext {
  return { ...world, ...act, today: dayOf(act.at) };
}

/** Records events on a case. */
export function follow(file: CaseFile, events: readonly CaseEvent[]): CaseFile {
  return events.reduce<CaseFile>(evolve, file);
}

/** Lets time pass up to a moment (时间推移): whatever falls due happens, each at its own moment, in order. */
export function letTimePass(file: CaseFile, until: Date, world: CourseWorld): CaseFile {
  const next = findNextDeadline(file);
  if (next === undefined || new Date(next.dueAt) > until) return file;
  const act = { actor: SYSTEM_ACTOR, at: new Date(next.dueAt), actId: next.deadlineId };
  return letTimePass(follow(file, fallDue(file, next, contextAt(world, act))), until, world);
}

/** Lets every channel confirm the newest version at once, as working channels do. */
export function confirmChannels(file: CaseFile, at: Date, world: CourseWorld): CaseFile {
  const context = contextAt(world, { actor: SYSTEM_ACTOR, at, actId: "receipts" });
  return findOpenChannels(file, world.pack, world.authority).reduce<CaseFile>((each, channel) => {
    const version = each.publicationVersion;
    const receipt = { channel, version, receiptId: `${channel}-${String(version)}` };
    return follow(each, receiveReceipt(each, receipt, context));
  }, file);
}

/** A rule that an act was held to. */
export interface ConsultedRule {
  readonly ruleId: string;
  readonly title: string;
  readonly citations: readonly Citation[];
}

/** The rules that an act has to obey on a day, in their order (适用的规则). */
export function findConsultedRules(act: ActKind, day: CalendarDay): readonly ConsultedRule[] {
  return RULES.filter((rule) => rule.acts.includes(act) && isInForce(rule, day)).map(
    ({ id, title, citations }) => ({ ruleId: id, title, citations }),
  );
}
