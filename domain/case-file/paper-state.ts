import type { PaperKind } from "../papers.ts";
import type { CaseFile, HeldPaper } from "./state.ts";

/** Whether a paper stands (文书效力): `replaced` by a newer one of its kind, or `annulled` with what it decided. */
export type PaperState = "valid" | "replaced" | "annulled";

/** Kinds of which a case has one in force; of the others each answers its own matter and goes on standing. */
const REPLACED_BY_NEXT: readonly PaperKind[] = [
  "prior-notice",
  "hearing-notice",
  "verification-result",
  "listing-decision",
  "repair-notice",
  "decision-not-to-list",
];

/** What has no effect without the listing. */
const FALLS_WITH_LISTING: readonly PaperKind[] = [
  "listing-decision",
  "repair-notice",
  "correction-decision",
  "restoration-decision",
];

/** Says whether a paper of the case stands today. */
export function stateOfPaper(file: CaseFile, { paperId, kind }: PaperOfCase): PaperState {
  if (isAnnulled(file, { paperId, kind })) return "annulled";
  const newest = file.papers.findLast((paper) => paper.kind === kind);
  const isOld = newest !== undefined && newest.paperId !== paperId;
  return isOld && REPLACED_BY_NEXT.includes(kind) ? "replaced" : "valid";
}

type PaperOfCase = Pick<HeldPaper, "paperId" | "kind">;

function isAnnulled(file: CaseFile, { paperId, kind }: PaperOfCase): boolean {
  const isOver = file.outcome === "withdrawn";
  if (FALLS_WITH_LISTING.includes(kind)) return file.removal?.by === "annulment" || isOver;
  if (kind === "prior-notice") return isOver || file.withdrawnNotice?.paperId === paperId;
  return kind === "removal-decision" && isRevokedRemoval(file, paperId);
}

/** A removal that was got by falsehood is revoked when the listing is restored; each granted repair has its decision, in the same order. */
function isRevokedRemoval(file: CaseFile, paperId: string): boolean {
  const decisions = file.papers.filter((paper) => paper.kind === "removal-decision");
  const repairs = file.repairs.filter(({ status }) => status === "granted" || status === "revoked");
  return repairs[decisions.findIndex((paper) => paper.paperId === paperId)]?.status === "revoked";
}
