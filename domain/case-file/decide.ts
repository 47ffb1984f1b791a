import { findBreaches, type ActKind } from "../rules/rule.ts";
import { RULES } from "../rules/index.ts";
import type { Finding, Refusal } from "../refusal.ts";
import { ACT_TABLE, COMMAND_KINDS } from "./act-table.ts";
import type { Actor, Role } from "./actor.ts";
import type { Command, CommandKind } from "./commands.ts";
import type { DecideContext } from "./context.ts";
import { decideContent } from "./decide-content.ts";
import type { CaseEvent, CaseEventData } from "./events.ts";
import { isRefusal, refuseByLaw, refuseUnprintable, type Judgement } from "./judgement.ts";
import type { CaseFile } from "./state.ts";
import { STAGE_TITLES } from "../glossary.ts";

/**
 * Judges an act (办理的判定): who may do it, whether the stage allows it, whether the law does, and what happens then.
 *
 * Pure. A page asks it early on the row that it read; the transaction asks it again with the case locked, and only that counts.
 */
export function decide(command: Command, file: CaseFile, context: DecideContext): Judgement {
  const refusal =
    refuseRole(command.kind, file, context) ??
    refuseStage(command.kind, command, file, context) ??
    refuseUnlawful(command.kind, command, file, context);
  if (refusal !== null) return { kind: "refused", refusal };
  const decided = decideContent(command, file, context);
  if (isRefusal(decided)) return { kind: "refused", refusal: decided };
  const unprintable = refuseUnprintable(context);
  if (unprintable !== null) return { kind: "refused", refusal: unprintable };
  return { kind: "accepted", events: stamp(decided, usedRole(command.kind, context), context) };
}

/** An act as a page shows it: possible now, or not and why (一项办理是否可行及原因). */
export interface PossibleAct {
  readonly kind: CommandKind;
  readonly title: string;
  /** Done whenever there is a reason for it, and awaited in no stage (不限环节). */
  readonly anyTime: boolean;
  readonly findings: readonly Finding[];
}

/** The acts that belong to this actor in the present stage, each with what stands against it now. */
export function findActs(file: CaseFile, context: DecideContext): readonly PossibleAct[] {
  return COMMAND_KINDS.filter((kind) => ACT_TABLE[kind].stages.includes(file.stage))
    .filter((kind) => isMeantFor(kind, file) && mayAct(kind, file, context.actor))
    .map((kind) => describeAct(kind, refuseUnlawful(kind, null, file, context)));
}

/** The acts of this actor that belong to other stages, each with why it is not possible now (其他环节的事项). */
export function findActsElsewhere(file: CaseFile, context: DecideContext): readonly PossibleAct[] {
  const own = COMMAND_KINDS.filter(
    (kind) => isMeantFor(kind, file) && mayAct(kind, file, context.actor),
  );
  return own.flatMap((kind) => {
    const refusal = refuseStage(kind, null, file, context);
    return refusal === null ? [] : [describeAct(kind, refusal)];
  });
}

function describeAct(kind: CommandKind, refusal: Refusal | null): PossibleAct {
  const { title, anyTime = false } = ACT_TABLE[kind];
  return { kind, title, anyTime, findings: refusal?.findings ?? [] };
}

/** Whether an act makes sense in this case at all: for its kind of party (当事人类型), and with something to take back; others are not offered it. */
function isMeantFor(kind: CommandKind, file: CaseFile): boolean {
  const { partyKind, hasObject } = ACT_TABLE[kind];
  const isForParty = partyKind === undefined || partyKind === file.partyKind;
  return isForParty && (hasObject === undefined || hasObject(file));
}

/** Whether an actor's role, authority and case allow an act at all; an officer who had to withdraw does nothing in it (回避). */
export function mayAct(kind: CommandKind, file: CaseFile, actor: Actor): boolean {
  const isOwn = actor.roles.includes("party")
    ? actor.partyCaseId === file.caseId
    : actor.authorityId === null || actor.authorityId === file.authorityId;
  const isBarred = file.barredOfficers.includes(actor.userId);
  return isOwn && !isBarred && actor.roles.some((role) => ACT_TABLE[kind].roles.includes(role));
}

/** Puts time, actor and act on what happened. */
export function stamp(
  events: readonly CaseEventData[],
  role: Role,
  context: DecideContext,
): readonly CaseEvent[] {
  const { userId, deputyFor } = context.actor;
  const principal = deputyFor?.[role];
  const by = { userId, role, ...(principal === undefined ? {} : { deputyFor: principal }) };
  return events.map((event) => ({
    ...event,
    at: context.at.toISOString(),
    by,
    actId: context.actId,
  }));
}

function usedRole(kind: CommandKind, context: DecideContext): Role {
  return context.actor.roles.find((role) => ACT_TABLE[kind].roles.includes(role)) ?? "system";
}

function refuseRole(kind: CommandKind, file: CaseFile, context: DecideContext): Refusal | null {
  if (mayAct(kind, file, context.actor)) return null;
  const title = "办理权限";
  const missing = `您的账号不能在本案办理“${ACT_TABLE[kind].title}”`;
  const toDo = "请由有该项职责的人员办理；如职责有误，请联系管理员";
  return {
    kind: "role",
    findings: [{ ruleId: "role", title, citations: [], missing, toDo }],
  };
}

/** An act out of its stage also breaks the law where a rule says so, and then the article is named beside the stage. */
function refuseStage(
  kind: CommandKind,
  command: Command | null,
  file: CaseFile,
  context: DecideContext,
): Refusal | null {
  const { stages, title } = ACT_TABLE[kind];
  if (stages.includes(file.stage)) return null;
  const missing = `本案现处于“${STAGE_TITLES[file.stage]}”环节，不能办理“${title}”`;
  const allowed = stages.map((stage) => STAGE_TITLES[stage]).join("、");
  const toDo = `该事项在以下环节办理：${allowed}。请刷新页面查看最新状态`;
  const outOfStage = { ruleId: "stage", title: "办理环节", citations: [], missing, toDo };
  const unlawful = refuseUnlawful(kind, command, file, context);
  return { kind: "stage", findings: [outOfStage, ...(unlawful?.findings ?? [])] };
}

function refuseUnlawful(
  act: ActKind,
  command: Command | null,
  file: CaseFile,
  context: DecideContext,
): Refusal | null {
  const findings = findBreaches(RULES, { act, command, file, context });
  return findings.length === 0 ? null : refuseByLaw(findings);
}
