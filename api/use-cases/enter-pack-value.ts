import { sql } from "drizzle-orm";
import type { Actor } from "../../domain/case-file/actor.ts";
import { dayOf, type CalendarDay } from "../../domain/deadlines/calendar-day.ts";
import type { Citation } from "../../domain/law/citation.ts";
import { chooseEarlyRemovalSource, enterPackValue } from "../../domain/packs/enter-value.ts";
import type { LawPack, PackValues, TermLength } from "../../domain/packs/law-pack.ts";
import { inTransaction, type Transaction } from "../../platform/database.ts";
import { lawPacks } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";
import { BadInputError, ForbiddenError } from "./faults.ts";
import { readVersions } from "./law-packs.ts";
import { hasRole } from "./person.ts";

/** A value that a legal officer enters in a pack, with the text that it rests on. */
export interface EnteredValue {
  readonly field: keyof PackValues;
  readonly value: TermLength;
  readonly citation: Omit<Citation, "mark">;
}

type PackDeps = Pick<AppDeps, "database">;

/** Enters a value in the newest version of a pack (录入数值): a new draft, which two people have yet to approve. */
export async function enterValue(
  deps: PackDeps,
  actor: Actor,
  listId: string,
  { field, value, citation }: EnteredValue,
): Promise<{ readonly version: string }> {
  return makeVersion(deps, actor, listId, (pack, entry) =>
    enterPackValue(pack, field, value, citation, entry),
  );
}

/** Chooses between sources in conflict for the whole pack (选择适用依据): a new draft as well. */
export async function chooseSource(
  deps: PackDeps,
  actor: Actor,
  listId: string,
  choice: { readonly sourceId: string; readonly reasons: string },
): Promise<{ readonly version: string }> {
  return makeVersion(deps, actor, listId, (pack, { officerId, on, version }) =>
    chooseEarlyRemovalSource(pack, { ...choice, officerId, on }, version),
  );
}

interface Entry {
  readonly officerId: string;
  readonly on: CalendarDay;
  readonly version: string;
}

async function makeVersion(
  deps: PackDeps,
  actor: Actor,
  listId: string,
  change: (pack: LawPack, entry: Entry) => LawPack,
): Promise<{ readonly version: string }> {
  if (!hasRole(actor, ["legal-officer"])) throw new ForbiddenError("legal officers only");
  return inTransaction(deps.database, async (tx) => {
    const versions = await readVersions(tx, listId, "update");
    const newest = versions.at(-1);
    if (newest === undefined) throw new Error("a pack without a version");
    const version = nextVersion(versions.map((each) => each.version));
    const entry = { officerId: actor.userId, on: await readToday(tx), version };
    const body = wellFormed(() => change(newest.body, entry));
    const createdAt = sql`clock_timestamp()`;
    await tx.insert(lawPacks).values({ listId, version, body, state: "draft", createdAt });
    return { version };
  });
}

/** Versions go on from the highest: 1, 1.1, 1.2 … */
function nextVersion(versions: readonly string[]): string {
  const parts = versions.map((version) => version.split(".").map(Number));
  const major = Math.max(...parts.map(([first]) => first ?? 1));
  const minors = parts.filter(([first]) => first === major).map(([, second]) => second ?? 0);
  return `${String(major)}.${String(Math.max(...minors) + 1)}`;
}

/** The domain throws a RangeError, in Chinese, for what cannot be a value. */
function wellFormed(make: () => LawPack): LawPack {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new BadInputError([{ field: "", message: error.message }]);
  }
}

async function readToday(tx: Transaction): Promise<CalendarDay> {
  const result = await tx.execute<{ now: string }>(sql`select case_clock_now()::text as now`);
  return dayOf(new Date(result.rows[0]?.now ?? ""));
}
