import type { Authority } from "../../domain/authorities/authority.ts";
import type { Role } from "../../domain/case-file/actor.ts";
import { DEMONSTRATION_VALUES } from "../../demo/demonstration-values.ts";
import { parseDay } from "../../domain/deadlines/calendar-day.ts";
import { enterPackValue } from "../../domain/packs/enter-value.ts";
import type { LawPack, PackValues, TermLength } from "../../domain/packs/law-pack.ts";
import { MEASURE_CATALOG } from "../../domain/measures/catalog.ts";
import { hashPassword } from "../../api/use-cases/passwords.ts";
import { accounts, authorities } from "../../schema/index.ts";
import { activatePack } from "./open-test-case.ts";
import { PASSWORD, type Caller, type RunningApi } from "./running-api.ts";

/** The people of an authority in a scenario, each signed in. */
export interface Team {
  readonly officer: Caller;
  readonly reviewer: Caller;
  readonly legalOfficer: Caller;
  readonly head: Caller;
}

const ROLES = {
  officer: ["case-officer"],
  "second-officer": ["case-officer"],
  reviewer: ["legal-reviewer"],
  "legal-officer": ["legal-reviewer", "legal-officer"],
  head: ["head"],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

/** Registers an authority with its people, and signs them in. */
export async function addAuthority(api: RunningApi, profile: Authority): Promise<Team> {
  const { authorityId } = profile;
  const passwordHash = await hashPassword(PASSWORD);
  const nameOf = (who: string): string => `${authorityId}-${who}`;
  await api.cases.database.insert(authorities).values({ authorityId, profile });
  await api.cases.database.insert(accounts).values(
    Object.entries(ROLES).map(([who, roles]) => ({
      ...{ userId: nameOf(who), username: nameOf(who), displayName: `【示例】${who}` },
      ...{ roles, authorityId, passwordHash },
    })),
  );
  return {
    officer: await api.signIn(nameOf("officer")),
    reviewer: await api.signIn(nameOf("reviewer")),
    legalOfficer: await api.signIn(nameOf("legal-officer")),
    head: await api.signIn(nameOf("head")),
  };
}

/** Activates a shipped pack with made-up values where no text was found: demonstration values, as a legal officer would enter them. */
export async function activateWithDemonstrationValues(
  api: RunningApi,
  pack: LawPack,
  more: Readonly<Partial<Record<keyof PackValues, TermLength>>> = {},
): Promise<void> {
  const citation = { instrument: "演示数值（演示用途，非法律规定）", article: "无条款" };
  const values = [
    ...DEMONSTRATION_VALUES,
    ...Object.entries(more).map(([field, value]) => ({
      field: field as keyof PackValues, // the keys of the record above
      value,
      citation,
    })),
  ];
  const filled = values.reduce(
    (each, value, index) =>
      enterPackValue(each, value.field, value.value, value.citation, {
        officerId: "legal-officer",
        on: parseDay("2026-01-05"),
        version: `${pack.version}.${String(index + 1)}`,
      }),
    pack,
  );
  await activatePack(api.cases.database, filled);
}

/** Has an edition of the measure catalog entered and approved over the API, with rows of the starter edition as an annex would tick them off. */
export async function tickOffMeasures(
  api: RunningApi,
  edition: string,
  inForceFrom: string,
  rowIds: readonly string[],
): Promise<void> {
  const rows = MEASURE_CATALOG.filter((row) => rowIds.includes(row.id)).map((row) => {
    const { id, category, title, targets, targetText, legalRank, implementers, lists } = row;
    const citations = row.citations.map(({ instrument, article }) => ({ instrument, article }));
    const { leastGravity, maxTerm, termText } = row;
    return {
      ...{ id, category, title, targets, targetText, legalRank, implementers, lists, citations },
      ...{ leastGravity, maxTerm, termText },
    };
  });
  const body = {
    ...{ registry: "catalog", edition, level: "national", title: "【虚构】示例清单", inForceFrom },
    ...{ inForceTo: null, scope: null, rows },
  };
  const entered = await (await api.as("supervisor")).post("/api/law-editions", body);
  if (entered.statusCode !== 201) throw new Error(entered.body);
  const proofs = { comments: null, approval: null, publication: null, filing: null };
  const approver = await api.as("legal-officer");
  const approved = await approver.post(`/api/law-editions/${edition}/approvals`, proofs);
  if (approved.statusCode >= 300) throw new Error(approved.body);
}
