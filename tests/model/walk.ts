import { ACT_TABLE, COMMAND_KINDS } from "../../domain/case-file/act-table.ts";
import type { Actor, Role } from "../../domain/case-file/actor.ts";
import type { CommandKind } from "../../domain/case-file/commands.ts";
import type { Command } from "../../domain/case-file/commands.ts";
import { findOpenObjections } from "../../domain/case-file/objection.ts";
import { findOpenRemedy } from "../../domain/case-file/remedy.ts";
import { findOpenHarmItems } from "../../domain/case-file/harm.ts";
import { STAGES, STAGES_BEFORE_DECISION, type Stage } from "../../domain/case-file/stages.ts";
import { addDays, parseDay, type CalendarDay } from "../../domain/deadlines/calendar-day.ts";
import {
  act,
  confirmChannels,
  EMPLOYER,
  judge,
  letPass,
  openScene,
  record,
  type Scene,
} from "../support/case-builder.ts";
import {
  caseAt,
  filledDraft,
  HEARING_WORLD,
  repairedByFalsehood,
  serviceOf,
} from "../support/case-stages.ts";
import { official, WORLD } from "../support/case-world.ts";
import { MOVERS } from "../support/movers.ts";
import { sampleCommand } from "../support/sample-commands.ts";
import { findShownTooLong } from "./statements.ts";

const START = parseDay("2026-03-13");
const LAST = parseDay("2034-01-01");

const PERSON = { ...EMPLOYER, partyKind: "natural-person" } as const;

/** Where walks begin: at the draft most often, and at every later stage, so that what follows a listing is walked as much. */
const BEGINNINGS: readonly Scene[] = [
  filledDraft(openScene(START, EMPLOYER, WORLD)),
  filledDraft(openScene(START, EMPLOYER, HEARING_WORLD)),
  filledDraft(openScene(START, PERSON, WORLD)),
  caseAt("notice-service"),
  caseAt("verification"),
  caseAt("decision-service"),
  caseAt("published"),
  caseAt("published", PERSON),
  caseAt("harm-repair"),
  caseAt("restoration"),
  repairedByFalsehood(),
];

/** Acts that end everything are left to blind moves, or hardly a case would get far. */
export const ENDINGS: readonly CommandKind[] = [
  "withdraw-case",
  "transfer-case",
  "record-party-ended",
  "record-basis-annulled",
];

const KINDS_OF_STAGE = new Map<Stage, readonly CommandKind[]>(
  STAGES.map((stage) => [
    stage,
    COMMAND_KINDS.filter((kind) => ACT_TABLE[kind].stages.includes(stage)).filter(
      (kind) => !ENDINGS.includes(kind),
    ),
  ]),
);

/** What a walk came to. */
export interface Walked {
  readonly scene: Scene;
  readonly accepted: number;
  readonly refused: Readonly<Record<string, number>>;
  readonly wrongs: readonly string[];
}

/** Walks a case by random numbers: each is one move, of who, what, and how many days later. */
export function walk(moves: readonly number[]): Walked {
  let scene = at(BEGINNINGS, moves[0] ?? 0);
  let day = dayOfLast(scene);
  const refused: Record<string, number> = {};
  const wrongs: string[] = [];
  let accepted = 0;
  for (const move of moves) {
    day = addDays(day, daysOf(move));
    if (day > LAST) break;
    scene = letPass(scene, day);
    if ((move & 1) === 1) scene = confirmChannels(scene, day);
    wrongs.push(...findShownTooLong(scene.file, day));
    const { actor, kind } = choose(scene, move);
    const before = scene.file;
    const judgement = judge(scene, actor, day, sampleCommand(kind, scene, day));
    if (judgement.kind === "accepted") {
      accepted += 1;
      scene = record(scene, judgement.events);
      continue;
    }
    if (scene.file !== before) wrongs.push("a refused act changed the case");
    for (const { ruleId } of judgement.refusal.findings) {
      refused[ruleId] = (refused[ruleId] ?? 0) + 1;
    }
  }
  return { scene, accepted, refused, wrongs };
}

/** Nothing for most moves, days for some, a year and more for a few. */
function daysOf(move: number): number {
  const size = (move >> 1) & 15;
  const amount = (move >> 5) & 255;
  if (size < 9) return 0;
  return size === 15 && amount < 24 ? amount * 40 : amount % 6;
}

/** Three of four moves are acts of the present stage by somebody with the role; the others are anything by anybody. */
export function choose(
  scene: Scene,
  move: number,
): { readonly actor: Actor; readonly kind: CommandKind } {
  const who = (move >> 13) & 7;
  const what = move >> 16;
  const kinds = (move & 6) === 0 ? COMMAND_KINDS : (KINDS_OF_STAGE.get(scene.file.stage) ?? []);
  const kind = at(kinds.length === 0 ? COMMAND_KINDS : kinds, what);
  const able = MOVERS.filter((mover) =>
    mover.roles.some((role) => ACT_TABLE[kind].roles.includes(role)),
  );
  return { actor: at((move & 6) === 0 || able.length === 0 ? MOVERS : able, who), kind };
}

/** Brings a case to its end by people who do their work: whatever was done before, there is a way. */
export function finish(scene: Scene): Scene {
  let each = confirmChannels(letPass(scene, FAR), FAR);
  for (let step = 0; step < 20 && each.file.stage !== "closed"; step += 1) {
    each = confirmChannels(letPass(finishStep(each), FAR), FAR);
  }
  return each;
}

const FAR = parseDay("2040-01-03");

function finishStep(scene: Scene): Scene {
  const { stage, harmItems } = scene.file;
  if (STAGES_BEFORE_DECISION.includes(stage)) {
    return act(scene, ownerOf(scene), FAR, { kind: "withdraw-case", reasons: "不再认定" });
  }
  if (stage === "decision-service") {
    return act(scene, ownerOf(scene), FAR, serviceOf(scene, FAR));
  }
  const open = findOpenAnswer(scene);
  if (open !== null) {
    const [by, day, command] = open;
    return act(scene, by === "case-officer" ? ownerOf(scene) : by, day, command);
  }
  if (stage !== "harm-repair") return scene;
  const items = findOpenHarmItems(harmItems);
  const kind = items.length > 0 ? "settle-harm-item" : "certify-harm-repair";
  const by = items.length > 0 ? ownerOf(scene) : "head";
  return act(scene, by, FAR, sampleCommand(kind, scene, FAR));
}

/** The officer who has the case now: the one it began with may have had to withdraw. */
function ownerOf({ file }: Scene): Actor {
  return official(file.officerId, ["case-officer"]);
}

/** What people still owe an answer to, after the listing has ended. */
function findOpenAnswer(scene: Scene): readonly [Role, CalendarDay, Command] | null {
  const { objections, remedies, stage } = scene.file;
  const open = findOpenObjections(objections);
  const sample = (by: Role, kind: CommandKind) =>
    [by, FAR, sampleCommand(kind, scene, FAR)] as const;
  if (open.some((each) => each.finding !== null)) return sample("head", "answer-objection");
  if (open.length > 0) {
    const upheld = { outcome: "stands", findings: "经核实无误" };
    const command = { ...sampleCommand("verify-objection", scene, FAR), ...upheld } as Command;
    return ["case-officer", FAR, command];
  }
  if (findOpenRemedy(remedies) !== undefined)
    return sample("case-officer", "record-remedy-outcome");
  if (stage !== "removed") return null;
  return sample("head", "sign-annulment");
}

function dayOfLast(scene: Scene): CalendarDay {
  return parseDay(scene.events.at(-1)?.at.slice(0, 10) ?? START);
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new Error("nothing to choose from");
  return item;
}
