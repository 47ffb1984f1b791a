import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Authority } from "../../domain/authorities/authority.ts";
import { decide } from "../../domain/case-file/decide.ts";
import { SYSTEM_ACTOR, type Actor } from "../../domain/case-file/actor.ts";
import type { Command, CommandKind } from "../../domain/case-file/commands.ts";
import type { CalendarDay } from "../../domain/deadlines/calendar-day.ts";
import type { UnprintableCharacter } from "../../domain/case-file/context.ts";
import { fallDue, findNextDeadline } from "../../domain/case-file/fall-due.ts";
import { recountDeadlines } from "../../domain/case-file/recount.ts";
import { reexamineMeasures } from "../../domain/case-file/reexamine-measures.ts";
import type { CaseFile, HeldDeadline } from "../../domain/case-file/state.ts";
import type { Judgement } from "../../domain/case-file/judgement.ts";
import { inTransaction, type Database, type Transaction } from "../../platform/database.ts";
import { makeContext, type CaseLaw } from "../../records/case-context.ts";
import { lockCase, type LockedCase } from "../../records/case-row.ts";
import type { Codes } from "../../records/codes.ts";
import { changedAtOf, type LawInForce } from "../../records/law-in-force.ts";
import { findActFacts } from "../../records/act-facts.ts";
import { recordEvents, saveCase } from "../../records/record-events.ts";
import { storeRefusal } from "../../records/refusal-rows.ts";
import { caseFiles, commands } from "../../schema/index.ts";
import { readStanding } from "./read-standing.ts";
import type { CaseStanding } from "./standing.ts";

/** What recording needs from outside. */
export interface RecordDeps {
  readonly database: Database;
  readonly law: LawInForce;
  readonly codes: Codes;
  /** Characters of what was handed in that no font can print. */
  readonly findUnprintable: (
    tx: Transaction,
    file: CaseFile,
    command: Command,
  ) => Promise<readonly UnprintableCharacter[]>;
  /** What keeps the authority's seal from being used at a moment, for acts that sign. */
  readonly findSealProblem: (
    authority: Authority,
    kind: CommandKind,
    at: Date,
  ) => Promise<string | null>;
  /** The birth day of a natural person, for acts that list. */
  readonly readBirthDay: (
    tx: Transaction,
    file: CaseFile,
    kind: CommandKind,
  ) => Promise<CalendarDay | null>;
}

/** How many acts one transaction takes at most; the workflow comes again for the rest. */
const ACTS_PER_TRANSACTION = 20;

/**
 * Brings a case up to the present in one transaction: open acts and due deadlines, strictly in the order in which they
 * were received and fell due, each judged as of its own moment. Run again, it finds nothing open and changes nothing.
 */
export async function settleCase(deps: RecordDeps, caseId: string): Promise<CaseStanding> {
  return inTransaction(deps.database, async (tx) => {
    const locked = await lockCase(tx, caseId);
    const law = await findLaw(deps, tx, locked);
    const open = await findOpenCommands(tx, caseId);
    const before = { file: locked.file, chainHead: locked.chainHead };
    const more = open.length > ACTS_PER_TRANSACTION;
    const recount = findRecount(locked);
    const taken = open.slice(0, ACTS_PER_TRANSACTION);
    const ruled = await takeInTurn(deps, tx, law, before, taken, recount);
    const pinned = await withPinnedPack(deps, tx, law, ruled.file);
    const settled = await recountBy(deps, tx, pinned, ruled, recount, locked.now);
    const after = more ? settled : await passDeadlines(deps, tx, pinned, settled, locked.now);
    await keepCount(tx, locked);
    if (after.file.version > before.file.version) {
      await saveCase(tx, after.file, after.chainHead, locked.now);
    }
    return readStanding(tx, after.file, more);
  });
}

type OpenCommand = typeof commands.$inferSelect;
interface Recorded {
  readonly file: CaseFile;
  readonly chainHead: string;
}

async function findLaw(deps: RecordDeps, tx: Transaction, locked: LockedCase): Promise<CaseLaw> {
  const { listId, packVersion } = locked.file;
  const pack = await deps.law.readPack(tx, listId, packVersion);
  const calendar = await deps.law.readCalendar(tx, locked.calendarKey);
  const books = await deps.law.readBooks(tx, locked.calendarKey);
  return { authority: locked.authority, pack, calendar, books };
}

async function findOpenCommands(tx: Transaction, caseId: string): Promise<OpenCommand[]> {
  return tx
    .select()
    .from(commands)
    .where(and(eq(commands.caseId, caseId), isNull(commands.verdict)))
    .orderBy(asc(commands.receivedAt), asc(commands.arrival))
    .limit(ACTS_PER_TRANSACTION + 1);
}

async function takeInTurn(
  deps: RecordDeps,
  tx: Transaction,
  law: CaseLaw,
  start: Recorded,
  open: readonly OpenCommand[],
  recount: Date | null,
): Promise<Recorded> {
  let recorded = start;
  for (const command of open) {
    const pinned = await withPinnedPack(deps, tx, law, recorded.file);
    recorded = await recountBy(deps, tx, pinned, recorded, recount, command.receivedAt);
    recorded = await passDeadlines(deps, tx, pinned, recorded, command.receivedAt);
    recorded = await ruleOn(deps, tx, pinned, recorded, command);
  }
  return recorded;
}

/** The law with the pack that the case stands under now: an act can have moved it to a newer version. */
async function withPinnedPack(
  deps: RecordDeps,
  tx: Transaction,
  law: CaseLaw,
  { listId, packVersion }: CaseFile,
): Promise<CaseLaw> {
  if (law.pack.version === packVersion) return law;
  return { ...law, pack: await deps.law.readPack(tx, listId, packVersion) };
}

/** When the clocks of the case have to be counted again because of a new notice; null where they were. */
function findRecount({ countedWith, calendarKey, now }: LockedCase): Date | null {
  if (countedWith === calendarKey) return null;
  const changedAt = changedAtOf(calendarKey);
  return changedAt > now ? now : changedAt;
}

/**
 * Counts the open clocks again as of the moment at which the notice came in, if that is not after `until`: what fell due before falls
 * due by the old count, and what is done later is judged by the new one. Done twice, it moves nothing.
 */
async function recountBy(
  deps: RecordDeps,
  tx: Transaction,
  law: CaseLaw,
  start: Recorded,
  recount: Date | null,
  until: Date,
): Promise<Recorded> {
  if (recount === null || recount > until) return start;
  const passed = await passDeadlines(deps, tx, law, start, recount);
  const { caseId, version } = passed.file;
  const actId = `${caseId}.recount-${String(version)}`;
  const context = makeContext(law, { actId, actor: SYSTEM_ACTOR, at: recount });
  const events = [
    ...recountDeadlines(passed.file, context),
    ...reexamineMeasures(passed.file, context),
  ];
  if (events.length === 0) return passed;
  return recordEvents(tx, deps.codes, law.authority, passed, events);
}

async function keepCount(tx: Transaction, locked: LockedCase): Promise<void> {
  if (locked.countedWith === locked.calendarKey) return;
  await tx
    .update(caseFiles)
    .set({ countedWith: locked.calendarKey })
    .where(eq(caseFiles.caseId, locked.file.caseId));
}

async function passDeadlines(
  deps: RecordDeps,
  tx: Transaction,
  law: CaseLaw,
  start: Recorded,
  until: Date,
): Promise<Recorded> {
  let recorded = start;
  for (;;) {
    const due = findNextDeadline(recorded.file);
    if (due === undefined || new Date(due.dueAt) > until) return recorded;
    const context = makeContext(law, {
      actId: actIdOf(recorded.file, due),
      actor: SYSTEM_ACTOR,
      at: new Date(due.dueAt),
    });
    const events = fallDue(recorded.file, due, context);
    recorded = await recordEvents(tx, deps.codes, law.authority, recorded, events);
  }
}

/** A deadline is an act of its own, with an id that follows from the case and the clock. */
function actIdOf(file: CaseFile, deadline: HeldDeadline): string {
  return `${file.caseId}.${deadline.deadlineId.replace("/", "-")}`;
}

async function ruleOn(
  deps: RecordDeps,
  tx: Transaction,
  law: CaseLaw,
  start: Recorded,
  row: OpenCommand,
): Promise<Recorded> {
  const { actor, command } = readCommand(row);
  const unprintable = await deps.findUnprintable(tx, start.file, command);
  const birthDay = await deps.readBirthDay(tx, start.file, command.kind);
  const sealProblem = await deps.findSealProblem(law.authority, command.kind, row.receivedAt);
  const facts = await findActFacts(tx, start.file, command.kind);
  const act = { actId: row.commandId, actor, at: row.receivedAt };
  const context = makeContext(law, act, { unprintable, sealProblem, birthDay, ...facts });
  const judgement = decide(command, start.file, context);
  if (judgement.kind === "refused") {
    await storeRefusal(tx, {
      caseId: start.file.caseId,
      commandId: row.commandId,
      act: command.kind,
      actor,
      refusal: judgement.refusal,
    });
    await storeVerdict(tx, row.commandId, judgement, start.file);
    return start;
  }
  const recorded = await recordEvents(tx, deps.codes, law.authority, start, judgement.events);
  await storeVerdict(tx, row.commandId, judgement, recorded.file);
  return recorded;
}

function readCommand(row: OpenCommand): { actor: Actor; command: Command } {
  // Both were written by our own use-case from checked input, in the transaction that kept the act.
  return { actor: row.actor as Actor, command: row.body as Command };
}

async function storeVerdict(
  tx: Transaction,
  commandId: string,
  judgement: Judgement,
  file: CaseFile,
): Promise<void> {
  const verdict =
    judgement.kind === "refused"
      ? { outcome: "refused", refusal: judgement.refusal }
      : { outcome: "accepted", version: file.version, stage: file.stage };
  await tx
    .update(commands)
    .set({ verdict, ruledAt: sql`case_clock_now()` })
    .where(eq(commands.commandId, commandId));
}
