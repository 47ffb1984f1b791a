import { refuseByLaw } from "../case-file/judgement.ts";
import type { Actor, Role } from "../case-file/actor.ts";
import { endOfDay, type CalendarDay } from "../deadlines/calendar-day.ts";
import type { Calendar } from "../deadlines/calendar.ts";
import { computeDeadline } from "../deadlines/compute.ts";
import { TERMS } from "../deadlines/terms.ts";
import { ADOPTION_STAGE_TITLES, REGISTRY_ACT_TITLES, ROLE_TITLES } from "../glossary.ts";
import type { Finding, Refusal } from "../refusal.ts";
import { findNoArea, r11FourAreas } from "../rules/draft/r11-four-areas.ts";
import { ADOPTION_RULES } from "../rules/adoption/adoption-rules.ts";
import { findRegistryBreaches, type RegistryAct } from "../rules/registry-rule.ts";
import { isInForce, toFinding } from "../rules/rule.ts";
import { ADOPTION_ACTS, REGISTERING_ROLES } from "./act-table.ts";
import type {
  AdoptionCommand,
  AdoptionEvent,
  AdoptionSubject,
  CommentPeriod,
  ListAdoption,
  Registration,
} from "./adoption.ts";
import { checkAdoptionContent } from "./check-content.ts";
import { evolveAdoption } from "./evolve-adoption.ts";

/** Everything besides the proposal that a judgement depends on. */
export interface AdoptionContext {
  readonly today: CalendarDay;
  readonly actor: Actor;
  readonly calendar: Calendar;
}

/** What happened, or why it may not happen. */
export type AdoptionRuling = AdoptionEvent | Refusal;

/** Tells a refusal from an event. */
export function isAdoptionRefusal(ruling: AdoptionRuling): ruling is Refusal {
  return "findings" in ruling;
}

/**
 * Judges whether a proposed list may be entered in the registry (名单登记): one of the four areas, and a regulation in force of
 * sufficient rank and subject.
 *
 * Example: a list that rests on a 规范性文件 and on none of the four areas is refused with R11 and R14.
 */
export function decideRegistration(
  registration: Registration,
  adoptionId: string,
  { today, actor }: AdoptionContext,
): AdoptionRuling {
  if (!mayDo(actor, REGISTERING_ROLES)) return refuseRole("register-list", REGISTERING_ROLES);
  const event: AdoptionEvent = {
    type: "ListRegistered",
    adoptionId,
    registration,
    registeredOn: today,
    registeredBy: actor.userId,
  };
  const findings = findAgainst("register-list", evolveAdoption(null, event), today);
  return findings.length > 0 ? refuseByLaw(findings) : event;
}

/**
 * Judges an act on a proposed list (地方名单制定的判定): who, at which step, whether the law allows what the list would be after it.
 *
 * Pure; asked by the page for what is possible, and by the transaction to rule.
 */
export function decideAdoption(
  command: AdoptionCommand,
  adoption: ListAdoption,
  context: AdoptionContext,
): AdoptionRuling {
  const { roles, stages } = ADOPTION_ACTS[command.kind];
  if (!mayDo(context.actor, roles)) return refuseRole(command.kind, roles);
  if (!stages.includes(adoption.stage)) return refuseStage(command.kind, adoption);
  const event = toEvent(command, context);
  const after = evolveAdoption(adoption, event);
  const findings = findAgainst(command.kind, after, context.today);
  if (findings.length > 0) return refuseByLaw(findings);
  return checkAdoptionContent(command, adoption, context) ?? event;
}

/** What still keeps a proposed list from being adopted (尚缺事项), each with its article. */
export function findMissingForAdoption(
  adoption: ListAdoption,
  today: CalendarDay,
): readonly Finding[] {
  return findAgainst("adopt-list", adoption, today);
}

/** The thirtieth day of the comment period has passed: what is recorded then, by standing authorization. */
export function passCommentPeriod(adoption: ListAdoption, now: Date): AdoptionEvent | null {
  const { comment, stage } = adoption;
  if (stage !== "public-comment" || comment === null || comment.isOver) return null;
  return new Date(comment.dueAt) <= now ? { type: "CommentPeriodPassed" } : null;
}

function findAgainst(
  act: AdoptionSubject["act"],
  adoption: ListAdoption,
  today: CalendarDay,
): readonly Finding[] {
  const asksArea = act === "register-list" || act === "adopt-list";
  const noArea =
    asksArea && isInForce(r11FourAreas, today)
      ? findNoArea(adoption.listName, adoption.area).map((each) => toFinding(r11FourAreas, each))
      : [];
  const subject = { act, adoption, today };
  return [...noArea, ...findRegistryBreaches(ADOPTION_RULES, act, subject, today)];
}

function toEvent(command: AdoptionCommand, context: AdoptionContext): AdoptionEvent {
  switch (command.kind) {
    case "state-criteria":
      return { type: "CriteriaStated", criteria: command.criteria };
    case "record-consultation":
      return { type: "GroupConsulted", consultation: command.consultation };
    case "open-comment":
      return { type: "CommentOpened", comment: openComment(command, context) };
    case "close-comment": {
      const { closedOn, received, digest, evidence } = command;
      return { type: "CommentClosed", closed: { closedOn, received, digest, evidence } };
    }
    case "publish-criteria":
      return { type: "CriteriaPublished", capture: command.capture };
    case "adopt-list":
      return { type: "ListAdopted", adoptedOn: context.today };
    case "abandon-list":
      return { type: "AdoptionAbandoned", reasons: command.reasons };
  }
}

/** Thirty days from the day after (公开征求意见期限): the day of publication is not counted, and nothing rolls. */
function openComment(
  { openedOn, place }: Extract<AdoptionCommand, { kind: "open-comment" }>,
  { calendar }: AdoptionContext,
): CommentPeriod {
  const { length, unit, rollRule } = TERMS["criteria-comment"];
  if (length === "pack") throw new Error("the law itself gives this length");
  const { endsOn, steps } = computeDeadline({
    startsOn: openedOn,
    ...{ length, unit, rollRule, direction: "after", region: "CN-GX", calendar },
  });
  return {
    openedOn,
    place,
    earliestCloseOn: endsOn,
    dueAt: endOfDay(endsOn).toISOString(),
    steps,
    isOver: false,
    closed: null,
  };
}

function mayDo(actor: Actor, roles: readonly Role[]): boolean {
  return actor.roles.some((role) => roles.includes(role));
}

function refuseRole(act: RegistryAct, roles: readonly Role[]): Refusal {
  const missing = `您的账号不能办理“${REGISTRY_ACT_TITLES[act]}”`;
  const toDo = `请由${roles.map((role) => ROLE_TITLES[role]).join("或者")}办理`;
  const finding = { ruleId: "role", title: "办理权限", citations: [], missing, toDo };
  return { kind: "role", findings: [finding] };
}

function refuseStage(act: AdoptionCommand["kind"], { stage }: ListAdoption): Refusal {
  const titles = ADOPTION_ACTS[act].stages.map((each) => ADOPTION_STAGE_TITLES[each]).join("、");
  const missing = `现处于“${ADOPTION_STAGE_TITLES[stage]}”，不能办理“${REGISTRY_ACT_TITLES[act]}”`;
  const toDo = `该事项在以下步骤办理：${titles}`;
  const finding = { ruleId: "stage", title: "办理步骤", citations: [], missing, toDo };
  return { kind: "stage", findings: [finding] };
}
