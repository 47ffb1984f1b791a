import { asc, eq } from "drizzle-orm";
import { expect } from "vitest";
import type { Actor, Role } from "../../domain/case-file/actor.ts";
import { replay } from "../../domain/case-file/evolve.ts";
import type { CaseEvent } from "../../domain/case-file/events.ts";
import type { CaseFile } from "../../domain/case-file/state.ts";
import type { ChannelId } from "../../domain/publication/channels.ts";
import { audienceOf, findChannels } from "../../domain/publication/find-channels.ts";
import { stateIn } from "../../domain/publication/listing-record.ts";
import { POINTS } from "../../domain/publication/points/index.ts";
import { findChainFaults } from "../../records/verify-chain.ts";
import { caseEvents, caseFiles, deliveries, registerEntries } from "../../schema/index.ts";
import { packOf, toCommand, type Step } from "../cases/whole-case.ts";
import { ACTORS, COUNTY_AUTHORITY, moment, WAGES_PACK, WORLD } from "../support/case-world.ts";
import { waitUntilSettled } from "../support/demo-clock.ts";
import { activatePack } from "../support/open-test-case.ts";
import type { RunningCases } from "../support/running-cases.ts";
import type { Story } from "./stories.ts";

const TWO_MINUTES_MS = 120_000;

/** Plays a story on the running system, every act through workflow, worker and database, and checks what each step says. */
export async function playStory(cases: RunningCases, story: Story): Promise<string> {
  const caseId = await openStory(cases, story);
  await playSteps(cases, caseId, story.steps);
  await expectWholeRecord(cases, caseId);
  return caseId;
}

/** Plays steps on a case that is open already. */
export async function playSteps(
  cases: RunningCases,
  caseId: string,
  steps: readonly Step[],
): Promise<void> {
  let last = "";
  for (const step of joinConfirmations(steps)) {
    if (step.on !== last) await cases.moveClockTo(instantOf(step.on));
    last = step.on;
    await doStep(cases, caseId, step);
  }
}

/** Opens a case and brings it somewhere on the way of scenario S1. */
export async function bringTo(cases: RunningCases, steps: readonly Step[]): Promise<string> {
  const caseId = await cases.openCase();
  await playSteps(cases, caseId, steps);
  return caseId;
}

async function openStory(cases: RunningCases, story: Story): Promise<string> {
  const { partyKind: kind, partyRole: role } = story;
  const isPerson = kind === "natural-person";
  const name = isPerson ? "【虚构】覃示例" : "【虚构】梧州云雀示例劳务有限公司";
  const identifier = isPerson ? "450400199001010000" : "91450400MA5XXXXX0T";
  const about = { kind, role, name, identifier };
  const other = packOf(story);
  if (other === null) return cases.openCase(about);
  const pack = { ...other, version: `${WAGES_PACK.version}-other` };
  await activatePack(cases.database, pack);
  return cases.openCase({ ...about, pack });
}

/** The clock runs while a test acts: what is to be done in the last second of a day is done two minutes earlier. */
function instantOf(on: string): string {
  const at = moment(on).getTime();
  return new Date(on.includes("T23:59:59") ? at - TWO_MINUTES_MS : at).toISOString();
}

/**
 * Real channels answer at once: what a written case expects between publishing and the channels' answers is passed over in favor of
 * what it expects after them, and the clock for publishing is met already.
 */
function joinConfirmations(steps: readonly Step[]): readonly Step[] {
  const joined: Step[] = [];
  for (const step of steps) {
    const before = joined.at(-1);
    const joins = step.act === undefined && before !== undefined && publishes(step, before);
    if (!joins) joined.push(step);
    else joined[joined.length - 1] = { ...before, then: merge(before.then, step.then) };
  }
  return joined;
}

function publishes(step: Step, before: Step): boolean {
  return step.channelsConfirm === true || (step.on === before.on && before.refused === undefined);
}

function merge(before: Step["then"], after: Step["then"]): NonNullable<Step["then"]> {
  const deadlines = Object.entries({ ...before?.deadlines, ...after?.deadlines }).map(
    ([termId, expected]) => [
      termId,
      termId === "publication" ? expected.replace(/ open$/, " met") : expected,
    ],
  );
  return { ...before, ...after, deadlines: Object.fromEntries(deadlines) };
}

async function doStep(cases: RunningCases, caseId: string, step: Step): Promise<void> {
  const where = `${step.on} ${step.act?.kind ?? ""}`;
  if (step.act !== undefined) {
    const file = await cases.read(caseId);
    const command = toCommand(step.act, { file, world: WORLD, events: [] });
    const verdict = await cases.act(caseId, actorOf(step.by ?? "case-officer", caseId), command);
    expectVerdict(verdict, step, where);
  }
  await waitUntilSettled(cases.database);
  const file = await cases.read(caseId);
  expectStanding(file, step, where);
  await expectChannelsShow(cases, file, where);
}

function actorOf(role: Role, caseId: string): Actor {
  return role === "party" ? { ...ACTORS.party, partyCaseId: caseId } : ACTORS[role];
}

function expectVerdict(
  verdict: Awaited<ReturnType<RunningCases["act"]>>,
  { refused }: Step,
  where: string,
): void {
  expect(verdict.outcome, `${where}: ${JSON.stringify(verdict)}`).toBe(
    refused === undefined ? "accepted" : "refused",
  );
  if (refused === undefined || verdict.outcome !== "refused") return;
  const { kind, findings } = verdict.refusal;
  expect({ kind, rules: findings.map((each) => each.ruleId) }, where).toEqual({
    kind: refused.kind,
    rules: refused.rules,
  });
  const text = findings.map((each) => `${each.missing}。${each.toDo}`).join("\n");
  for (const part of refused.says ?? []) expect(text, where).toContain(part);
}

const PLAIN = ["stage", "outcome", "publicationState", "removal", "closedOn"];

function expectStanding(file: CaseFile, { then = {} }: Step, where: string): void {
  const plain = Object.entries(then).filter(([key]) => PLAIN.includes(key));
  expect(file, where).toMatchObject(Object.fromEntries(plain));
  for (const [termId, expected] of Object.entries(then.deadlines ?? {})) {
    const found = file.deadlines.findLast((each) => each.termId === termId);
    const shown = expected.includes(" ") ? `${found?.endsOn} ${found?.status}` : found?.endsOn;
    expect(shown, `${where}: ${termId}`).toBe(expected);
  }
  for (const termId of then.provisional ?? []) {
    const found = file.deadlines.findLast((each) => each.termId === termId);
    expect(found?.provisional, `${where}: ${termId}`).toBe(true);
  }
  const kinds: readonly string[] = file.papers.map((paper) => paper.kind);
  expect(kinds, where).toEqual(expect.arrayContaining([...(then.papers ?? [])]));
  const { mayAskFrom } = then;
  if (mayAskFrom !== undefined) expect(file.repairs.at(-1)?.mayAskFrom, where).toBe(mayAskFrom);
}

/** Every channel of the case holds what the case says, by receipt and by its own account; others hold nothing. */
async function expectChannelsShow(
  { database, site }: RunningCases,
  file: CaseFile,
  where: string,
): Promise<void> {
  const { caseId, publicationState: state, publicationVersion: version } = file;
  const channels = findChannels(file, WAGES_PACK, COUNTY_AUTHORITY);
  const expected = state === "none" ? [] : channels;
  expect(Object.keys(file.receipts).toSorted(), where).toEqual(expected.toSorted());
  for (const channel of expected) expect(file.receipts[channel]?.version, where).toBe(version);
  const register = await database
    .select({ state: registerEntries.state, version: registerEntries.version })
    .from(registerEntries)
    .where(eq(registerEntries.caseId, caseId));
  const isShownHere = expected.includes("own-register");
  const shownTo = audienceOf(file, WAGES_PACK);
  const stateAt = (channel: ChannelId) =>
    state === "none" ? state : stateIn(POINTS[channel], state, shownTo);
  expect(register, where).toEqual(isShownHere ? [{ state: stateAt("own-register"), version }] : []);
  const paths = [
    ["city-credit-platform", "city-platform"],
    ["measure-implementers", "implementers"],
  ] as const;
  for (const [channel, path] of paths) {
    const everything = (await site.inject(`/${path}.json`)).json<{ entryId: string }[]>();
    const entries = everything.filter((entry) => entry.entryId === caseId);
    const isExpected = expected.includes(channel);
    expect(entries, `${where}: ${path}`).toMatchObject(
      isExpected ? [{ entryId: caseId, state: stateAt(channel), version }] : [],
    );
    expect(entries).toHaveLength(isExpected ? 1 : 0);
  }
}

/** The row is what the events amount to, the chain holds, every paper was made, and every receipt is proven. */
export async function expectWholeRecord(cases: RunningCases, caseId: string): Promise<void> {
  const { database } = cases;
  await untilPapersAreMade(cases, caseId);
  const [row] = await database.select().from(caseFiles).where(eq(caseFiles.caseId, caseId));
  if (row === undefined) throw new Error("no such case");
  const links = await database
    .select()
    .from(caseEvents)
    .where(eq(caseEvents.caseId, caseId))
    .orderBy(asc(caseEvents.seq));
  expect(findChainFaults(caseId, links, row)).toEqual([]);
  const events = links.map((link) => JSON.parse(link.body) as CaseEvent); // written by the product
  expect(replay(events)).toEqual(row.state);
  expect(row.state.papers.filter((paper) => paper.fileHash === null)).toEqual([]);
  const sent = await database.select().from(deliveries).where(eq(deliveries.caseId, caseId));
  expect(sent.filter(({ receivedAt, receiptId }) => receivedAt === null || !receiptId)).toEqual([]);
}

/** Waits for the papers of the last act: they are made beside it. */
export async function untilPapersAreMade(cases: RunningCases, caseId: string): Promise<void> {
  await cases.until(caseId, (file) => file.papers.every((paper) => paper.fileHash !== null));
}
