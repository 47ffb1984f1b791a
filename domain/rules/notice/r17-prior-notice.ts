import { findNoticeService, findPaper } from "../../case-file/state.ts";
import { cite } from "../../law/instruments.ts";
import { since, type Rule } from "../rule.ts";
import { DECISION_ACTS, findProposal } from "../toward-listing.ts";

/**
 * Before a listing is decided, the party is told its grounds, its basis and its rights (决定前告知), and this must have reached
 * the party: only proven service counts. Reading the paper in the portal is not service unless electronic service was agreed in
 * writing (a reading).
 *
 * A decision not to list needs no notice.
 */
export const r17PriorNotice: Rule = {
  id: "R17",
  title: "作出列入决定前须告知事由、依据和权利",
  citations: [
    cite("wuzhou", "（九）"),
    cite("opinion49", "（八）", "verified-secondary"),
    cite("product", "在网上查看文书不等于送达", "reading"),
  ],
  inForce: since("2020-12-07"),
  acts: DECISION_ACTS,
  check: (subject) => {
    const { file } = subject;
    if (findProposal(subject)?.outcome === "not-list") return [];
    if (findPaper(file, "prior-notice") === undefined) {
      return [{ missing: "没有制发列入告知书", toDo: "请先提交法制审核并向当事人送达列入告知书" }];
    }
    if (findNoticeService(file) !== undefined) return [];
    return [
      {
        missing: "列入告知书没有送达当事人的证明",
        toDo: "请先送达列入告知书并登记送达回证，陈述申辩期限届满后再作决定",
      },
    ];
  },
};
