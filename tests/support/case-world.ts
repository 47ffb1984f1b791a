import { DEMONSTRATION_VALUES } from "../../demo/demonstration-values.ts";
import type { Authority } from "../../domain/authorities/authority.ts";
import { SYSTEM_ACTOR, type Actor, type Role } from "../../domain/case-file/actor.ts";
import type { DecideContext } from "../../domain/case-file/context.ts";
import { OFFICIAL_CALENDAR } from "../../domain/deadlines/calendar.ts";
import { dayOf, parseDay } from "../../domain/deadlines/calendar-day.ts";
import { enterPackValue } from "../../domain/packs/enter-value.ts";
import type { LawPack } from "../../domain/packs/law-pack.ts";
import { SHIPPED_BOOKS } from "../../domain/registries/shipped-editions.ts";
import { UNPAID_WAGES_PACK } from "../../domain/packs/unpaid-wages.ts";
import { digestOf } from "../../records/digest.ts";

/** What a test's judgements depend on besides the case: everything of `DecideContext` but moment, actor and act. */
export type World = Pick<
  DecideContext,
  | "authority"
  | "pack"
  | "activePack"
  | "readBy"
  | "catalog"
  | "directory"
  | "calendar"
  | "unprintable"
  | "sealProblem"
  | "birthDay"
  | "digest"
>;

/** 【虚构】 the county authority that decides in the tests. */
export const COUNTY_AUTHORITY: Authority = {
  authorityId: "cangwu-hrss",
  name: "【虚构】苍梧县人力资源和社会保障局",
  shortName: "苍人社",
  level: "county",
  competentLists: ["unpaid-wages"],
  reconsiderationOrgan: "【虚构】苍梧县人民政府",
  court: "【虚构】苍梧县人民法院",
  contactAddress: "【虚构】苍梧县示例路1号",
  contactPhone: "0774-0000000",
};

/** The wage-arrears pack with the demonstration values entered: five working days for defense and for answers. */
export const WAGES_PACK: LawPack = DEMONSTRATION_VALUES.reduce<LawPack>(
  (pack, { field, value, citation }, index) =>
    enterPackValue(pack, field, value, citation, {
      officerId: "legal-officer",
      on: parseDay("2026-03-01"),
      version: `1.${String(index + 1)}`,
    }),
  UNPAID_WAGES_PACK,
);

/** The pack with another defense period, for the counterfactuals. */
export function withDefenseDays(days: number): LawPack {
  return {
    ...WAGES_PACK,
    values: {
      ...WAGES_PACK.values,
      defenseDays: {
        ...WAGES_PACK.values.defenseDays,
        value: { length: days, unit: "working-day" },
      },
    },
  };
}

export const WORLD: World = {
  authority: COUNTY_AUTHORITY,
  pack: WAGES_PACK,
  activePack: { ...withDefenseDays(10), version: "next" },
  readBy: [],
  catalog: SHIPPED_BOOKS.catalog,
  directory: SHIPPED_BOOKS.directory,
  calendar: OFFICIAL_CALENDAR,
  unprintable: [],
  sealProblem: null,
  birthDay: null,
  digest: digestOf,
};

/** One account per role, all of the county authority but the supervisor, who stands above. */
export const ACTORS: Readonly<Record<Role, Actor>> = {
  "case-officer": official("officer", ["case-officer"]),
  "legal-reviewer": official("reviewer", ["legal-reviewer"]),
  "legal-officer": official("legal-officer", ["legal-reviewer", "legal-officer"]),
  head: official("head", ["head"]),
  supervisor: { ...official("supervisor", ["supervisor"]), authorityId: null },
  auditor: official("auditor", ["auditor"]),
  administrator: official("administrator", ["administrator"]),
  party: { userId: "party", roles: ["party"], authorityId: null, partyCaseId: "case-1" },
  system: SYSTEM_ACTOR,
};

/** An official of the county authority. */
export function official(userId: string, roles: readonly Role[]): Actor {
  return { userId, roles, authorityId: COUNTY_AUTHORITY.authorityId, partyCaseId: null };
}

/** A Shanghai moment: `"2026-03-16"` is nine in the morning of that day. */
export function moment(text: string): Date {
  return new Date(text.length === 10 ? `${text}T09:00:00+08:00` : text);
}

/** The context of one judgement. */
export function contextOf(world: World, actor: Actor, at: Date, actId = "act"): DecideContext {
  return { ...world, at, today: dayOf(at), actor, actId };
}
