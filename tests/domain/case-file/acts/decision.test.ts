import { describe, expect, it } from "vitest";
import { parseDay } from "../../../../domain/deadlines/calendar-day.ts";
import { findPaper } from "../../../../domain/case-file/state.ts";
import { act, inWorld, judge } from "../../../support/case-builder.ts";
import { DECISION_TO_LIST, evidenceOf } from "../../../support/case-content.ts";
import { caseAt, notListed, sign } from "../../../support/case-stages.ts";
import { eventTypes, expectContentRefusal } from "../../../support/judgements.ts";

const VERIFIED = caseAt("verification");
const TO_LIST = { kind: "propose-decision", proposal: DECISION_TO_LIST } as const;

describe("proposing a decision", () => {
  it("when it is proposed, then the reviewer has it and the draft has a hash of its own", () => {
    const first = act(VERIFIED, "case-officer", "2026-03-25", TO_LIST);
    expect(first.file.stage).toBe("decision-legal-review");
    expect(first.file.proposal?.draftHash).toMatch(/^[0-9a-f]{64}$/);
    const returned = act(first, "legal-reviewer", "2026-03-25", {
      kind: "return-decision",
      reasons: "请补充理由",
    });
    const second = act(returned, "case-officer", "2026-03-25", TO_LIST);
    expect(second.file.proposal?.draftHash).not.toBe(first.file.proposal?.draftHash);
  });

  it("when it gives no reasons, then it is refused", () => {
    const proposal = { ...DECISION_TO_LIST, outcome: "not-list", reasons: " " } as const;
    const command = { kind: "propose-decision", proposal } as const;
    expectContentRefusal(judge(VERIFIED, "case-officer", "2026-03-25", command), "未写明拟办理由");
  });

  it("when a character of it has no glyph, then field and code point are named", () => {
    const scene = inWorld(VERIFIED, { unprintable: [{ field: "理由", codePoint: 0x1f600 }] });
    expectContentRefusal(
      judge(scene, "case-officer", "2026-03-25", TO_LIST),
      "“理由”中有字库不能打印的字符 U+1F600",
    );
  });
});

describe("reviewing the decision", () => {
  const GIVEN = caseAt("decision-legal-review");

  it("when it is approved, then it lies on the head's desk", () => {
    const { file } = act(GIVEN, "legal-reviewer", "2026-03-26", {
      kind: "approve-decision",
      opinion: "同意",
    });
    expect(file.stage).toBe("sign-off");
    expect(file.reviewers).toEqual(["reviewer", "reviewer"]);
    expect(file.legalReviews.at(-1)).toMatchObject({ subject: "decision", outcome: "approved" });
    expect(findPaper(file, "legal-review-opinion")?.issuedOn).toBe("2026-03-26");
  });

  it("when it is approved without a word, then that is refused", () => {
    const command = { kind: "approve-decision", opinion: "" } as const;
    expectContentRefusal(judge(GIVEN, "legal-reviewer", "2026-03-26", command), "未写明审核意见");
  });

  it("when the list asks for consent from above, then that comes first", () => {
    const { file } = caseAt("upper-consent");
    expect(file.stage).toBe("upper-consent");
  });

  it("when it is returned with reasons, then it is verified again", () => {
    const { file } = act(GIVEN, "legal-reviewer", "2026-03-26", {
      kind: "return-decision",
      reasons: "请补充理由",
    });
    expect(file).toMatchObject({ stage: "verification", returnReasons: "请补充理由" });
    expect(file.papers.at(-1)).toMatchObject({ kind: "legal-review-opinion" });
  });

  it("when it is refused, then the same is not proposed again, but the other outcome is", () => {
    const refused = act(GIVEN, "legal-reviewer", "2026-03-26", {
      kind: "refuse-decision",
      reasons: "欠薪数额有误",
    });
    expect(refused.file.stage).toBe("verification");
    expectContentRefusal(
      judge(refused, "case-officer", "2026-03-26", TO_LIST),
      "法制审核已经不同意，事实、证据、依据和措施没有任何变动",
    );
    const proposal = { ...DECISION_TO_LIST, outcome: "not-list", reasons: "数额未达标准" } as const;
    const other = { kind: "propose-decision", proposal } as const;
    expect(judge(refused, "case-officer", "2026-03-26", other).kind).toBe("accepted");
    const silent = { kind: "refuse-decision", reasons: "" } as const;
    expectContentRefusal(judge(GIVEN, "legal-reviewer", "2026-03-26", silent), "不同意未写明理由");
  });

  it("when it is returned without reasons, then that is refused", () => {
    const command = { kind: "return-decision", reasons: "" } as const;
    expectContentRefusal(judge(GIVEN, "legal-reviewer", "2026-03-26", command), "退回未写明理由");
  });
});

describe("recording the consent from above", () => {
  const CONSENT = {
    kind: "record-upper-consent",
    organ: "【虚构】梧州市人力资源和社会保障局",
    number: "梧人社函〔2026〕1号",
    consentedOn: parseDay("2026-03-26"),
    evidence: evidenceOf("consent-letter"),
  } as const;

  it("when it is recorded, then the head may sign and the letter is on file", () => {
    const { file } = act(caseAt("upper-consent"), "case-officer", "2026-03-26", CONSENT);
    expect(file.stage).toBe("sign-off");
    expect(file.upperConsent).toEqual({ organ: CONSENT.organ, number: CONSENT.number });
    expect(file.evidence.map((each) => each.evidenceId)).toContain("consent-letter");
  });

  it("when its day is in the future, then it is refused", () => {
    const command = { ...CONSENT, consentedOn: parseDay("2026-03-27") };
    expectContentRefusal(
      judge(caseAt("upper-consent"), "case-officer", "2026-03-26", command),
      "同意日还没有到",
    );
  });
});

describe("signing the decision", () => {
  it("when a listing is signed, then both papers are issued and three clocks run", () => {
    const given = caseAt("sign-off");
    const draftHash = given.file.proposal?.draftHash ?? "";
    const judgement = judge(given, "head", "2026-03-27", { kind: "sign-decision", draftHash });
    expect(eventTypes(judgement)).toEqual([
      "DecisionSigned",
      "PaperIssued",
      "PaperIssued",
      "DeadlineSet",
      "DeadlineSet",
      "DeadlineSet",
    ]);
    const { file } = sign(given, "2026-03-27");
    expect(file.decision).toEqual({ outcome: "list", signedOn: "2026-03-27", signedBy: "head" });
    expect(file.papers.slice(-2).map((paper) => paper.kind)).toEqual([
      "listing-decision",
      "repair-notice",
    ]);
    const days = Object.fromEntries(file.deadlines.map((each) => [each.termId, each.endsOn]));
    expect(days).toMatchObject({
      "decision-service": "2026-04-08",
      publication: "2026-04-08",
      "listing-end": "2029-03-27",
    });
  });

  it("when it is not to list, then one paper is issued and nothing is to be published", () => {
    const { file } = notListed();
    expect(file).toMatchObject({ stage: "decision-service", outcome: "not-listed" });
    expect(file.papers.at(-1)?.kind).toBe("decision-not-to-list");
    expect(file.deadlines.map((each) => each.termId)).not.toContain("publication");
  });

  it("when the head saw another draft, then nothing is signed", () => {
    const command = { kind: "sign-decision", draftHash: "0".repeat(64) } as const;
    expectContentRefusal(
      judge(caseAt("sign-off"), "head", "2026-03-27", command),
      "所看的草稿与现在的草稿不同",
    );
  });

  it("when the head returns it with reasons, then it is verified again", () => {
    const { file } = act(caseAt("sign-off"), "head", "2026-03-27", {
      kind: "return-from-sign-off",
      reasons: "请核对措施",
    });
    expect(file).toMatchObject({ stage: "verification", returnReasons: "请核对措施" });
  });

  it("when the head returns it without reasons, then that is refused", () => {
    const command = { kind: "return-from-sign-off", reasons: "" } as const;
    expectContentRefusal(
      judge(caseAt("sign-off"), "head", "2026-03-27", command),
      "退回未写明理由",
    );
  });
});
