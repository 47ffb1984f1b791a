import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COMMAND_KINDS } from "../../../domain/case-file/act-table.ts";
import type { Actor } from "../../../domain/case-file/actor.ts";
import { findActs } from "../../../domain/case-file/decide.ts";
import type { CommandKind } from "../../../domain/case-file/commands.ts";
import type { CaseEvent } from "../../../domain/case-file/events.ts";
import { replay } from "../../../domain/case-file/evolve.ts";
import {
  addDays,
  dayOf,
  endOfDay,
  type CalendarDay,
} from "../../../domain/deadlines/calendar-day.ts";
import {
  confirmChannels,
  EMPLOYER,
  judge,
  letPass,
  openScene,
  record,
  type Scene,
} from "../../support/case-builder.ts";
import { filledDraft, HEARING_WORLD } from "../../support/case-stages.ts";
import { contextOf, moment, WORLD } from "../../support/case-world.ts";
import { MOVERS } from "../../support/movers.ts";
import { sampleCommand } from "../../support/sample-commands.ts";

/** One random move: who, which act, how many days later; a sensible mover picks among the acts that its page shows. */
interface Move {
  readonly who: number;
  readonly pick: number;
  readonly days: number;
  readonly sensible: boolean;
  readonly confirms: boolean;
}

const MOVE = fc.record<Move>({
  who: fc.nat(7),
  pick: fc.nat(1000),
  days: fc.oneof(
    { weight: 6, arbitrary: fc.constant(0) },
    { weight: 3, arbitrary: fc.nat(9) },
    fc.nat(400),
  ),
  sensible: fc.boolean(),
  confirms: fc.boolean(),
});

const RUNS = { seed: 20260327, numRuns: 400 } as const;

/** Plays moves on a fresh draft; refused acts leave the case as it is. */
function play(moves: readonly Move[]): Scene {
  // Every second case lives under a list that gives a hearing.
  const world = moves.length % 2 === 0 ? WORLD : HEARING_WORLD;
  let scene = filledDraft(openScene("2026-03-13", EMPLOYER, world));
  let day: CalendarDay = dayOf(moment("2026-03-13"));
  for (const move of moves) {
    day = addDays(day, move.days);
    if (day > "2035-01-01") break;
    scene = letPass(scene, day);
    if (move.confirms) scene = confirmChannels(scene, day);
    scene = tryMove(scene, move, day);
  }
  return scene;
}

function tryMove(scene: Scene, move: Move, day: CalendarDay): Scene {
  const { actor, kind } = move.sensible ? chooseSensibly(scene, move, day) : chooseBlindly(move);
  const judgement = judge(scene, actor, day, sampleCommand(kind, scene, day));
  return judgement.kind === "accepted" ? record(scene, judgement.events) : scene;
}

interface Choice {
  readonly actor: Actor;
  readonly kind: CommandKind;
}

function chooseBlindly({ who, pick }: Move): Choice {
  return { actor: at(MOVERS, who), kind: at(COMMAND_KINDS, pick) };
}

/** An act that brings the case on, by the first mover from `who` on who may do it; blindly where there is none. */
function chooseSensibly(scene: Scene, move: Move, day: CalendarDay): Choice {
  const movers = [...MOVERS.slice(move.who), ...MOVERS.slice(0, move.who)];
  const choices = movers.flatMap((actor) =>
    findActs(scene.file, contextOf(scene.world, actor, moment(day)))
      .filter((each) => each.findings.length === 0 && ADVANCING.includes(each.kind))
      .map(({ kind }) => ({ actor, kind })),
  );
  return choices[0] ?? chooseBlindly(move);
}

const ADVANCING: readonly CommandKind[] = [
  "submit-for-review",
  "approve-notice",
  "schedule-hearing",
  "hold-hearing",
  "record-service",
  "propose-decision",
  "approve-decision",
  "sign-decision",
  "accept-repair",
];

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new Error("nothing to choose from");
  return item;
}

const WALKS = fc.array(MOVE, { minLength: 20, maxLength: 90 });

describe("random walks", () => {
  it("never throw, count their events, and replay to the same case", () => {
    fc.assert(
      fc.property(WALKS, (moves) => {
        const scene = play(moves);
        expect(scene.file.version).toBe(scene.events.length);
        expect(replay(scene.events)).toEqual(scene.file);
        expect(scene.file.papers.every((paper) => paper.partyId === scene.file.partyId)).toBe(true);
        const ids = scene.file.papers.map((paper) => paper.paperId);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      RUNS,
    );
  });

  it("R17 R20 R21 R26 never sign a listing without served notice, ended window, a hearing that was asked for and review by other hands", () => {
    let listings = 0;
    fc.assert(
      fc.property(WALKS, (moves) => {
        const { events } = play(moves);
        const signedAt = events.findIndex(isListing);
        if (signedAt === -1) return;
        listings += 1;
        expectLawful(events.slice(0, signedAt + 1));
      }),
      RUNS,
    );
    // Otherwise the property would have been true of nothing.
    expect(listings).toBeGreaterThan(20);
  });

  it("R35 R36 no listing outlives its term, and nothing is shown once its basis is annulled", () => {
    let published = 0;
    fc.assert(
      fc.property(WALKS, (moves) => {
        const { file } = play(moves);
        if (file.publicationState === "shown") {
          published += 1;
          expect(file.basisDocuments.every((each) => each.annulledOn === null)).toBe(true);
          expect(
            file.deadlines.some((each) => each.termId === "listing-end" && each.status === "open"),
          ).toBe(true);
        }
        const end = letPass({ ...play(moves) }, "2039-12-31").file;
        expect(end.publicationState).not.toBe("shown");
      }),
      RUNS,
    );
    expect(published).toBeGreaterThan(5);
  });
});

function isListing(event: CaseEvent): boolean {
  return event.type === "DecisionSigned" && event.outcome === "list";
}

/** Checks by the record alone what the law asks of a signed listing. */
function expectLawful(events: readonly CaseEvent[]): void {
  const signature = events.at(-1);
  const notice = events.findLast(
    (e) => e.type === "PaperIssued" && e.paper.kind === "prior-notice",
  );
  const noticeId = notice?.type === "PaperIssued" ? notice.paper.paperId : "none";
  const service = events.findIndex(
    (e) => e.type === "PapersServed" && e.service.paperIds.includes(noticeId),
  );
  const ended = events.findLastIndex((e) => e.type === "DefensePeriodEnded");
  const proposed = events.findLastIndex((e) => e.type === "DecisionProposed");
  const reviewed = events.findLastIndex(
    (e) => e.type === "ReviewApproved" && e.subject === "decision",
  );
  const order = [service, ended, proposed, reviewed, events.length - 1];
  expect(service).toBeGreaterThan(-1);
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expectEnded(events, ended);
  // With a notice that was withdrawn its hearing lapses; the new one gives the right anew.
  const withdrawn = events.findLastIndex((e) => e.type === "NoticeWithdrawn");
  expectHeard(events.slice(withdrawn + 1, proposed));
  const officers = events.filter((e) => e.by.role === "case-officer").map((e) => e.by.userId);
  const reviewers = events.filter((e) => e.type === "ReviewApproved").map((e) => e.by.userId);
  expect(officers).not.toContain(events[reviewed]?.by.userId);
  expect([...officers, ...reviewers]).not.toContain(signature?.by.userId);
}

/** Whoever asked for a hearing had one before the decision was drafted, or gave it up (R21). */
function expectHeard(events: readonly CaseEvent[]): void {
  const types = new Set(events.map((each) => each.type));
  if (!types.has("HearingRequested")) return;
  expect(types.has("HearingHeld") || types.has("HearingWaived")).toBe(true);
}

function expectEnded(events: readonly CaseEvent[], index: number): void {
  const ended = events[index];
  if (ended?.type !== "DefensePeriodEnded") throw new Error("the window never ended");
  if (ended.reason === "waived") {
    expect(events.slice(0, index).some((e) => e.type === "DefenseWaived")).toBe(true);
    return;
  }
  if (ended.reason === "final") {
    expect(events.some((e) => e.type === "DefenseStated" && e.statement.final)).toBe(true);
    return;
  }
  const window = events.findLast(
    (e) => e.type === "DeadlineSet" && e.deadline.termId === "defense-window",
  );
  if (window?.type !== "DeadlineSet") throw new Error("the window never began");
  expect(Date.parse(events.at(-1)?.at ?? "")).toBeGreaterThanOrEqual(
    endOfDay(window.deadline.endsOn).getTime(),
  );
}
