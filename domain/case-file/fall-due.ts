import { TERMS } from "../deadlines/terms.ts";
import { issuePaper } from "./issue-paper.ts";
import { serve } from "./acts/service.ts";
import { removeParty } from "./acts/removal.ts";
import { giveUpRestoration } from "./acts/restoration.ts";
import type { DecideContext } from "./context.ts";
import { stamp } from "./decide.ts";
import type { CaseEvent, CaseEventData } from "./events.ts";
import type { CaseFile, HeldDeadline } from "./state.ts";

/** The next clock at whose end something happens (下一个到期事项); periods that only inform never wake a case. */
export function findNextDeadline(file: CaseFile): HeldDeadline | undefined {
  return file.deadlines
    .filter((each) => each.status === "open" && TERMS[each.termId].onEnd !== "information")
    .reduce<HeldDeadline | undefined>(
      (first, each) => (first === undefined || each.dueAt < first.dueAt ? each : first),
      undefined,
    );
}

/**
 * What happens by itself when a clock has run out (期限届满), as of that moment and by standing authorization.
 *
 * The context's moment must be the deadline's own, however late it is processed.
 */
export function fallDue(
  file: CaseFile,
  deadline: HeldDeadline,
  context: DecideContext,
): readonly CaseEvent[] {
  return stamp(consequences(file, deadline, context), "system", context);
}

function consequences(
  file: CaseFile,
  deadline: HeldDeadline,
  context: DecideContext,
): readonly CaseEventData[] {
  const { deadlineId, termId } = deadline;
  const passed: CaseEventData = { type: "DeadlinePassed", deadlineId, late: false };
  switch (termId) {
    case "defense-window":
      return [passed, { type: "DefensePeriodEnded", reason: "expired" }];
    case "public-notice-service":
      return [passed, ...deemServed(file, deadline, context)];
    case "display-consent":
      return [passed, { type: "DisplayConsentEnded", because: "expired", remark: "" }];
    case "listing-end":
      return [passed, ...expire(file, deadline, context)];
    case "notice-service-start":
    case "decision":
    case "objection-answer":
    case "decision-service":
    case "publication":
    case "repair-acceptance":
    case "repair-decision":
    case "annulment-withdrawal":
    case "remedy-answer":
    case "remedy-answer-simplified":
      return [{ type: "DeadlinePassed", deadlineId, late: true }];
    case "hearing-request":
    case "hearing-notice":
    case "repair-earliest":
    case "reconsideration":
    case "litigation":
    case "criteria-comment":
      return [passed];
  }
}

function deemServed(
  file: CaseFile,
  deadline: HeldDeadline,
  context: DecideContext,
): readonly CaseEventData[] {
  const notice = file.serviceNotice;
  if (notice === null) return [];
  const service = {
    paperIds: notice.paperIds,
    method: "public-notice" as const,
    servedOn: deadline.endsOn,
    signatory: "",
    witness: "",
    remark: notice.place,
    evidenceId: notice.evidenceId,
  };
  return serve(file, service, context);
}

function expire(
  file: CaseFile,
  deadline: HeldDeadline,
  context: DecideContext,
): readonly CaseEventData[] {
  if (file.stage === "restoration") {
    const over = giveUpRestoration(file, "listing-over", "原列入期限已经届满", context);
    return withoutLifting(over, deadline);
  }
  const removal = removeParty(file, "expiry", "列入期限届满，依法自动移出", context);
  return [issuePaper(file, "removal-certificate", context), ...withoutLifting(removal, deadline)];
}

/** The clock that has just run out is not lifted as well. */
function withoutLifting(
  events: readonly CaseEventData[],
  { deadlineId }: HeldDeadline,
): readonly CaseEventData[] {
  return events.filter(
    (event) => event.type !== "DeadlineLifted" || event.deadlineId !== deadlineId,
  );
}
