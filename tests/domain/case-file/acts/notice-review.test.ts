import { describe, expect, it } from "vitest";
import { findPaper } from "../../../../domain/case-file/state.ts";
import { act, judge } from "../../../support/case-builder.ts";
import { caseAt } from "../../../support/case-stages.ts";
import { eventTypes, expectContentRefusal } from "../../../support/judgements.ts";

const DAY = "2026-03-13";
const GIVEN = caseAt("notice-legal-review");

describe("reviewing the notice", () => {
  it("when it is approved, then the notice is issued to this party and has seven working days", () => {
    const command = { kind: "approve-notice", opinion: "同意" } as const;
    expect(eventTypes(judge(GIVEN, "legal-reviewer", DAY, command))).toEqual([
      "ReviewApproved",
      "PaperIssued",
      "PaperIssued",
      "DeadlineSet",
    ]);
    const { file } = act(GIVEN, "legal-reviewer", DAY, command);
    expect(file.stage).toBe("notice-service");
    expect(findPaper(file, "prior-notice")).toMatchObject({
      partyId: "party-1",
      issuedOn: DAY,
      number: null,
    });
    expect(file.deadlines).toMatchObject([
      { termId: "notice-service-start", endsOn: "2026-03-24", status: "open" },
    ]);
    expect(file.reviewers).toEqual(["reviewer"]);
  });

  it("when it is returned with reasons, then the draft is open again and holds them", () => {
    const { file } = act(GIVEN, "legal-reviewer", DAY, {
      kind: "return-notice",
      reasons: "证据不足",
    });
    expect(file).toMatchObject({ stage: "draft", returnReasons: "证据不足" });
    expect(findPaper(file, "prior-notice")).toBeUndefined();
  });

  it.each([
    [{ kind: "approve-notice", opinion: "同意" }, "approved", "同意"],
    [{ kind: "return-notice", reasons: "证据不足" }, "returned", "证据不足"],
  ] as const)(
    "%j leaves the reviewer's opinion as a paper in the file",
    (command, outcome, opinion) => {
      const { file } = act(GIVEN, "legal-reviewer", DAY, command);
      expect(findPaper(file, "legal-review-opinion")).toMatchObject({ issuedOn: DAY });
      expect(file.legalReviews).toEqual([{ subject: "notice", outcome, opinion, reviewedOn: DAY }]);
    },
  );

  it("when it is approved without a word, then that is refused", () => {
    const command = { kind: "approve-notice", opinion: " " } as const;
    expectContentRefusal(judge(GIVEN, "legal-reviewer", DAY, command), "未写明审核意见");
  });

  it("when it is returned without reasons, then that is refused", () => {
    const command = { kind: "return-notice", reasons: "  " } as const;
    expectContentRefusal(judge(GIVEN, "legal-reviewer", DAY, command), "退回未写明理由");
  });
});
