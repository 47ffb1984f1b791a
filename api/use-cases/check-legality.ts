import { and, eq } from "drizzle-orm";
import { SYSTEM_ACTOR, type Actor } from "../../domain/case-file/actor.ts";
import { decide } from "../../domain/case-file/decide.ts";
import { openCase } from "../../domain/case-file/open-case.ts";
import type { Stage } from "../../domain/case-file/stages.ts";
import { replay } from "../../domain/case-file/evolve.ts";
import type { CaseFile } from "../../domain/case-file/state.ts";
import { dayOf, isCalendarDay, startOfDay } from "../../domain/deadlines/calendar-day.ts";
import {
  confirmChannels,
  contextAt,
  findConsultedRules,
  follow,
  letTimePass,
  type ConsultedRule,
  type CourseWorld,
} from "../../domain/legality/course.ts";
import type { LawPack } from "../../domain/packs/law-pack.ts";
import type { LawBooks } from "../../domain/registries/edition.ts";
import { catalogEditionOn } from "../../domain/registries/law-books.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { inTransaction, type Transaction } from "../../platform/database.ts";
import { makeContext, type CaseLaw } from "../../records/case-context.ts";
import { readBooksNow, readCalendarNow } from "../../records/law-in-force.ts";
import { lawPacks } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";
import type { DescribedActor, DescribedAct, LegalityQuestion } from "../schemas/legality.ts";
import { toDescribedCommand } from "./described-command.ts";
import { BadInputError } from "./faults.ts";
import { findActivePack } from "./find-active-pack.ts";

/** What the law says to an act on a described case. */
export interface LegalityAnswer {
  readonly allowed: boolean;
  /** Why the act itself is not allowed; null where it is, or where an earlier act already was not. */
  readonly refusal: Refusal | null;
  /** The first act of the description that could not have been done; -1 is the opening of the case. */
  readonly refusedEarlier: {
    readonly index: number;
    readonly act: string;
    readonly refusal: Refusal;
  } | null;
  /** Where the case stood when the act was judged; null where it could not be opened. */
  readonly stage: Stage | null;
  readonly rules: readonly ConsultedRule[];
  readonly deadlines: CaseFile["deadlines"];
}

type LegalityDeps = Pick<AppDeps, "database" | "law">;

/**
 * Says what the law would say to acts on described cases (合法性检查), each on its own. Nothing is stored: every description is
 * played through the same decisions and rules as real acts, on the packs and the calendar in force.
 */
export async function checkLegality(
  deps: LegalityDeps,
  questions: readonly LegalityQuestion[],
  placeOf: (index: number) => string = () => "",
): Promise<readonly LegalityAnswer[]> {
  const answers: LegalityAnswer[] = [];
  const packs = new Map<string, LawPack | Refusal>();
  await inTransaction(
    deps.database,
    async (tx) => {
      const calendar = await readCalendarNow(deps.law, tx);
      const books = await readBooksNow(deps.law, tx);
      for (const [index, question] of questions.entries()) {
        const key = `${question.listId}@${question.packVersion ?? ""}`;
        const place = placeOf(index);
        const pack = packs.get(key) ?? (await readPack(deps, tx, question, place));
        packs.set(key, pack);
        const activePack = await readActivePack(tx, question);
        const law = { calendar, books, activePack };
        answers.push(await answer(question, pack, law, place));
      }
    },
    { readOnly: true },
  );
  return answers;
}

async function readPack(
  { law }: LegalityDeps,
  tx: Transaction,
  { listId, packVersion }: LegalityQuestion,
  place: string,
): Promise<LawPack | Refusal> {
  if (packVersion === undefined) return findActivePack(tx, listId);
  const named = and(eq(lawPacks.listId, listId), eq(lawPacks.version, packVersion));
  const known = await tx.$count(lawPacks, named);
  if (known > 0) return law.readPack(tx, listId, packVersion);
  const message = "没有这个名单的这一规则包版本";
  throw new BadInputError([{ field: `${place}/packVersion`, message }]);
}

/** The version in force now, where the course of the case moves to it. */
async function readActivePack(
  tx: Transaction,
  { listId, act, earlierActs }: LegalityQuestion,
): Promise<LawPack | null> {
  const moves = [act, ...earlierActs.map((each) => each.act)].includes("move-to-pack-version");
  if (!moves) return null;
  const active = await findActivePack(tx, listId);
  return "findings" in active ? null : active;
}

async function answer(
  question: LegalityQuestion,
  pack: LawPack | Refusal,
  law: Pick<CaseLaw, "calendar" | "books"> & { readonly activePack: LawPack | null },
  place: string,
): Promise<LegalityAnswer> {
  const rules = findConsultedRules(question.act, readDay(question.on, `${place}/on`));
  if ("findings" in pack) return refuseOpening(pack, question, rules);
  const authority = describeAuthority(question, pack);
  const world = makeContext(
    { authority, pack, calendar: law.calendar, books: law.books },
    { actId: "", actor: SYSTEM_ACTOR, at: new Date(0) },
    { birthDay: readBirthDay(question, place), activePack: law.activePack },
  );
  const opened = open(question, world, law.books, place);
  if ("findings" in opened) return refuseOpening(opened, question, rules);
  if (question.act === "open-case") return { ...standing(opened), ...ALLOWED, rules };
  return play(question, opened, world, place, rules);
}

const ALLOWED = { allowed: true, refusal: null, refusedEarlier: null } as const;

function standing({ stage, deadlines }: CaseFile): Pick<LegalityAnswer, "stage" | "deadlines"> {
  return { stage, deadlines };
}

function refuseOpening(
  refusal: Refusal,
  { act }: LegalityQuestion,
  rules: readonly ConsultedRule[],
): LegalityAnswer {
  const none = { allowed: false, stage: null, deadlines: [], rules };
  return act === "open-case"
    ? { ...none, refusal, refusedEarlier: null }
    : { ...none, refusal: null, refusedEarlier: { index: -1, act: "open-case", refusal } };
}

function open(
  question: LegalityQuestion,
  world: CourseWorld,
  books: LawBooks,
  place: string,
): CaseFile | Refusal {
  const by = question.openedBy ?? { role: "case-officer" as const };
  const at = momentOf(question.openedOn, 0, `${place}/openedOn`);
  const opening = {
    caseId: CASE_ID,
    matterId: "described",
    caseNumber: "described",
    catalogEdition: catalogEditionOn(books, dayOf(at)),
    partyId: PARTY_ID,
    partyKind: question.party.kind,
    partyRole: question.party.role,
  };
  const judged = openCase(opening, contextAt(world, { actor: toActor(by), at, actId: "opened" }));
  if (judged.kind === "refused") return judged.refusal;
  const file = replay(judged.events);
  if (file === null) throw new Error("a case was opened without an event");
  return file;
}

async function play(
  question: LegalityQuestion,
  opened: CaseFile,
  world: CourseWorld,
  place: string,
  rules: readonly ConsultedRule[],
): Promise<LegalityAnswer> {
  let file = opened;
  let last = question.openedOn;
  const { act, on, by, body = {} } = question;
  if (act === "open-case") throw new Error("an opening is not played");
  const acts: readonly DescribedAct[] = [...question.earlierActs, { act, on, by, body }];
  for (const [index, each] of acts.entries()) {
    const isLast = index === acts.length - 1;
    const where = isLast ? place : `${place}/earlierActs/${String(index)}`;
    if (each.on < last) {
      const message = "办理日早于前一事项；请按时间先后排列";
      throw new BadInputError([{ field: `${where}/on`, message }]);
    }
    last = each.on;
    const at = momentOf(each.on, index + 1, `${where}/on`);
    file = letTimePass(file, at, world);
    const context = contextAt(world, {
      actor: toActor(each.by),
      at,
      actId: `act-${String(index)}`,
    });
    const command = await toDescribedCommand(each, file, context.actor, where);
    const judged = decide(command, file, context);
    const before = standing(file);
    if (judged.kind === "refused") {
      const { refusal } = judged;
      const earlier = { index, act: each.act, refusal };
      return isLast
        ? { allowed: false, refusal, refusedEarlier: null, ...before, rules }
        : { allowed: false, refusal: null, refusedEarlier: earlier, ...before, rules };
    }
    file = confirmChannels(follow(file, judged.events), at, world);
    if (isLast) return { ...ALLOWED, rules, stage: before.stage, deadlines: file.deadlines };
  }
  throw new Error("a question without an act");
}

function readBirthDay({ party }: LegalityQuestion, place: string) {
  const { kind, birthDay } = party;
  if (kind !== "natural-person" || birthDay === undefined) return null;
  return readDay(birthDay, `${place}/party/birthDay`);
}

const CASE_ID = "described-case";
const PARTY_ID = "described-party";
const AUTHORITY_ID = "described-authority";

function describeAuthority({ authority }: LegalityQuestion, pack: LawPack) {
  const {
    level,
    competent = true,
    reconsiderationOrgan = "本级人民政府",
    court = "有管辖权的人民法院",
  } = authority;
  const competentLists = competent ? [pack.listId] : [];
  const named = { name: "认定部门", shortName: "", reconsiderationOrgan, court };
  const contact = { contactAddress: "", contactPhone: "" };
  return { authorityId: AUTHORITY_ID, level, competentLists, ...named, ...contact };
}

/** The same label is the same person, whatever the role; without one every role is a person of its own. */
function toActor({ role, person, elsewhere = false }: DescribedActor): Actor {
  if (role === "system") return SYSTEM_ACTOR;
  const isParty = role === "party";
  const stands = role === "supervisor" || isParty;
  return {
    userId: person ?? role,
    roles: [role],
    authorityId: stands ? null : elsewhere ? "another-authority" : AUTHORITY_ID,
    partyCaseId: isParty ? CASE_ID : null,
  };
}

function readDay(text: string, field: string) {
  if (isCalendarDay(text)) return text;
  throw new BadInputError([{ field, message: "应为有效日期，如 2026-03-02" }]);
}

/** Acts of one day follow each other from nine in the morning on. */
function momentOf(text: string, index: number, field: string): Date {
  const NINE_HOURS_MS = 9 * 60 * 60 * 1_000;
  return new Date(startOfDay(readDay(text, field)).getTime() + NINE_HOURS_MS + index * 1_000);
}
