import type { CommandOf } from "../commands.ts";
import type { DecideContext } from "../context.ts";
import { issuePaper } from "../issue-paper.ts";
import { refuseContent, type Decided } from "../judgement.ts";
import { digestNotice } from "../refused-draft.ts";
import { liftDeadline, setDeadline } from "../set-deadline.ts";
import { findPaper, type CaseFile } from "../state.ts";

/** Approves the notice (法制审核同意): it gets its number, and the days to serve it begin to run. */
export function approveNotice(
  command: CommandOf<"approve-notice">,
  file: CaseFile,
  context: DecideContext,
): Decided {
  if (command.opinion.trim() === "") return refuseNoOpinion();
  return [
    {
      type: "ReviewApproved",
      subject: "notice",
      opinion: command.opinion,
      upperConsentNeeded: false,
    },
    issuePaper(file, "prior-notice", context),
    issuePaper(file, "legal-review-opinion", context),
    setDeadline(file, "notice-service-start", context.today, context),
  ];
}

/** Returns the draft with reasons (退回补正). */
export function returnNotice(
  command: CommandOf<"return-notice">,
  file: CaseFile,
  context: DecideContext,
): Decided {
  if (command.reasons.trim() === "") return refuseContent("退回未写明理由", "请写明退回的理由");
  return [
    { type: "ReviewReturned", subject: "notice", reasons: command.reasons },
    issuePaper(file, "legal-review-opinion", context),
  ];
}

/** Refuses the intended listing (审核不同意): the officer ends the procedure, or comes with something new. */
export function refuseNotice(
  command: CommandOf<"refuse-notice">,
  file: CaseFile,
  context: DecideContext,
): Decided {
  const { reasons } = command;
  if (reasons.trim() === "") return refuseContent("不同意未写明理由", "请写明不同意的理由");
  const draftDigest = digestNotice(file, context);
  return [
    { type: "ReviewRefused", subject: "notice", reasons, draftDigest },
    issuePaper(file, "legal-review-opinion", context),
  ];
}

/**
 * Withdraws a notice because facts, grounds or measures must be put right (撤回告知): the draft is open again, is reviewed again, and the
 * party is told again, with a window of its own. The limits for answering what it has said already run on.
 */
export function withdrawNotice({ reasons }: CommandOf<"withdraw-notice">, file: CaseFile): Decided {
  if (reasons.trim() === "") return refuseContent("未写明撤回的理由", "请写明何处须更正");
  const notice = findPaper(file, "prior-notice");
  if (notice === undefined) throw new Error("a notice is withdrawn that was never made");
  return [
    ...RUN_FOR_NOTICE.flatMap((termId) => liftDeadline(file, termId)),
    { type: "NoticeWithdrawn", paperId: notice.paperId, reasons },
  ];
}

/** The clocks that a notice sets going. */
const RUN_FOR_NOTICE = [
  "notice-service-start",
  "public-notice-service",
  "defense-window",
  "hearing-request",
  "hearing-notice",
] as const;

/** An approval that says nothing could not be put on paper (法制审核意见书). */
export function refuseNoOpinion(): Decided {
  return refuseContent("未写明审核意见", "请写明对主体、事实、证据、依据、程序和措施的审核意见");
}
