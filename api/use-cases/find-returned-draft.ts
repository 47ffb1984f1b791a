import { replay } from "../../domain/case-file/evolve.ts";
import type { CaseEvent, CaseEventType } from "../../domain/case-file/events.ts";
import type { CaseFile } from "../../domain/case-file/state.ts";

/**
 * The case as it stood when its draft was last sent back (上次退回时的草稿), so that a reviewer can see what was changed since. Null
 * where the present draft was never sent back: the draft of a decision has nothing to do with that of the notice.
 */
export function findReturnedDraft(events: readonly CaseEvent[]): CaseFile | null {
  const noticeOut = events.findIndex(
    (event) => event.type === "PaperIssued" && event.paper.kind === "prior-notice",
  );
  const last = events.findLastIndex((event) => BACK_TO_DRAFT.includes(event.type));
  return last === -1 || last < noticeOut ? null : replay(events.slice(0, last));
}

/** With these a draft goes back to its officer. */
const BACK_TO_DRAFT: readonly CaseEventType[] = [
  "ReviewReturned",
  "ReviewRefused",
  "ReturnedFromSignOff",
];
