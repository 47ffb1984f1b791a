import { asc, count, eq, sql } from "drizzle-orm";
import type { Actor, Role } from "../../domain/case-file/actor.ts";
import type { Command, CommandKind } from "../../domain/case-file/commands.ts";
import type { CaseEvent } from "../../domain/case-file/events.ts";
import type { Stage } from "../../domain/case-file/stages.ts";
import { addDays, parseDay, type CalendarDay } from "../../domain/deadlines/calendar-day.ts";
import { keepServiceAddress } from "../../records/service-addresses.ts";
import { caseEvents, caseFiles } from "../../schema/index.ts";
import { choose, ENDINGS } from "../model/walk.ts";
import type { Scene } from "../support/case-builder.ts";
import { DRAFT_ACTS, RESTORING_WORLD } from "../support/case-stages.ts";
import { ACTORS } from "../support/case-world.ts";
import { ignoreClosed } from "../support/demo-clock.ts";
import type { RunningCases } from "../support/running-cases.ts";
import { sampleCommand } from "../support/sample-commands.ts";

/** The wage-arrears pack with a rule on restoration, under a version of its own. */
export const SIMULATED_PACK = {
  ...RESTORING_WORLD.pack,
  version: `${RESTORING_WORLD.pack.version}-restoring`,
};

/** The world that its cases live in. */
export const SIMULATED_WORLD = { ...RESTORING_WORLD, pack: SIMULATED_PACK };

/** How long, how many cases, and by which chance. */
export interface SimulationSize {
  readonly years: number;
  readonly cases: number;
  readonly seed: number;
}

const FIRST = parseDay("2026-03-16");
/** Working hours of the people: every so many days they look at what lies on their desks. */
const DAYS_BETWEEN = 7;
const DAYS_PER_YEAR = 365;
/** How many of the open cases somebody touches at each look. */
const TOUCHED_AT_ONCE = 12;

/**
 * Years of work on the running system: matters come in, people do what their stage asks for, sometimes something else, and time
 * passes between. Every act goes through database, Temporal and worker; nothing is known but what they answer.
 */
export async function simulate(
  cases: RunningCases,
  size: SimulationSize,
  look: (day: CalendarDay) => Promise<void>,
): Promise<void> {
  const chance = startChance(size.seed);
  const rounds = Math.ceil((size.years * DAYS_PER_YEAR) / DAYS_BETWEEN);
  const known: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const day = addDays(FIRST, round * DAYS_BETWEEN);
    // The next move is made here too, so that nobody's own timer is needed.
    await cases.moveClockTo(`${day}T09:00:00+08:00`, "due");
    // The last year takes no new matters, so that most of them come to an end.
    const due = Math.min(size.cases, Math.ceil(((round + 1) * size.cases) / (rounds * 0.9)));
    while (known.length < due) known.push(await openFilled(cases));
    for (const caseId of await pickCases(cases, known, chance)) {
      await touch(cases, caseId, day, chance);
    }
    await look(day);
  }
}

/** Opens a case and fills its draft, as an officer does in one go. */
async function openFilled(cases: RunningCases): Promise<string> {
  const caseId = await cases.openCase({ pack: SIMULATED_PACK });
  for (const command of DRAFT_ACTS) await cases.act(caseId, ACTORS["case-officer"], command);
  return caseId;
}

/** Some of the open cases, and now and then one that is closed; known in the order in which they were opened, the same every time. */
async function pickCases(
  { database }: RunningCases,
  known: readonly string[],
  chance: Chance,
): Promise<readonly string[]> {
  const rows = await database
    .select({ caseId: caseFiles.caseId })
    .from(caseFiles)
    .where(eq(caseFiles.stage, "closed"));
  const over = new Set(rows.map((row) => row.caseId));
  const open = known.filter((caseId) => !over.has(caseId));
  const closed = known.filter((caseId) => over.has(caseId));
  const picked = Array.from({ length: Math.min(TOUCHED_AT_ONCE, open.length) }, () =>
    pick(open, chance),
  );
  const again = closed.length > 0 && chance() % 4 === 0 ? [pick(closed, chance)] : [];
  return [...new Set([...picked, ...again])];
}

/** A few acts on one case by whoever comes along, each as the case then stands. */
async function touch(
  cases: RunningCases,
  caseId: string,
  day: CalendarDay,
  chance: Chance,
): Promise<void> {
  for (let acts = 1 + (chance() % 3); acts > 0; acts -= 1) {
    const file = await cases.read(caseId);
    const events = await readEvents(cases, caseId);
    const scene: Scene = { world: SIMULATED_WORLD, events, file };
    const { actor, kind } =
      chance() % 4 === 0 ? choose(scene, chance()) : doOnesWork(scene, chance);
    if (ENDINGS.includes(kind) && chance() % 16 !== 0) continue;
    const command = await withAddress(cases, caseId, sampleCommand(kind, scene, day));
    await rule(cases, caseId, ofCase(actor, caseId), command);
  }
}

/** What the people of a stage are there for; what comes after a listing comes seldom, in no fixed order. */
const WORK: Readonly<Record<Stage, readonly (readonly [Role, CommandKind])[]>> = {
  draft: [["case-officer", "submit-for-review"]],
  "notice-legal-review": [["legal-reviewer", "approve-notice"]],
  "notice-service": [["case-officer", "record-service"]],
  defense: [
    ["party", "state-defense"],
    ["party", "waive-defense"],
  ],
  hearing: [["case-officer", "waive-hearing"]],
  verification: [
    ["case-officer", "answer-defense"],
    ["case-officer", "propose-decision"],
  ],
  "decision-legal-review": [["legal-reviewer", "approve-decision"]],
  "upper-consent": [["case-officer", "record-upper-consent"]],
  "sign-off": [["head", "sign-decision"]],
  "decision-service": [["case-officer", "record-service"]],
  published: [
    ["case-officer", "record-fulfilment"],
    ["legal-officer", "choose-conflicting-source"],
    ["party", "apply-for-repair"],
    ["case-officer", "accept-repair"],
    ["head", "grant-repair"],
    ["head", "answer-objection"],
    ["case-officer", "verify-objection"],
    ["head", "sign-annulment"],
  ],
  removed: [
    ["case-officer", "record-remedy-outcome"],
    ["case-officer", "propose-restoration"],
  ],
  restoration: [
    ["case-officer", "record-service"],
    ["legal-reviewer", "review-restoration"],
    ["head", "restore-listing"],
  ],
  "harm-repair": [
    ["case-officer", "settle-harm-item"],
    ["head", "certify-harm-repair"],
  ],
  closed: [["case-officer", "propose-restoration"]],
};

function doOnesWork(scene: Scene, chance: Chance): ReturnType<typeof choose> {
  const [role, kind] = pick(WORK[scene.file.stage], chance);
  return { actor: ACTORS[role], kind };
}

/** An address for service lies sealed beside the case before the act that names it, as the product keeps it. */
async function withAddress(
  { database, deps }: RunningCases,
  caseId: string,
  command: Command,
): Promise<Command> {
  if (command.kind !== "confirm-service-address") return command;
  const addressId = await keepServiceAddress(database, deps.encryption, caseId, {
    ...{ recipient: "【虚构】收件人", address: "【虚构】苍梧县示例路1号" },
    ...{ phone: "0774-0000000", electronicAddress: "" },
  });
  return { ...command, addressId };
}

/** Keeps an act and lets it be ruled on: a closed case by the dispatcher, which starts its workflow again. */
async function rule(
  cases: RunningCases,
  caseId: string,
  actor: Actor,
  command: Command,
): Promise<void> {
  const commandId = await cases.keep(caseId, actor, command);
  await cases.send(caseId, commandId, command.kind).catch(ignoreClosed);
  await cases.waitForVerdict(commandId);
}

function ofCase(actor: Actor, caseId: string): Actor {
  return actor.roles.includes("party") ? { ...actor, partyCaseId: caseId } : actor;
}

/** The events of a case as they were recorded. */
export async function readEvents(
  { database }: Pick<RunningCases, "database">,
  caseId: string,
): Promise<readonly CaseEvent[]> {
  const rows = await database
    .select({ body: caseEvents.body })
    .from(caseEvents)
    .where(eq(caseEvents.caseId, caseId))
    .orderBy(asc(caseEvents.seq));
  return rows.map((row) => JSON.parse(row.body) as CaseEvent); // written by the product
}

/** How many cases there are. */
export async function countCases({ database }: Pick<RunningCases, "database">): Promise<number> {
  const [row] = await database.select({ cases: count() }).from(caseFiles);
  return row?.cases ?? 0;
}

/** Entries that the public sees on a day past their last one. */
export async function countShownTooLong({
  database,
}: Pick<RunningCases, "database">): Promise<number> {
  const { rows } = await database.execute<{ entries: number }>(sql`
    select count(*)::int as entries from register_entries
    where state = 'shown' and shown_through < (case_clock_now() at time zone 'Asia/Shanghai')::date`);
  return rows[0]?.entries ?? 0;
}

/** The next of a row of chances; the same for the same seed. */
type Chance = () => number;

/** A linear congruential generator: plenty for choosing, and the same everywhere. */
function startChance(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
}

function pick<Item>(items: readonly Item[], chance: Chance): Item {
  const item = items[chance() % items.length];
  if (item === undefined) throw new Error("nothing to choose from");
  return item;
}
