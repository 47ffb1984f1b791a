import {
  allHandlersFinished,
  condition,
  patched,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
  upsertSearchAttributes,
  workflowInfo,
} from "@temporalio/workflow";
import type {
  CaseActivities,
  PaperActivities,
  PublicationActivities,
} from "../activities/index.ts";
import type { CaseStanding } from "../activities/case-record/standing.ts";
import { keepAlarm, LONGEST_WAIT_MS, type Alarm } from "./alarm.ts";
import { actUpdate, lookAgainSignal, moveClockUpdate, type ListingCaseInput } from "./messages.ts";
import { isOutdated } from "./is-outdated.ts";
import { CASE_STAGE } from "./search-attributes.ts";
import { followStage } from "./stages/index.ts";

/**
 * The one transaction of every act: in this worker, at once. A pause that grows beyond the threshold becomes a timer, so that a long
 * outage of the database fills no history with the beats of a waiting task.
 */
const { settleCase } = proxyLocalActivities<CaseActivities>({
  startToCloseTimeout: "10s",
  localRetryThreshold: "3s",
  retry: { initialInterval: "200ms", backoffCoefficient: 2, maximumInterval: "30s" },
});

const { renderPapers } = proxyActivities<PaperActivities>({
  taskQueue: "papers",
  startToCloseTimeout: "2m",
  heartbeatTimeout: "10s",
  retry: { initialInterval: "1s", backoffCoefficient: 2, maximumInterval: "1m" },
});

const { openPublications } = proxyActivities<PublicationActivities>({
  taskQueue: "publication",
  startToCloseTimeout: "30s",
  heartbeatTimeout: "10s",
  retry: { initialInterval: "1s", backoffCoefficient: 2, maximumInterval: "1m" },
});

/** One run of the chain: what is known of the case, and who waits for an answer. */
export interface CaseRun {
  readonly caseId: string;
  readonly alarm: Alarm;
  offsetMs: number;
  /** Every reason to look at the case takes a ticket; a look settles all tickets taken before it. */
  tickets: number;
  settled: number;
  /** Whether nobody was answered in the present task: an answer given in the task that ends a run can be lost. */
  quiet: boolean;
  working: boolean;
  standing: CaseStanding | null;
  firstStage: string | null;
}

/** Begins a run: the first look at the case is due at once. */
export function beginRun({ caseId, clockOffsetMs }: ListingCaseInput): CaseRun {
  const alarm = keepAlarm(() => {
    run.tickets += 1;
  });
  const run: CaseRun = {
    caseId,
    alarm,
    offsetMs: clockOffsetMs,
    tickets: 1,
    settled: 0,
    quiet: true,
    working: false,
    standing: null,
    firstStage: null,
  };
  return run;
}

/** Registers what the run can be told. Handlers only take a ticket and wait; the main loop does everything. */
export function answerMessages(run: CaseRun): void {
  const untilSettled = async (isDone: () => boolean): Promise<void> => {
    run.tickets += 1;
    const ticket = run.tickets;
    await condition(() => run.settled >= ticket && isDone());
    run.quiet = false;
  };
  setHandler(actUpdate, () => untilSettled(() => true));
  setHandler(moveClockUpdate, (move) => {
    run.offsetMs = Math.max(run.offsetMs, move.offsetMs);
    return untilSettled(() => isIdle(run));
  });
  setHandler(lookAgainSignal, () => {
    run.tickets += 1;
  });
}

/** Whether there is a reason to look at the case. */
export function mustLook(run: CaseRun): boolean {
  return run.settled < run.tickets;
}

/** Looks at the case: one transaction takes every open act and due deadline in turn. */
export async function look(run: CaseRun): Promise<void> {
  const upTo = run.tickets;
  const standing = await settleCase(run.caseId);
  run.quiet = true;
  take(run, standing);
  if (!standing.more) run.settled = upTo;
}

/** Whether the system has something to do by itself and is not at it. */
export function mayWork(run: CaseRun): boolean {
  return !run.working && hasWork(run.standing);
}

/** Does what the stage asks for, beside the loop: an act never waits for a paper or a channel. */
export async function work(run: CaseRun): Promise<void> {
  const stage = run.standing?.stage;
  if (stage === undefined) return;
  run.working = true;
  const steps = {
    makePapers: async () => take(run, await renderPapers(run.caseId)),
    publish: async () => take(run, await openPublications(run.caseId)),
  };
  await followStage(stage, steps, () => run.standing);
  run.working = false;
  run.quiet = true;
}

/** Whether the case is closed and nothing of it is left to do. */
export function isOver(run: CaseRun): boolean {
  return run.standing?.stage === "closed" && isIdle(run);
}

/**
 * Whether this run may hand over to the next: at the boundary of a stage, and at the latest after thirty days, but only
 * while nobody waits, and not in a task that answered somebody.
 */
export function mayRoll(run: CaseRun): boolean {
  if (run.standing === null || !run.quiet || !isIdle(run) || !allHandlersFinished()) return false;
  const info = workflowInfo();
  const ageMs = Date.now() - info.runStartTime.getTime();
  const isNewStage = run.firstStage !== run.standing.stage;
  return isNewStage || ageMs >= LONGEST_WAIT_MS || info.continueAsNewSuggested;
}

function isIdle(run: CaseRun): boolean {
  return !run.working && !mustLook(run) && !hasWork(run.standing);
}

function take(run: CaseRun, standing: CaseStanding): void {
  // What a slow step read before a later act was ruled on would hide the work that the act has brought.
  if (isOutdated(run.standing, standing) && patched("newest-standing")) return;
  if (run.standing?.stage !== standing.stage) {
    upsertSearchAttributes([{ key: CASE_STAGE, value: standing.stage }]);
  }
  run.firstStage ??= standing.stage;
  run.standing = standing;
  const { nextDueAt } = standing;
  run.alarm.set(nextDueAt === null ? null : Date.parse(nextDueAt) - run.offsetMs);
}

function hasWork(standing: CaseStanding | null): boolean {
  if (standing === null) return false;
  return standing.papersToRender > 0 || standing.versionToPublish !== null;
}
