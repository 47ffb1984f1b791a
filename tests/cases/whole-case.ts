import type { Role } from "../../domain/case-file/actor.ts";
import type { Command, CommandKind } from "../../domain/case-file/commands.ts";
import type { PointAnswer } from "../../domain/case-file/content.ts";
import { findPaper } from "../../domain/case-file/state.ts";
import type { LawPack } from "../../domain/packs/law-pack.ts";
import { isPaperKind } from "../../domain/papers.ts";
import type { PartyKind, PartyRole } from "../../domain/parties/party.ts";
import type { Scene } from "../support/case-builder.ts";
import { evidenceOf } from "../support/case-content.ts";
import { withDefenseDays } from "../support/case-world.ts";

/** A whole case as data: what is given, what is done day by day, and what the case must then amount to. */
export interface WholeCase {
  readonly title: string;
  /** Steps that many cases share, by the name of their file in `given/`; they come first. */
  readonly given: string;
  readonly partyId: string;
  readonly partyKind: PartyKind;
  readonly partyRole: PartyRole;
  readonly openedOn: string;
  /** Working days for the defense; five where it is absent. */
  readonly defenseDays?: number;
  /** What the list gives or asks beyond the shipped one; nothing where it is absent. */
  readonly listWith?: readonly ("hearing" | "upperConsent")[];
  readonly steps: readonly Step[];
}

/** The pack of a case that differs from the one of all others; null where it does not. */
export function packOf(whole: Pick<WholeCase, "defenseDays" | "listWith">): LawPack | null {
  const { defenseDays, listWith = [] } = whole;
  if (defenseDays === undefined && listWith.length === 0) return null;
  const pack = withDefenseDays(defenseDays ?? 5);
  const extras = Object.fromEntries(listWith.map((each) => [each, true]));
  return { ...pack, ...extras };
}

/** One day or moment of the case: an act, the channels' answers, or nothing but time passing. */
export interface Step {
  readonly on: string;
  readonly by?: Role;
  readonly act?: WrittenAct;
  readonly channelsConfirm?: true;
  readonly refused?: {
    readonly kind: string;
    readonly rules: readonly string[];
    /** Parts of the text that the person must read. */
    readonly says?: readonly string[];
  };
  readonly then?: {
    readonly stage?: string;
    readonly outcome?: string | null;
    readonly publicationState?: string;
    /** Last day and, after a blank, the state: `"2026-04-08 met"`. */
    readonly deadlines?: Readonly<Record<string, string>>;
    readonly provisional?: readonly string[];
    readonly papers?: readonly string[];
    readonly openChannels?: readonly string[];
    readonly removal?: Readonly<Record<string, string>>;
    readonly mayAskFrom?: string | null;
    readonly closedOn?: string;
  };
}

/**
 * An act as written in a case: a command whose evidence is a title, whose papers are kinds, and whose answers name points by their
 * number.
 */
export type WrittenAct = { readonly kind: CommandKind } & Readonly<Record<string, unknown>>;

/** Turns a written act into a command for the case as it stands. */
export function toCommand(act: WrittenAct, scene: Scene): Command {
  const command: Record<string, unknown> = { ...act };
  for (const [key, value] of Object.entries(act)) command[key] = expand(key, value, scene);
  Object.assign(command, defaults(act, scene));
  return command as Command; // the written cases are checked by running them
}

const EVIDENCE_FIELDS = ["evidence", "proof", "pledge"];

function expand(key: string, value: unknown, scene: Scene): unknown {
  if (EVIDENCE_FIELDS.includes(key) && typeof value === "string") {
    return evidenceOf(value, value);
  }
  if (key === "papers") return undefined;
  if (key === "answers") return answersOf(value as readonly WrittenAnswer[], scene); // as above
  return value;
}

interface WrittenAnswer extends Omit<PointAnswer, "pointId"> {
  readonly point: number;
}

function answersOf(answers: readonly WrittenAnswer[], scene: Scene): readonly PointAnswer[] {
  const points = scene.file.statements.flatMap((statement) => statement.points);
  return answers.map(({ point, outcome, reasons }) => ({
    pointId: points[point - 1]?.pointId ?? "unknown",
    outcome,
    reasons,
  }));
}

function defaults(act: WrittenAct, scene: Scene): Readonly<Record<string, unknown>> {
  if (act.kind === "sign-decision") return { draftHash: scene.file.proposal?.draftHash ?? "" };
  if (act.kind !== "record-service") return {};
  const kinds = (act["papers"] as readonly string[]).filter(isPaperKind); // as above
  const paperIds = kinds.map((kind) => findPaper(scene.file, kind)?.paperId ?? "unknown");
  return { paperIds, servedPartyIds: act["servedPartyIds"] ?? [scene.file.partyId] };
}
