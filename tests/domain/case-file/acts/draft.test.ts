import { describe, expect, it } from "vitest";
import { parseDay } from "../../../../domain/deadlines/calendar-day.ts";
import { act, inWorld, judge, openScene } from "../../../support/case-builder.ts";
import { BIDDING_LIMIT, evidenceOf, GROUNDS, ORDER_TO_PAY } from "../../../support/case-content.ts";
import { caseAt } from "../../../support/case-stages.ts";
import { eventTypes, expectContentRefusal } from "../../../support/judgements.ts";
import { withFile } from "../../../support/rule-check.ts";

const DAY = "2026-03-13";
const EMPTY = openScene(DAY);

describe("recording a basis document", () => {
  it("given its scan on file, when the order is recorded, then the case holds it", () => {
    const scanned = act(EMPTY, "case-officer", DAY, {
      kind: "attach-evidence",
      evidence: evidenceOf("order-scan"),
    });
    const scene = act(scanned, "case-officer", DAY, {
      kind: "record-basis-document",
      document: ORDER_TO_PAY,
    });
    expect(scene.file.basisDocuments).toEqual([{ ...ORDER_TO_PAY, annulledOn: null }]);
  });

  it("given a recorded document, when it is recorded again, then the newer entry stands alone", () => {
    const scene = act(caseAt("draft"), "case-officer", DAY, {
      kind: "record-basis-document",
      document: { ...ORDER_TO_PAY, number: "更正后的文号" },
    });
    expect(scene.file.basisDocuments.map((each) => each.number)).toEqual(["更正后的文号"]);
  });

  it("given no scan, when it is recorded, then it is refused", () => {
    const command = { kind: "record-basis-document", document: ORDER_TO_PAY } as const;
    expectContentRefusal(judge(EMPTY, "case-officer", DAY, command), "引用的证据不在本案卷中");
  });

  it("given an effective day before the issue, when it is recorded, then it is refused", () => {
    const document = { ...ORDER_TO_PAY, effectiveOn: parseDay("2026-03-01") };
    const command = { kind: "record-basis-document", document } as const;
    expectContentRefusal(
      judge(caseAt("draft"), "case-officer", DAY, command),
      "文书生效日早于作出日",
    );
  });
});

describe("attaching evidence", () => {
  it("given an empty case, when evidence is attached, then the case holds it", () => {
    const evidence = evidenceOf("payroll");
    const scene = act(EMPTY, "case-officer", DAY, { kind: "attach-evidence", evidence });
    expect(scene.file.evidence).toEqual([evidence]);
  });

  it("given the piece on file, when it is attached again, then it is refused", () => {
    const command = { kind: "attach-evidence", evidence: evidenceOf("payroll") } as const;
    expectContentRefusal(
      judge(caseAt("draft"), "case-officer", DAY, command),
      "同一份证据已在案卷中",
    );
  });
});

describe("stating grounds", () => {
  it("given the evidence, when grounds are stated, then they replace the earlier ones", () => {
    const grounds = { ...GROUNDS, reasons: "补充后的理由" };
    const scene = act(caseAt("draft"), "case-officer", DAY, { kind: "state-grounds", grounds });
    expect(scene.file.grounds).toEqual(grounds);
  });

  it.each([
    ["引用的证据不在本案卷中", { ...GROUNDS, criteria: [{ ...criterion(), evidenceIds: ["x"] }] }],
    ["未写明理由", { ...GROUNDS, reasons: " " }],
    ["有认定标准未写明事实", { ...GROUNDS, criteria: [{ ...criterion(), facts: "" }] }],
  ])("when the grounds are flawed (%s), then they are refused", (missing, grounds) => {
    const command = { kind: "state-grounds", grounds } as const;
    expectContentRefusal(judge(caseAt("draft"), "case-officer", DAY, command), missing);
  });
});

describe("choosing measures", () => {
  it("when measures are chosen, then they replace the earlier choice", () => {
    const without = act(caseAt("draft"), "case-officer", DAY, {
      kind: "choose-measures",
      measures: [],
    });
    expect(without.file.measures).toEqual([]);
  });

  it("when a measure is chosen twice, then it is refused", () => {
    const measures = [BIDDING_LIMIT, BIDDING_LIMIT];
    const command = { kind: "choose-measures", measures } as const;
    expectContentRefusal(judge(caseAt("draft"), "case-officer", DAY, command), "同一措施重复选择");
  });
});

describe("submitting for review", () => {
  const SUBMIT = { kind: "submit-for-review" } as const;

  it("given a full draft, when it is submitted, then the reviewer has it", () => {
    const scene = act(caseAt("draft"), "case-officer", DAY, SUBMIT);
    expect(scene.events.at(-1)?.type).toBe("SubmittedForReview");
    expect(scene.file.stage).toBe("notice-legal-review");
  });

  it("given no measures, when it is submitted, then it is refused", () => {
    const scene = withFile(caseAt("draft"), { measures: [] });
    expectContentRefusal(judge(scene, "case-officer", DAY, SUBMIT), "尚未选择失信惩戒措施");
  });

  it("given a list without criteria and no grounds, when it is submitted, then it is refused", () => {
    const scene = withFile(caseAt("draft"), { grounds: null });
    const world = { pack: { ...scene.world.pack, criteria: [] } };
    expectContentRefusal(judge(inWorld(scene, world), "case-officer", DAY, SUBMIT), "尚未填写事由");
  });

  it("given a character that no font has, when it is submitted, then field and code point are named", () => {
    const unprintable = [{ field: "当事人名称", codePoint: 0xe000 }];
    expectContentRefusal(
      judge(inWorld(caseAt("draft"), { unprintable }), "case-officer", DAY, SUBMIT),
      "“当事人名称”中有字库不能打印的字符 U+E000",
    );
  });

  it("given reasons of an earlier return, when it is submitted again, then they are cleared", () => {
    const returned = act(caseAt("notice-legal-review"), "legal-reviewer", DAY, {
      kind: "return-notice",
      reasons: "请补充证据",
    });
    expect(returned.file.returnReasons).toBe("请补充证据");
    expect(act(returned, "case-officer", DAY, SUBMIT).file.returnReasons).toBe("");
    expect(eventTypes(judge(returned, "case-officer", DAY, SUBMIT))).toEqual([
      "SubmittedForReview",
    ]);
  });
});

function criterion() {
  const [first] = GROUNDS.criteria;
  if (first === undefined) throw new Error("the grounds hold no criteria");
  return first;
}
