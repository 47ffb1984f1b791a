import { findRemedyFlaws, type RemedyFlaw } from "../../authorities/remedy-organs.ts";
import { printCitation } from "../../law/citation.ts";
import { cite } from "../../law/instruments.ts";
import { since, type ActKind, type Rule, type RuleSubject } from "../rule.ts";
import { DECISION_ACTS, findListingProposal } from "../toward-listing.ts";

/** The acts that issue a paper which states remedies, besides those of the listing decision. */
const OTHER_ACTS: readonly ActKind[] = [
  "refuse-repair",
  "deny-repair",
  "answer-objection",
  "sign-annulment",
  "restore-listing",
];

/**
 * What a paper says about remedies agrees with the law on who reconsiders (救济途径须合法).
 *
 * A paper that sends the party to the wrong door leaves the time for remedies open, and the party with none. The organ and the court stand
 * in the registry of authorities; nobody writes them into a paper by hand.
 */
export const r54LawfulRemedies: Rule = {
  id: "R54",
  title: "文书载明的行政复议机关和管辖法院须符合法定管辖",
  citations: [
    cite("reconsiderationLaw", "第二十四条"),
    cite("reconsiderationLaw", "第二十七条"),
    cite("reconsiderationLaw", "第二十八条"),
    cite("litigationLaw", "第十八条"),
  ],
  inForce: since("2024-01-01"),
  acts: [...DECISION_ACTS, ...OTHER_ACTS],
  check: (subject) => {
    if (!statesRemedies(subject)) return [];
    const { authority, pack } = subject.context;
    // What is not entered at all is R23's to say of a listing decision.
    const isSaid = (field: RemedyFlaw["field"]): boolean =>
      DECISION_ACTS.includes(subject.act) && authority[field].trim() === "";
    const flaws = findRemedyFlaws(authority, pack).filter(({ field }) => !isSaid(field));
    return flaws.map(({ problem, citation }) => ({
      missing: `${problem}（${printCitation(citation)}）`,
      toDo: "请本机关法制负责人或者牵头单位在“各机关的救济途径”中更正登记",
    }));
  },
};

function statesRemedies(subject: RuleSubject): boolean {
  return OTHER_ACTS.includes(subject.act) || findListingProposal(subject) !== null;
}
