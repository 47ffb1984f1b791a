import {
  allHandlersFinished,
  condition,
  continueAsNew,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
  upsertSearchAttributes,
  workflowInfo,
} from "@temporalio/workflow";
import type { CaseActivities, PaperActivities, PublicationActivities } from "../activities/index.ts";
import type { CaseStanding } from "../activities/case-record/standing.ts";
import { keepAlarm, LONGEST_WAIT_MS } from "./alarm.ts";
import { actUpdate, lookAgainSignal, moveClockUpdate, type ListingCaseInput } from "./messages.ts";
import { CASE_STAGE } from "./search-attributes.ts";
import { followStage, type Steps } from "./stages/index.ts";

/** The one transaction of every act: in this worker, at once; an outage longer than the threshold becomes a timer. */
const { settleCase } = proxyLocalActivities<CaseActivities>({
  startToCloseTimeout: "10s",
  localRetryThreshold: "20s",
  retry: { initialInterval: "200ms", backoffCoefficient: 2, maximumInterval: "10s" },
});

const { renderPapers } = proxyActivities<PaperActivities>({
  taskQueue: "papers",
  startToCloseTimeout: "2m",
  retry: { initialInterval: "1s", backoffCoefficient: 2, maximumInterval: "1m" },
});

const { openPublications } = proxyActivities<PublicationActivities>({
  taskQueue: "publication",
  startToCloseTimeout: "30s",
  retry: { initialInterval: "1s", backoffCoefficient: 2, maximumInterval: "1m" },
});

/**
 * One case file from proposal to removal (案件主流程).
 *
 * It waits and puts steps in order, nothing else: the transaction says how the case stands, and what the system does by itself in a
 * stage is told in `stages/`. Acts are only announced here; they were kept in the database before.
 */
export async function listingCase({ caseId, clockOffsetMs }: ListingCaseInput): Promise<void> {
  let offsetMs = clockOffsetMs;
  // Every reason to look at the case takes a ticket; a look settles all tickets taken before it.
  let tickets = 1;
  let settled = 0;
  let updatesWaiting = 0;
  let working = false;
  let firstStage: string | null = null;
  const present: { standing: CaseStanding | null } = { standing: null };

  const alarm = keepAlarm(() => {
    tickets += 1;
  });
  const isIdle = (): boolean => !working && settled === tickets && !hasWork(present.standing);
  const untilSettled = async (isDone: () => boolean = () => true): Promise<void> => {
    tickets += 1;
    const ticket = tickets;
    updatesWaiting += 1;
    await condition(() => settled >= ticket && isDone());
  };
  setHandler(actUpdate, async () => untilSettled());
  setHandler(moveClockUpdate, async (move) => {
    offsetMs = Math.max(offsetMs, move.offsetMs);
    await untilSettled(isIdle);
  });
  setHandler(lookAgainSignal, () => {
    tickets += 1;
  });

  const take = (next: CaseStanding): void => {
    if (firstStage !== next.stage) {
      upsertSearchAttributes([{ key: CASE_STAGE, value: next.stage }]);
    }
    firstStage ??= next.stage;
    present.standing = next;
    alarm.set(next.nextDueAt === null ? null : Date.parse(next.nextDueAt) - offsetMs);
  };
  const steps: Steps = {
    makePapers: async () => take(await renderPapers(caseId)),
    publish: async () => take(await openPublications(caseId)),
  };
  const work = async (stage: string): Promise<void> => {
    working = true;
    await followStage(stage, steps, () => present.standing);
    working = false;
  };

  for (;;) {
    await condition(() => settled < tickets || (!working && hasWork(present.standing)));
    const answersUpdate = updatesWaiting > 0;
    if (settled < tickets) {
      const upTo = tickets;
      updatesWaiting = 0;
      const next = await settleCase(caseId);
      take(next);
      if (!next.more) settled = upTo;
    }
    const { standing } = present;
    if (standing === null) continue;
    if (!working && hasWork(standing)) void work(standing.stage);
    if (standing.stage === "closed" && isIdle()) break;
    // A run ends only in a task that answers nobody: an answer given in the same task can be lost.
    if (!answersUpdate && isIdle() && allHandlersFinished() && mayRoll(firstStage, standing)) {
      alarm.stop();
      await continueAsNew<typeof listingCase>({ caseId, clockOffsetMs: offsetMs });
    }
  }
  alarm.stop();
  await condition(allHandlersFinished);
}

function hasWork(standing: CaseStanding | null): boolean {
  if (standing === null) return false;
  return standing.papersToRender > 0 || standing.versionToPublish !== null;
}

/** Runs are short: a new one at the boundary of a stage, and at the latest after thirty days. */
function mayRoll(firstStage: string | null, standing: CaseStanding): boolean {
  const info = workflowInfo();
  const ageMs = Date.now() - info.runStartTime.getTime();
  return (
    firstStage !== standing.stage || ageMs >= LONGEST_WAIT_MS || info.continueAsNewSuggested
  );
}
