import { describe, expect, it } from "vitest";
import { findPaper } from "../../../../domain/case-file/state.ts";
import { act, judge } from "../../../support/case-builder.ts";
import { caseAt } from "../../../support/case-stages.ts";
import { evidenceOf } from "../../../support/case-content.ts";
import { official } from "../../../support/case-world.ts";
import { ruleIdsOf } from "../../../support/rule-check.ts";
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

  it("when it is refused, then the same is not handed in again, but something new is", () => {
    const refused = act(GIVEN, "legal-reviewer", DAY, {
      kind: "refuse-notice",
      reasons: "数额没有达到标准",
    });
    expect(refused.file).toMatchObject({ stage: "draft", returnReasons: "数额没有达到标准" });
    expect(refused.file.legalReviews.at(-1)?.outcome).toBe("refused");
    expect(findPaper(refused.file, "legal-review-opinion")).toMatchObject({ issuedOn: DAY });
    const again = { kind: "submit-for-review" } as const;
    expectContentRefusal(
      judge(refused, "case-officer", DAY, again),
      "法制审核已经不同意，事实、证据、依据和措施没有任何变动",
    );
    const more = act(refused, "case-officer", DAY, {
      kind: "attach-evidence",
      evidence: evidenceOf("bank-statement"),
    });
    expect(act(more, "case-officer", DAY, again).file.stage).toBe("notice-legal-review");
    const ended = act(refused, "case-officer", DAY, { kind: "withdraw-case", reasons: "不符合" });
    expect(ended.file.outcome).toBe("withdrawn");
  });

  it("when it is refused without reasons, or by who worked on the case (R26), then that is refused", () => {
    const silent = { kind: "refuse-notice", reasons: " " } as const;
    expectContentRefusal(judge(GIVEN, "legal-reviewer", DAY, silent), "不同意未写明理由");
    const both = official(GIVEN.file.officerId, ["legal-reviewer"]);
    const own = judge(GIVEN, both, DAY, { kind: "refuse-notice", reasons: "不符合" });
    expect(ruleIdsOf(own)).toEqual(["R26"]);
  });
});
