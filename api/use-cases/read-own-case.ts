import type { RecordObjection } from "../../domain/case-file/objection.ts";
import type { Actor } from "../../domain/case-file/actor.ts";
import type { Authority } from "../../domain/authorities/authority.ts";
import type { DefenseStatement, PointAnswer } from "../../domain/case-file/content.ts";
import {
  findEarlyRemovalDays,
  type EarlyRemovalDay,
} from "../../domain/case-file/early-removal.ts";
import type { Stage } from "../../domain/case-file/stages.ts";
import {
  findPaper,
  findService,
  type CaseFile,
  type Outcome,
  type RepairApplication,
} from "../../domain/case-file/state.ts";
import type { CalendarDay } from "../../domain/deadlines/calendar-day.ts";
import type { TermId } from "../../domain/deadlines/terms.ts";
import type { PartyRole } from "../../domain/parties/party.ts";
import { inTransaction } from "../../platform/database.ts";
import type { AppDeps } from "../deps.ts";
import { viewDeadline, type DeadlineView } from "./deadline-view.ts";
import { ForbiddenError } from "./faults.ts";
import { findMessages, type MessageRow } from "./find-messages.ts";
import { findPapers, type PaperView } from "./find-papers.ts";
import { findPossibleActs, type PossibleActView } from "./find-possible-acts.ts";
import { readPartyView, type PartyView } from "./party-view.ts";
import { readCaseLaw, readVisibleCase } from "./visible-case.ts";

/** What a party sees of its own case: what it got, what it can do, by when, and what it said. Nothing of how the office works. */
export interface OwnCaseView {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly listName: string;
  readonly authority: Authority;
  readonly party: PartyView;
  readonly partyRole: PartyRole;
  readonly stage: Stage;
  readonly outcome: Outcome;
  readonly openedOn: CalendarDay;
  readonly papers: readonly PaperView[];
  readonly deadlines: readonly DeadlineView[];
  readonly acts: readonly PossibleActView[];
  readonly statements: readonly DefenseStatement[];
  /** What was answered to it; from the decision on. */
  readonly answers: readonly PointAnswer[];
  readonly defenseEnded: CaseFile["defenseEnded"];
  readonly repairs: readonly RepairApplication[];
  /** Objections to what is published; of the office's own findings only the answer is told. */
  readonly objections: readonly Omit<RecordObjection, "finding" | "returnReasons">[];
  /** From when removal may be asked for, under every source; empty before a decision. */
  readonly earlyRemoval: readonly EarlyRemovalDay[];
  readonly publicationState: CaseFile["publicationState"];
  readonly removal: CaseFile["removal"];
  readonly messages: readonly MessageRow[];
  readonly now: Date;
  readonly today: CalendarDay;
}

/** The clocks that are the party's own, or that it may count on. */
const PARTYS_TERMS: readonly TermId[] = [
  "defense-window",
  "listing-end",
  "display-consent",
  "reconsideration",
  "litigation",
  "objection-answer",
  "repair-acceptance",
  "repair-decision",
  "annulment-withdrawal",
];

type OwnDeps = Pick<AppDeps, "database" | "law" | "encryption">;

/** Reads a party's own case. */
export async function readOwnCase(deps: OwnDeps, actor: Actor): Promise<OwnCaseView> {
  const caseId = actor.partyCaseId;
  if (caseId === null) throw new ForbiddenError("parties only");
  const view = await readView(deps, actor, caseId);
  const [papers, acts, messages] = await Promise.all([
    findPapers(deps, actor, caseId),
    findPossibleActs(deps, actor, caseId),
    findMessages(deps, actor),
  ]);
  return { ...view, papers, acts, messages: messages.rows };
}

async function readView(
  deps: OwnDeps,
  actor: Actor,
  caseId: string,
): Promise<Omit<OwnCaseView, "papers" | "acts" | "messages">> {
  return inTransaction(deps.database, async (tx) => {
    const visible = await readVisibleCase(tx, actor, caseId);
    const { file, now, today } = visible;
    const { authority, pack, calendar } = await readCaseLaw(deps.law, tx, visible);
    const counting = { calendar, region: pack.calendarRegion, today };
    const isDecided = isDecisionServed(file);
    const { caseNumber, partyRole, stage, openedOn, statements, defenseEnded } = file;
    return {
      caseId,
      caseNumber,
      partyRole,
      openedOn,
      stage: shownStage(file),
      outcome: isDecided || file.outcome === "withdrawn" ? file.outcome : null,
      statements,
      defenseEnded,
      authority,
      now,
      today,
      listName: pack.listName,
      party: await readPartyView(tx, deps.encryption, {
        actor,
        caseId,
        partyId: file.partyId,
        today,
      }),
      deadlines: file.deadlines
        .filter((each) => PARTYS_TERMS.includes(each.termId))
        .filter((each) => isDecided || each.termId !== "listing-end")
        .map((each) => viewDeadline(each, counting)),
      answers: isDecided ? file.answers : [],
      repairs: file.repairs,
      objections: file.objections.map(
        ({ finding: _inside, returnReasons: _reasons, ...told }) => told,
      ),
      earlyRemoval:
        isDecided && stage !== "closed" ? findEarlyRemovalDays(file, { pack, calendar }) : [],
      publicationState: file.publicationState,
      removal: file.removal,
    };
  });
}

/** Before the decision has reached the party, nothing of it shows here. */
function isDecisionServed(file: CaseFile): boolean {
  const decision = findPaper(file, "listing-decision") ?? findPaper(file, "decision-not-to-list");
  return findService(file, decision?.paperId) !== undefined;
}

/** What the office deliberates inside is one stage to the party: its case is being examined. */
function shownStage(file: CaseFile): Stage {
  const inside: readonly Stage[] = [
    "verification",
    "decision-legal-review",
    "upper-consent",
    "sign-off",
    "decision-service",
  ];
  return inside.includes(file.stage) ? "verification" : file.stage;
}
