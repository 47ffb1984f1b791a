import type { ProposedDecision } from "../case-file/content.ts";
import type { ActKind, RuleSubject } from "./rule.ts";

/** The acts that bring a listing forward (推进列入的办理), from the finished draft to the signature. */
export const LISTING_ACTS: readonly ActKind[] = [
  "submit-for-review",
  "approve-notice",
  "propose-decision",
  "approve-decision",
  "sign-decision",
];

/** The acts in which a decision takes shape (形成决定的办理). */
export const DECISION_ACTS: readonly ActKind[] = [
  "propose-decision",
  "approve-decision",
  "sign-decision",
];

/** The decision that the act is about (所涉拟办决定): the one handed in, or the one on the table; null where there is none yet. */
export function findProposal({ act, command, file }: RuleSubject): ProposedDecision | null {
  if (command?.kind === "propose-decision") return command.proposal;
  return act === "approve-decision" || act === "sign-decision" ? file.proposal : null;
}

/**
 * The decision to list that the act is about (拟列入的决定); null where it is one not to list. What would end well for the party
 * is never held up by a duty that protects the party.
 */
export function findListingProposal(subject: RuleSubject): ProposedDecision | null {
  const proposal = findProposal(subject);
  return proposal?.outcome === "list" ? proposal : null;
}

/** Whether the act brings a listing forward: drafts always do, decisions where they are to list. */
export function bringsListingForward(subject: RuleSubject): boolean {
  if (DECISION_ACTS.includes(subject.act)) return findListingProposal(subject) !== null;
  return subject.act === "open-case" || LISTING_ACTS.includes(subject.act);
}
