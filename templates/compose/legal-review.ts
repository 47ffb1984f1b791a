import type { CaseFile, LegalReview } from "../../domain/case-file/state.ts";
import { findPaper } from "../../domain/case-file/state.ts";
import type { CalendarDay } from "../../domain/deadlines/calendar-day.ts";
import { paperTitle } from "../../domain/papers.ts";
import { RULES } from "../../domain/rules/index.ts";
import { isInForce } from "../../domain/rules/rule.ts";
import type { LegalReviewOpinionData } from "../papers/legal-review-opinion/data.ts";
import * as shared from "./shared.ts";
import type { PaperSubject } from "./subject.ts";

const APPROVALS = { notice: "approve-notice", decision: "approve-decision" } as const;

/** 法制审核意见书, of the newest review. */
export function composeLegalReviewOpinion(subject: PaperSubject): LegalReviewOpinionData {
  const { file, pack } = subject;
  const review = file.legalReviews.at(-1);
  if (review === undefined) throw new Error("nothing of this case was reviewed");
  const points = listPoints(review, review.reviewedOn);
  return {
    ...shared.composeCommon(subject),
    listName: pack.listName,
    submission: nameSubmission(review, file),
    points,
    checkResult: printCheck(review, points.length),
    opinion: review.opinion.split(/\n+/).filter((line) => line.trim() !== ""),
    conclusion: CONCLUSIONS[review.outcome],
    reviewer: subject.issuedBy,
    reviewedOn: review.reviewedOn,
  };
}

const CONCLUSIONS: Readonly<Record<LegalReview["outcome"], string>> = {
  approved: "同意",
  returned: "退回补正",
  refused: "不同意",
};

function printCheck({ outcome }: LegalReview, points: number): string {
  switch (outcome) {
    case "approved":
      return `系统对上列${String(points)}项逐项核对，未发现不符合的情形`;
    case "returned":
      return "审核人员认为送审文书须补正，问题见审核意见";
    case "refused":
      return "审核人员认为本案不符合列入条件或者程序要求，理由见审核意见";
  }
}

/** The duties of the law that approval must obey on that day: what the reviewer and the system looked at. */
function listPoints(review: LegalReview, day: CalendarDay): readonly string[] {
  const act = APPROVALS[review.subject];
  return RULES.filter((rule) => rule.acts.includes(act) && isInForce(rule, day)).map(
    (rule) => `${rule.title}（${shared.printCitations(rule.citations)}）`,
  );
}

function nameSubmission(review: LegalReview, file: CaseFile): string {
  if (review.subject === "notice") return `《${paperTitle("prior-notice")}》草稿`;
  const notice = findPaper(file, "prior-notice");
  const answered = notice?.number == null ? "" : `（告知书文号：${notice.number}）`;
  const kind = file.proposal?.outcome === "not-list" ? "decision-not-to-list" : "listing-decision";
  return `《${paperTitle(kind)}》草稿${answered}`;
}
