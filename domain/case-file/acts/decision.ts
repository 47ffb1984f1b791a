import type { CommandOf } from "../commands.ts";
import type { DecideContext } from "../context.ts";
import type { CaseEventData } from "../events.ts";
import { issuePaper } from "../issue-paper.ts";
import { refuseContent, type Decided } from "../judgement.ts";
import { hashDraft } from "../draft-hash.ts";
import { digestProposal, refuseUnchanged } from "../refused-draft.ts";
import { meetDeadline, setDeadline } from "../set-deadline.ts";
import type { CaseFile } from "../state.ts";
import { refuseNoOpinion } from "./notice-review.ts";

/** Drafts the decision (拟办决定) for legal review: to list, or not to list. */
export function proposeDecision(
  command: CommandOf<"propose-decision">,
  file: CaseFile,
  context: DecideContext,
): Decided {
  const { proposal } = command;
  if (proposal.reasons.trim() === "") {
    return refuseContent("未写明拟办理由", "请写明列入或不予列入的理由");
  }
  const unchanged = refuseUnchanged(file, digestProposal(proposal, file, context));
  if (unchanged !== null) return unchanged;
  const draftHash = hashDraft(proposal, file, context);
  return [{ type: "DecisionProposed", proposal, draftHash }];
}

/** Approves the drafted decision (法制审核同意决定). */
export function approveDecision(
  command: CommandOf<"approve-decision">,
  file: CaseFile,
  context: DecideContext,
): Decided {
  if (command.opinion.trim() === "") return refuseNoOpinion();
  return [
    {
      type: "ReviewApproved",
      subject: "decision",
      opinion: command.opinion,
      upperConsentNeeded: context.pack.upperConsent,
      ...(command.deliberation === true ? { deliberationNeeded: true } : {}),
    },
    issuePaper(file, "legal-review-opinion", context),
  ];
}

/** Returns the drafted decision with reasons (退回重新拟办). */
export function returnDecision(
  command: CommandOf<"return-decision">,
  file: CaseFile,
  context: DecideContext,
): Decided {
  if (command.reasons.trim() === "") return refuseContent("退回未写明理由", "请写明退回的理由");
  return [
    { type: "ReviewReturned", subject: "decision", reasons: command.reasons },
    issuePaper(file, "legal-review-opinion", context),
  ];
}

/** Refuses the drafted decision (审核不同意): another outcome, or something new, is needed. */
export function refuseDecision(
  command: CommandOf<"refuse-decision">,
  file: CaseFile,
  context: DecideContext,
): Decided {
  const { reasons } = command;
  if (reasons.trim() === "") return refuseContent("不同意未写明理由", "请写明不同意的理由");
  if (file.proposal === null) throw new Error("a decision under review has no draft");
  const draftDigest = digestProposal(file.proposal, file, context);
  return [
    { type: "ReviewRefused", subject: "decision", reasons, draftDigest },
    issuePaper(file, "legal-review-opinion", context),
  ];
}

/** Records the consent of the next higher authority, where the list asks for it (上级机关同意). */
export function recordUpperConsent(
  command: CommandOf<"record-upper-consent">,
  context: DecideContext,
): Decided {
  const { organ, number, consentedOn, evidence } = command;
  if (consentedOn > context.today) return refuseContent("同意日还没有到", "请核对日期");
  return [{ type: "UpperConsentRecorded", organ, number, consentedOn, evidence }];
}

/** Records how those in charge decided together on the draft (登记集体讨论), with the minutes. */
export function recordDeliberation(
  command: CommandOf<"record-deliberation">,
  file: CaseFile,
  context: DecideContext,
): Decided {
  const { heldOn, attendees, opinions, conclusion, evidence } = command;
  if (heldOn > context.today) return refuseContent("讨论日还没有到", "请核对日期");
  if (attendees.trim() === "" || opinions.trim() === "") {
    return refuseContent("未写明参加人员或者各人意见", "请写明参加讨论的人员和各人的意见");
  }
  const draftHash = file.proposal?.draftHash ?? "";
  const record = { heldOn, attendees, opinions, conclusion, draftHash };
  return [{ type: "DeliberationRecorded", record, evidence }];
}

/**
 * Signs the decision (签发). The head names the hash of the draft that was on the page: if the draft has changed since,
 * nothing is signed.
 */
export function signDecision(
  command: CommandOf<"sign-decision">,
  file: CaseFile,
  context: DecideContext,
): Decided {
  const { proposal } = file;
  if (proposal === null || proposal.draftHash !== command.draftHash) {
    return refuseContent("所看的草稿与现在的草稿不同", "请重新打开草稿，核对后再签发");
  }
  const signed: CaseEventData = {
    type: "DecisionSigned",
    outcome: proposal.outcome,
    signedOn: context.today,
    draftHash: command.draftHash,
  };
  const met = meetDeadline(file, "decision");
  const service = setDeadline(file, "decision-service", context.today, context);
  if (proposal.outcome === "not-list") {
    return [signed, ...met, issuePaper(file, "decision-not-to-list", context), service];
  }
  return [
    signed,
    ...met,
    issuePaper(file, "listing-decision", context),
    issuePaper(file, "repair-notice", context),
    service,
    setDeadline(file, "publication", context.today, context),
    setDeadline(file, "listing-end", context.today, context),
  ];
}

/** Sends the draft back from the head's desk with reasons (签发环节退回). */
export function returnFromSignOff(command: CommandOf<"return-from-sign-off">): Decided {
  if (command.reasons.trim() === "") return refuseContent("退回未写明理由", "请写明退回的理由");
  return [{ type: "ReturnedFromSignOff", reasons: command.reasons }];
}
