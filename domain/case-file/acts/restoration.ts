import type { CommandOf } from "../commands.ts";
import type { DecideContext } from "../context.ts";
import type { CaseDeadline, CaseEventData } from "../events.ts";
import { issuePaper } from "../issue-paper.ts";
import { refuseContent, type Decided } from "../judgement.ts";
import { findListingEnd, findRunningRestoration, type RestorationEnding } from "../restoration.ts";
import { liftDeadline, setDeadline } from "../set-deadline.ts";
import type { CaseFile, HeldDeadline } from "../state.ts";
import { closeIfConfirmed, takeUpAgain } from "./removal.ts";

/**
 * Proposes to restore a listing whose early removal was got by falsehood (拟恢复列入). The party is told first and may defend
 * itself. The clock of the listing runs on to its old end, so that nothing can last longer than it would have (R37).
 */
export function proposeRestoration(
  command: CommandOf<"propose-restoration">,
  file: CaseFile,
  context: DecideContext,
): Decided {
  const { reasons, evidence } = command;
  if (reasons.trim() === "") return refuseContent("未写明不实之处", "请写明何处不实、如何查实");
  if (evidence.length === 0) return refuseContent("没有证据", "请附上证明申请不实的材料");
  const granted = file.repairs.findLast((each) => each.status === "granted");
  const end = findListingEnd(file);
  if (granted === undefined || end === undefined) {
    return refuseContent("本案没有准予移出的修复申请", "无需办理");
  }
  const earlier = file.deadlines.filter((each) => each.termId === "listing-end").length;
  return [
    ...takeUpAgain(file),
    {
      type: "RestorationProposed",
      applicationId: granted.applicationId,
      proposedOn: context.today,
      reasons,
      evidence,
    },
    {
      type: "DeadlineSet",
      deadline: againAs(`listing-end/${String(earlier + 1)}`, end),
    },
    issuePaper(file, "restoration-notice", context),
  ];
}

/** The same clock under a new id: same days, same count. */
function againAs(deadlineId: string, held: HeldDeadline): CaseDeadline {
  const { termId, startsOn, endsOn, dueAt, length, unit } = held;
  const { provisional, calendarVersion, steps } = held;
  return {
    ...{ deadlineId, termId, startsOn, endsOn, dueAt, length, unit },
    ...{ provisional, calendarVersion, steps },
  };
}

/** Reviews the intended restoration (审核恢复列入): agrees or not, always with an opinion. */
export function reviewRestoration(
  command: CommandOf<"review-restoration">,
  file: CaseFile,
): Decided {
  const { agrees, opinion } = command;
  if (opinion.trim() === "") return refuseContent("未写明审核意见", "请写明审核意见");
  const running = findRunningRestoration(file);
  if (running === undefined || running.decidedOn !== null) return refuseDecided();
  if (running.defenseEnded === null) {
    return refuseContent("陈述申辩期限尚未结束", "请在期限届满后再审核");
  }
  return [{ type: "RestorationReviewed", agrees, opinion }];
}

/** Signs the decision that the listing stands again (恢复列入决定); it is shown once the decision is served. */
export function restoreListing(
  command: CommandOf<"restore-listing">,
  file: CaseFile,
  context: DecideContext,
): Decided {
  const { reasons } = command;
  if (reasons.trim() === "") return refuseContent("未写明恢复的理由", "请写明理由");
  if (findRunningRestoration(file)?.decidedOn != null) return refuseDecided();
  return [
    { type: "RestorationDecided", decidedOn: context.today, reasons },
    issuePaper(file, "restoration-decision", context),
    setDeadline(file, "decision-service", context.today, context),
    setDeadline(file, "publication", context.today, context),
  ];
}

/** Decides that the removal stands (不予恢复列入), with reasons and a word to the party. */
export function endRestoration(
  command: CommandOf<"end-restoration">,
  file: CaseFile,
  context: DecideContext,
): Decided {
  if (command.reasons.trim() === "") return refuseContent("未写明理由", "请写明理由");
  return giveUpRestoration(file, "not-proven", command.reasons, context);
}

/** What happens when a restoration comes to nothing: every clock of it stops, and the removal stands as it was. */
export function giveUpRestoration(
  file: CaseFile,
  because: RestorationEnding,
  reasons: string,
  context: DecideContext,
): readonly CaseEventData[] {
  return [
    ...STOPPED.flatMap((termId) => liftDeadline(file, termId)),
    { type: "RestorationEnded", because, reasons },
    issuePaper(file, "restoration-end-notice", context),
    ...(because === "basis-annulled" ? [] : closeIfConfirmed(file, context)),
  ];
}

const STOPPED = [
  "listing-end",
  "defense-window",
  "public-notice-service",
  "decision-service",
  "publication",
] as const;

function refuseDecided(): Decided {
  return refuseContent("恢复列入决定已经签发", "请送达决定书");
}
