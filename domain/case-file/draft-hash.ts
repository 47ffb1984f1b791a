import type { ProposedDecision } from "./content.ts";
import type { DecideContext } from "./context.ts";
import { replay } from "./evolve.ts";
import type { CaseEvent } from "./events.ts";
import type { CaseFile } from "./state.ts";

/** The hash of a drafted decision in its case, which the head names when signing (拟办决定的校验值). SHA-256 in hex. */
export function hashDraft(
  proposal: ProposedDecision,
  { caseId, version }: Pick<CaseFile, "caseId" | "version">,
  { digest }: Pick<DecideContext, "digest">,
): string {
  return digest([caseId, version, proposal]);
}

/** What the record says of the draft that a decision was signed for. */
export interface SignedDraft {
  /** The hash that the head named (签发时核对的校验值). */
  readonly signedHash: string;
  /** The same hash, computed once more from the draft as the record holds it. */
  readonly computedHash: string;
}

/** Finds the draft that a case's decision was signed for; null while none is signed. */
export function findSignedDraft(
  events: readonly CaseEvent[],
  context: Pick<DecideContext, "digest">,
): SignedDraft | null {
  const signed = events.findLast((event) => event.type === "DecisionSigned");
  if (signed === undefined) return null;
  const until = events.slice(0, events.indexOf(signed));
  const at = until.findLastIndex((event) => event.type === "DecisionProposed");
  const [proposed, before] = [until[at], replay(until.slice(0, at))];
  if (proposed?.type !== "DecisionProposed" || before === null) return null;
  return {
    signedHash: signed.draftHash,
    computedHash: hashDraft(proposed.proposal, before, context),
  };
}
