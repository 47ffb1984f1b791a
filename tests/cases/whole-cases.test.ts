import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findOpenChannels } from "../../domain/publication/find-channels.ts";
import {
  act,
  confirmChannels,
  EMPLOYER,
  judge,
  letPass,
  openScene,
  type Scene,
} from "../support/case-builder.ts";
import { ACTORS, contextOf, moment, WORLD } from "../support/case-world.ts";
import { packOf, toCommand, type Step, type WholeCase } from "./whole-case.ts";

const FOLDER = new URL("./", import.meta.url);

const CASES = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".json"))
  .map((name) => {
    return [name, read<WholeCase>(name)] as const;
  });

describe.each(CASES)("%s", (_name, whole) => {
  it(whole.title, () => {
    expect(whole.steps.length).toBeGreaterThan(0);
    const { steps } = read<Pick<WholeCase, "steps">>(`given/${whole.given}.json`);
    [...steps, ...whole.steps].reduce(play, open(whole));
  });
});

function read<Content>(name: string): Content {
  const text = readFileSync(new URL(name, FOLDER), "utf8");
  return JSON.parse(text) as Content; // the written cases are checked by running them
}

function open(whole: WholeCase): Scene {
  const { partyId, partyKind, partyRole, openedOn } = whole;
  const world = { ...WORLD, pack: packOf(whole) ?? WORLD.pack };
  return openScene(openedOn, { ...EMPLOYER, partyId, partyKind, partyRole }, world);
}

function play(scene: Scene, step: Step): Scene {
  const before = letPass(scene, step.on);
  const where = `${step.on} ${step.act?.kind ?? ""}`;
  const after = step.refused === undefined ? take(before, step) : refuse(before, step, where);
  expectStanding(after, step, where);
  return after;
}

function take(scene: Scene, step: Step): Scene {
  if (step.channelsConfirm === true) return confirmChannels(scene, step.on);
  if (step.act === undefined) return scene;
  return act(scene, step.by ?? "case-officer", step.on, toCommand(step.act, scene));
}

function refuse(scene: Scene, step: Step, where: string): Scene {
  if (step.act === undefined || step.refused === undefined) throw new Error(`${where}: no act`);
  const judgement = judge(scene, step.by ?? "case-officer", step.on, toCommand(step.act, scene));
  if (judgement.kind === "accepted") throw new Error(`${where}: was accepted`);
  const { kind, findings } = judgement.refusal;
  expect({ kind, rules: findings.map((each) => each.ruleId) }, where).toEqual({
    kind: step.refused.kind,
    rules: step.refused.rules,
  });
  const text = findings.map((each) => `${each.missing}。${each.toDo}`).join("\n");
  for (const part of step.refused.says ?? []) expect(text, where).toContain(part);
  return scene;
}

function expectStanding(scene: Scene, { then = {} }: Step, where: string): void {
  const { file } = scene;
  const { deadlines = {}, provisional = [], papers = [], openChannels, mayAskFrom } = then;
  const plain = Object.entries(then).filter(([key]) => PLAIN.includes(key));
  expect(file, where).toMatchObject(Object.fromEntries(plain));
  for (const [termId, expected] of Object.entries(deadlines)) {
    const found = file.deadlines.findLast((each) => each.termId === termId);
    const shown = expected.includes(" ") ? `${found?.endsOn} ${found?.status}` : found?.endsOn;
    expect(shown, `${where}: ${termId}`).toBe(expected);
  }
  for (const termId of provisional) {
    const found = file.deadlines.findLast((each) => each.termId === termId);
    expect(found?.provisional, `${where}: ${termId}`).toBe(true);
  }
  const kinds: readonly string[] = file.papers.map((paper) => paper.kind);
  expect(
    papers.filter((kind) => !kinds.includes(kind)),
    where,
  ).toEqual([]);
  if (openChannels !== undefined) {
    const context = contextOf(scene.world, ACTORS.system, moment("2026-04-01"));
    expect(findOpenChannels(file, context.pack, context.authority), where).toEqual(openChannels);
  }
  if (mayAskFrom !== undefined) expect(file.repairs.at(-1)?.mayAskFrom, where).toBe(mayAskFrom);
}

const PLAIN = ["stage", "outcome", "publicationState", "removal", "closedOn"];
