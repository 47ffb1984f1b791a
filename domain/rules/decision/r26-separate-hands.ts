import { cite } from "../../law/instruments.ts";
import { since, type ActKind, type Broken, type Rule, type RuleSubject } from "../rule.ts";

/**
 * Investigating, reviewing and deciding are in separate hands (查、审、决分离).
 *
 * A legal reviewer has never worked on the case; the head who signs has neither worked on it nor reviewed it. The same reviewer
 * may see notice and decision: reviewing is not working on the case (a reading). Nothing is signed without legal review (a
 * reading), and a reviewer who later does the officer's work has not reviewed.
 */
export const r26SeparateHands: Rule = {
  id: "R26",
  title: "承办、审核、签发人员分离",
  citations: [
    cite("penaltyLaw", "第四十三条", "reading"),
    cite("penaltyLaw", "第五十八条", "reading"),
    cite("penaltyLaw", "第六十四条", "reading"),
    cite("product", "未经法制审核不得签发；同一审核人可以先后审核告知和决定", "reading"),
  ],
  inForce: since("2021-07-15"),
  acts: [
    "approve-notice",
    "refuse-notice",
    "approve-decision",
    "refuse-decision",
    "sign-decision",
    "grant-repair",
    "deny-repair",
    "sign-annulment",
    "answer-objection",
    "review-restoration",
    "restore-listing",
    "end-restoration",
    "hand-over-case",
    "answer-officer-objection",
  ],
  check: (subject) => {
    if (HAND_OVERS.includes(subject.act)) return findReviewingOfficer(subject);
    if (REVIEWS.includes(subject.act))
      return findOwnWork(subject, "法制审核", "请由没有办理过本案的审核人员审核");
    return [
      ...findOwnWork(subject, "签发", "请由没有办理过本案的负责人签发"),
      ...(SIGNED_AFTER_REVIEW.includes(subject.act) ? findReviewFlaws(subject) : []),
      ...(SIGNED_AFTER_REVIEW.includes(subject.act) ? findOpenObjection(subject) : []),
    ];
  },
};

const REVIEWS: readonly ActKind[] = [
  ...(["approve-notice", "refuse-notice", "approve-decision", "refuse-decision"] as const),
  "review-restoration",
];
const SIGNED_AFTER_REVIEW: readonly ActKind[] = ["sign-decision", "restore-listing"];

const HAND_OVERS: readonly ActKind[] = ["hand-over-case", "answer-officer-objection"];

/** Nothing is signed while it is open whether the officer had to withdraw. */
function findOpenObjection({ file }: RuleSubject): readonly Broken[] {
  if (file.officerObjection === null) return [];
  return [{ missing: "承办人是否回避尚未决定", toDo: "请先对回避申请作出决定" }];
}

/** Who reviewed the case cannot become its officer. */
function findReviewingOfficer({ command, file }: RuleSubject): readonly Broken[] {
  const isHandOver =
    command?.kind === "hand-over-case" || command?.kind === "answer-officer-objection";
  const officerId = isHandOver ? command.officerId : null;
  if (officerId === null || !file.reviewers.includes(officerId)) return [];
  return [{ missing: "所选人员审核过本案，不能承办本案", toDo: "请移交给没有审核过本案的承办人" }];
}

function findOwnWork(subject: RuleSubject, act: string, toDo: string): readonly Broken[] {
  const { file, context } = subject;
  const { userId } = context.actor;
  const worked = userId === file.officerId || file.contributors.includes(userId);
  return worked ? [{ missing: `您办理过本案，不能对本案${act}`, toDo }] : [];
}

function findReviewFlaws({ file, context }: RuleSubject): readonly Broken[] {
  const last = file.reviewers.at(-1);
  const broken: Broken[] = [];
  if (last === undefined || file.contributors.includes(last)) {
    broken.push({
      missing: "本案决定没有经未办理过本案的人员法制审核",
      toDo: "请退回拟办，重新提交法制审核",
    });
  }
  if (file.reviewers.includes(context.actor.userId)) {
    broken.push({
      missing: "您审核过本案，不能再签发本案决定",
      toDo: "请由没有审核过本案的负责人签发",
    });
  }
  return broken;
}
