import { allHandlersFinished, condition, continueAsNew } from "@temporalio/workflow";
import {
  answerMessages,
  beginRun,
  isOver,
  look,
  mayRoll,
  mayWork,
  mustLook,
  work,
} from "./case-run.ts";
import type { ListingCaseInput } from "./messages.ts";

/**
 * One case file from proposal to removal (案件主流程).
 *
 * It waits and puts steps in order, nothing else: the transaction says how the case stands, and what the system does by itself in a
 * stage is told in `stages/`. Acts are only announced here; they were kept in the database before.
 */
export async function listingCase(input: ListingCaseInput): Promise<void> {
  const run = beginRun(input);
  answerMessages(run);
  for (;;) {
    await condition(() => mustLook(run) || mayWork(run) || mayRoll(run));
    if (mustLook(run)) await look(run);
    if (mayWork(run)) void work(run);
    if (isOver(run)) break;
    if (mayRoll(run)) {
      run.alarm.stop();
      await continueAsNew<typeof listingCase>({ caseId: run.caseId, clockOffsetMs: run.offsetMs });
    }
  }
  run.alarm.stop();
  await condition(allHandlersFinished);
}
