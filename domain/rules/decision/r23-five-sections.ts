import { cite } from "../../law/instruments.ts";
import { since, type Rule } from "../rule.ts";
import { DECISION_ACTS, findListingProposal } from "../toward-listing.ts";

/**
 * The decision states grounds, basis, a hint at the measures, removal conditions and procedure, and remedies (决定书载明事项).
 *
 * Remedies must name the organs: a paper that leaves them out lets the time for remedies run on for a year.
 */
export const r23FiveSections: Rule = {
  id: "R23",
  title: "决定书须载明事由、依据、惩戒措施提示、移出条件和程序、救济措施",
  citations: [cite("wuzhou", "（九）"), cite("penaltyLaw", "第五十九条", "reading")],
  inForce: since("2022-03-24"),
  acts: DECISION_ACTS,
  check: (subject) => {
    const proposal = findListingProposal(subject);
    if (proposal === null) return [];
    const { file, context } = subject;
    const { authority, pack } = context;
    const sections: readonly (readonly [string, boolean])[] = [
      ["事由", isWritten(file.grounds?.reasons) && isWritten(proposal.reasons)],
      ["依据", file.basisDocuments.length > 0 && pack.legalBasis.length > 0],
      ["失信惩戒措施提示", proposal.measures.length > 0],
      ["移出条件", isWritten(proposal.removalConditions)],
      ["移出程序", isWritten(proposal.removalProcedure)],
      ["救济措施中的复议机关", isWritten(authority.reconsiderationOrgan)],
      ["救济措施中的管辖法院", isWritten(authority.court)],
    ];
    return sections
      .filter(([, isGiven]) => !isGiven)
      .map(([section]) => ({
        missing: `决定书没有载明${section}`,
        toDo: section.startsWith("救济")
          ? "请牵头单位在机关登记中补充复议机关和管辖法院的名称"
          : `请在拟办决定中补充${section}`,
      }));
  },
};

function isWritten(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== "";
}
