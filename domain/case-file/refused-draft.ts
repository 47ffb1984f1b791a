import type { ProposedDecision } from "./content.ts";
import type { DecideContext } from "./context.ts";
import { refuseContent, type Decided } from "./judgement.ts";
import type { CaseFile } from "./state.ts";

type Digest = Pick<DecideContext, "digest">;

/** What a draft of the notice rests on, as one hash (告知草稿的摘要). */
export function digestNotice(file: CaseFile, { digest }: Digest): string {
  const { basisDocuments, grounds, measures } = file;
  return digest([basisDocuments, grounds, measures, evidenceIds(file)]);
}

/** The same of a drafted decision (拟办决定的摘要). */
export function digestProposal(
  { outcome, reasons, measures, removalConditions, removalProcedure }: ProposedDecision,
  file: CaseFile,
  { digest }: Digest,
): string {
  const content = [outcome, reasons, measures, removalConditions, removalProcedure];
  return digest([...content, file.answers, evidenceIds(file)]);
}

/** Refuses a draft that a reviewer has refused already: a second reviewer is not asked the same again (不得原样再报). */
export function refuseUnchanged(file: CaseFile, draftDigest: string): Decided | null {
  if (file.refusedDraft !== draftDigest) return null;
  return refuseContent(
    "法制审核已经不同意，事实、证据、依据和措施没有任何变动",
    "请补充或者更正后再提交；不具备条件的，请终止程序或者拟不予列入",
  );
}

function evidenceIds(file: CaseFile): readonly string[] {
  return file.evidence.map((each) => each.evidenceId);
}
