import type { CommandOf } from "../commands.ts";
import type { DecideContext } from "../context.ts";
import { issuePaper } from "../issue-paper.ts";
import { refuseContent, type Decided } from "../judgement.ts";
import { setDeadline } from "../set-deadline.ts";
import type { CaseFile } from "../state.ts";

/** Approves the notice (法制审核同意): it gets its number, and the days to serve it begin to run. */
export function approveNotice(
  command: CommandOf<"approve-notice">,
  file: CaseFile,
  context: DecideContext,
): Decided {
  return [
    {
      type: "ReviewApproved",
      subject: "notice",
      opinion: command.opinion,
      upperConsentNeeded: false,
    },
    issuePaper(file, "prior-notice", context),
    setDeadline(file, "notice-service-start", context.today, context),
  ];
}

/** Returns the draft with reasons (退回补正). */
export function returnNotice(command: CommandOf<"return-notice">): Decided {
  if (command.reasons.trim() === "") return refuseContent("退回未写明理由", "请写明退回的理由");
  return [{ type: "ReviewReturned", subject: "notice", reasons: command.reasons }];
}
