import { printDay } from "../deadlines/calendar-day.ts";
import { TERMS } from "../deadlines/terms.ts";
import { findNextDeadline } from "./fall-due.ts";
import type { Message, MessageTo } from "./follow-ups.ts";
import { findOpenRepair, type CaseFile } from "./state.ts";

/** Who is reminded that a clock of the case runs out soon, and in which words (临期提醒); null where nobody has to do anything by it. */
export function remindOfNextDeadline(
  file: CaseFile,
): { readonly deadlineId: string; readonly message: Message } | null {
  const next = findNextDeadline(file);
  if (next === undefined) return null;
  const to = findResponsible(next.termId, file);
  if (to === null) return null;
  const text = `“${TERMS[next.termId].title}”即将届满，最后一日为${printDay(next.endsOn)}`;
  return { deadlineId: next.deadlineId, message: { to, text } };
}

function findResponsible(
  termId: NonNullable<ReturnType<typeof findNextDeadline>>["termId"],
  file: CaseFile,
): MessageTo | null {
  switch (TERMS[termId].onEnd) {
    case "information":
    case "removes":
      return null;
    case "hides":
      return "party";
    case "opens-next-stage":
      // The window of the defense is the party's; that of a public notice nobody has to keep.
      return termId === "defense-window" ? "party" : null;
    case "alarm":
      return isHeads(termId, file) ? "head" : "case-officer";
  }
}

/** What waits for the head's signature is the head's to keep. */
function isHeads(termId: string, file: CaseFile): boolean {
  if (termId === "annulment-withdrawal") return true;
  return termId === "repair-decision" && findOpenRepair(file)?.status === "accepted";
}
