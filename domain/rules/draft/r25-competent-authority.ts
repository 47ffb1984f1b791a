import { AUTHORITY_LEVEL_TITLES } from "../../glossary.ts";
import { cite } from "../../law/instruments.ts";
import { since, type Broken, type Rule, type RuleSubject } from "../rule.ts";
import { bringsListingForward, findListingProposal, LISTING_ACTS } from "../toward-listing.ts";

/**
 * Lists are decided by departments of a county or above that are competent for the matter (县级以上部门认定).
 *
 * Special competence below the county can come from a law, a regulation or a ministry's rule, never from a notice (a reading);
 * the pack then names that level. Where the list asks for the consent of the next higher authority, it must be on file before
 * the signature.
 */
export const r25CompetentAuthority: Rule = {
  id: "R25",
  title: "由有权的县级以上部门认定",
  citations: [
    cite("wuzhou", "（九）"),
    cite("product", "县级以下的特别职权须由法律、法规或者部门规章赋予", "reading"),
  ],
  inForce: since("2022-03-24"),
  acts: ["open-case", ...LISTING_ACTS],
  check: (subject) =>
    bringsListingForward(subject) ? [...findIncompetence(subject), ...findNoConsent(subject)] : [],
};

function findIncompetence({ context, file }: RuleSubject): readonly Broken[] {
  const { authority, pack } = context;
  const broken: Broken[] = [];
  if (!pack.competentLevels.includes(authority.level)) {
    const levels = pack.competentLevels.map((level) => AUTHORITY_LEVEL_TITLES[level]).join("、");
    broken.push({
      missing: `${authority.name}为${AUTHORITY_LEVEL_TITLES[authority.level]}一级，无权认定“${pack.listName}”`,
      toDo: `请移送有权机关（${levels}一级的主管部门）办理`,
    });
  }
  if (!authority.competentLists.includes(pack.listId)) {
    broken.push({
      missing: `“${pack.listName}”不在${authority.name}的认定职权之内`,
      toDo: "请移送有管辖权的机关；职权登记有误的，请牵头单位更正",
    });
  }
  if (file.authorityId !== authority.authorityId) {
    broken.push({ missing: "本案不由该机关管辖", toDo: "请由立案机关办理" });
  }
  return broken;
}

function findNoConsent(subject: RuleSubject): readonly Broken[] {
  const { act, file, context } = subject;
  const needed = act === "sign-decision" && findListingProposal(subject) !== null;
  if (!needed || !context.pack.upperConsent || file.upperConsent !== null) return [];
  return [
    {
      missing: "本名单须经上一级机关同意，案卷中没有同意文书",
      toDo: "请先报上一级机关，取得同意并登记后再签发",
    },
  ];
}
