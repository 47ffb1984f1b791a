import { findConcededObjection } from "../../case-file/objection.ts";
import { findAnnullingRuling } from "../../case-file/remedy.ts";
import { STAGES_AFTER_PUBLICATION, type Stage } from "../../case-file/stages.ts";
import { cite } from "../../law/instruments.ts";
import { since, type ActKind, type Rule, type RuleSubject } from "../rule.ts";
import { bringsListingForward, LISTING_ACTS } from "../toward-listing.ts";

const AGAINST_REMOVAL: readonly ActKind[] = [
  "refuse-repair",
  "deny-repair",
  "hold-removal",
  "propose-restoration",
  "restore-listing",
];

/**
 * A listing whose basis was annulled is withdrawn (依据被撤销须撤回), within three working days when it is published.
 *
 * Nothing that would make or keep such a listing may be done; what ends it (granting repair, ending the procedure, signing the
 * annulment) stays open. The three days are read for penalty information and applied to listings by analogy.
 */
export const r36AnnulledBasis: Rule = {
  id: "R36",
  title: "依据文书或者列入决定被撤销的，不得列入或者继续列入",
  citations: [
    cite("wuzhou", "（九）"),
    cite("penaltyLaw", "第四十八条", "reading"),
    cite("piPenalties", "第十一条", "reading"),
  ],
  inForce: since("2021-07-15"),
  acts: [...LISTING_ACTS, ...AGAINST_REMOVAL],
  check: (subject) => {
    if (!keepsListing(subject)) return [];
    const toDo = describeWayOut(subject.file.stage);
    return findAnnulled(subject).map((missing) => ({ missing, toDo }));
  },
};

function describeWayOut(stage: Stage): string {
  if (stage === "restoration") return "请决定不予恢复列入，再签发撤销列入决定";
  return STAGES_AFTER_PUBLICATION.includes(stage)
    ? "请在三个工作日内签发撤销列入决定，并消除影响"
    : "请终止认定程序";
}

/** What fell away: documents that the finding rests on, or the decision itself by reconsideration or judgment. */
function findAnnulled({ file }: RuleSubject): readonly string[] {
  const documents = file.basisDocuments
    .filter((document) => document.annulledOn !== null)
    .map((document) => `认定依据文书（${document.number}）已被撤销`);
  const ruling = findAnnullingRuling(file.remedies);
  const conceded = findConcededObjection(file.objections);
  return [
    ...documents,
    ...(ruling === undefined ? [] : [`列入决定已被撤销、确认违法或者无效（${ruling.number}）`]),
    ...(conceded === undefined ? [] : ["经核实列入有误"]),
  ];
}

function keepsListing(subject: RuleSubject): boolean {
  return AGAINST_REMOVAL.includes(subject.act) || bringsListingForward(subject);
}
