import type { Role } from "../case-file/actor.ts";
import type { CalendarDay } from "../deadlines/calendar-day.ts";
import { addMonths } from "../deadlines/months.ts";

/** Roles that somebody else may hold for a time; an officer's cases are handed over instead. */
export const DEPUTISED_ROLES = ["head", "legal-reviewer", "legal-officer"] as const;
export type DeputisedRole = (typeof DEPUTISED_ROLES)[number];

/** Longer than this, the account itself is to be changed. */
const LONGEST_MONTHS = 12;

/** An account as far as a deputy is concerned. */
export interface DeputyAccount {
  readonly userId: string;
  readonly authorityId: string | null;
  readonly roles: readonly Role[];
}

/** Who stands in for whom, in what, and how long (代理). */
export interface Appointment {
  readonly role: DeputisedRole;
  /** Null where there is no such account in use. */
  readonly principal: DeputyAccount | null;
  readonly acting: DeputyAccount | null;
  readonly startsOn: CalendarDay;
  readonly endsOn: CalendarDay;
  readonly reasons: string;
}

/** A field of an appointment, and what is wrong with it. */
export interface AppointmentFlaw {
  readonly field: "principal" | "acting" | "startsOn" | "endsOn" | "reasons";
  readonly message: string;
}

/**
 * What keeps an appointment from being made (指定代理的条件); nothing if it may.
 *
 * The deputy takes the place, not the past: who worked on a case or reviewed it does not sign it as somebody's deputy either, because
 * R26 goes by the person.
 */
export function findAppointmentFlaws(
  appointment: Appointment,
  today: CalendarDay,
): readonly AppointmentFlaw[] {
  const { role, principal, acting, startsOn, endsOn, reasons } = appointment;
  const flaws: AppointmentFlaw[] = [];
  if (principal?.roles.includes(role) !== true || principal.authorityId === null) {
    flaws.push({ field: "principal", message: "没有这个账号，或者该账号没有这项职责，请核对" });
  }
  if (acting === null || acting.authorityId !== principal?.authorityId) {
    flaws.push({ field: "acting", message: "代理人须是同一机关在用的账号，请核对" });
  } else if (acting.roles.includes(role)) {
    flaws.push({ field: "acting", message: "该账号本来就有这项职责，无需代理" });
  }
  if (startsOn < today) flaws.push({ field: "startsOn", message: "代理不能从过去的日期开始" });
  if (endsOn < startsOn) flaws.push({ field: "endsOn", message: "截止日早于开始日，请核对" });
  if (endsOn > addMonths(startsOn, LONGEST_MONTHS)) {
    flaws.push({ field: "endsOn", message: "代理不超过一年；长期变动的请变更账号职责" });
  }
  if (reasons.trim() === "") flaws.push({ field: "reasons", message: "请写明代理的原因" });
  return flaws;
}
