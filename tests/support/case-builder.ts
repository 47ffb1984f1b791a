import type { Actor, Role } from "../../domain/case-file/actor.ts";
import type { Command } from "../../domain/case-file/commands.ts";
import { decide } from "../../domain/case-file/decide.ts";
import type { CaseEvent } from "../../domain/case-file/events.ts";
import { evolve, replay } from "../../domain/case-file/evolve.ts";
import { fallDue, findNextDeadline } from "../../domain/case-file/fall-due.ts";
import type { Judgement } from "../../domain/case-file/judgement.ts";
import { openCase, type CaseOpening } from "../../domain/case-file/open-case.ts";
import { receiveReceipt } from "../../domain/case-file/receive-receipt.ts";
import { findOpenChannels } from "../../domain/publication/find-channels.ts";
import { findPapersToServe, type CaseFile } from "../../domain/case-file/state.ts";
import { STARTER_EDITION } from "../../domain/measures/starter-row.ts";
import { ACTORS, contextOf, moment, WORLD, type World } from "./case-world.ts";

/** A case in a test: the world it lives in, its record so far, and what the record amounts to. */
export interface Scene {
  readonly world: World;
  readonly events: readonly CaseEvent[];
  readonly file: CaseFile;
}

/** The employer of scenario S1. */
export const EMPLOYER: CaseOpening = {
  caseId: "case-1",
  matterId: "matter-1",
  caseNumber: "苍人社失信〔2026〕1号",
  catalogEdition: STARTER_EDITION.id,
  partyId: "party-1",
  partyKind: "legal-person",
  partyRole: "employer",
};

/** Opens a case by the officer; throws where the law refuses. */
export function openScene(
  day: string,
  opening: CaseOpening = EMPLOYER,
  world: World = WORLD,
): Scene {
  const context = contextOf(world, ACTORS["case-officer"], moment(day), `open-${opening.caseId}`);
  const events = acceptedEvents(openCase(opening, context));
  const file = replay(events);
  if (file === null) throw new Error("opening a case recorded nothing");
  return { world, events, file };
}

/** Judges an act without doing it. */
export function judge(
  scene: Scene,
  by: Role | Actor,
  at: string | Date,
  command: Command,
): Judgement {
  const actor = typeof by === "string" ? actorOf(by, scene) : by;
  const when = typeof at === "string" ? moment(at) : at;
  const actId = `act-${String(scene.events.length)}`;
  return decide(command, scene.file, contextOf(scene.world, actor, when, actId));
}

/** Does an act, after everything that fell due before; throws with the findings where it is refused. */
export function act(scene: Scene, by: Role | Actor, at: string | Date, command: Command): Scene {
  const settled = letPass(scene, at);
  return record(settled, acceptedEvents(judge(settled, by, at, command)));
}

/** Lets time pass up to a moment: whatever fell due happens, each at its own moment, in order. */
export function letPass(scene: Scene, until: string | Date): Scene {
  const end = typeof until === "string" ? moment(until) : until;
  const next = findNextDeadline(scene.file);
  if (next === undefined || new Date(next.dueAt) > end) return scene;
  const context = contextOf(scene.world, ACTORS.system, new Date(next.dueAt), next.deadlineId);
  return letPass(record(scene, fallDue(scene.file, next, context)), end);
}

/** Lets every open channel confirm the newest version. */
export function confirmChannels(scene: Scene, at: string): Scene {
  const context = contextOf(scene.world, ACTORS.system, moment(at), "receipt");
  const open = findOpenChannels(scene.file, context.pack, context.authority);
  return open.reduce<Scene>((each, channel) => {
    const version = each.file.publicationVersion;
    const receipt = { channel, version, receiptId: `${channel}-${String(version)}` };
    return record(each, receiveReceipt(each.file, receipt, context));
  }, scene);
}

/** The ids of the papers that wait to be served. */
export function papersToServe(scene: Scene): readonly string[] {
  return findPapersToServe(scene.file).map((paper) => paper.paperId);
}

/** The same case in another world, such as one whose pack has changed. */
export function inWorld(scene: Scene, world: Partial<World>): Scene {
  return { ...scene, world: { ...scene.world, ...world } };
}

/** Adds events to the record. */
export function record(scene: Scene, events: readonly CaseEvent[]): Scene {
  const file = events.reduce<CaseFile>(evolve, scene.file);
  return { ...scene, events: [...scene.events, ...events], file };
}

/** The events of an accepted act; throws with the findings of a refused one. */
export function acceptedEvents(judgement: Judgement): readonly CaseEvent[] {
  if (judgement.kind === "accepted") return judgement.events;
  const { kind, findings } = judgement.refusal;
  const reasons = findings.map((each) => `${each.ruleId} ${each.missing}`).join("; ");
  throw new Error(`refused (${kind}): ${reasons}`);
}

function actorOf(role: Role, scene: Scene): Actor {
  return role === "party" ? { ...ACTORS.party, partyCaseId: scene.file.caseId } : ACTORS[role];
}
