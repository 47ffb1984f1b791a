import { describe, expect, it } from "vitest";
import type { Command, CommandOf } from "../../../../domain/case-file/commands.ts";
import { MEASURE_CATALOG } from "../../../../domain/measures/catalog.ts";
import { makeListingRecord } from "../../../../domain/publication/listing-record.ts";
import { act, judge, letPass, type Scene } from "../../../support/case-builder.ts";
import { caseAt } from "../../../support/case-stages.ts";
import { withFile } from "../../../support/rule-check.ts";
import { findOpenObjections } from "../../../../domain/case-file/objection.ts";
import { COUNTY_AUTHORITY, WAGES_PACK } from "../../../support/case-world.ts";
import { sampleCommand } from "../../../support/sample-commands.ts";

type Verify = CommandOf<"verify-objection">;

const FILED = "2026-05-11";

function disputed(start: Scene = caseAt("published"), day = FILED): Scene {
  return act(start, "party", day, sampleCommand("object-to-record", start, day));
}

/** What the decision of a case says now, with a change. */
function verifyWith(scene: Scene, change: Partial<Verify>, corrected = {}): Verify {
  const { grounds, proposal } = scene.file;
  return {
    kind: "verify-objection",
    outcome: "stands",
    findings: "经核对工资台账，数额无误",
    corrected: {
      grounds: grounds?.reasons ?? "",
      removalConditions: proposal?.removalConditions ?? "",
      removalProcedure: proposal?.removalProcedure ?? "",
      keptMeasureIds: (proposal?.measures ?? []).map((each) => each.rowId),
      ...corrected,
    },
    evidence: [],
    ...change,
  };
}

function verified(change: Partial<Verify> = {}, corrected = {}, start = disputed()): Scene {
  return act(start, "case-officer", "2026-05-13", verifyWith(start, change, corrected));
}

function answered(scene: Scene, day = "2026-05-14"): Scene {
  return act(scene, "head", day, { kind: "answer-objection", reasons: "同意核实意见" });
}

function missingOf(scene: Scene, by: "head" | "case-officer" | "party", command: Command) {
  const judgement = judge(scene, by, "2026-05-14", command);
  return judgement.kind === "refused" ? judgement.refusal.findings[0]?.missing : undefined;
}

function recordOf({ file }: Scene) {
  const party = { name: "【虚构】某公司", identifier: "", kind: "legal-person" } as never;
  return makeListingRecord({
    file,
    pack: WAGES_PACK,
    authority: COUNTY_AUTHORITY,
    catalog: MEASURE_CATALOG,
    party,
  });
}

describe("an objection to the record", () => {
  it("marks the entry at once, in a new version for every channel", () => {
    const before = caseAt("published");
    const scene = disputed(before);
    expect(scene.file.publicationVersion).toBe(before.file.publicationVersion + 1);
    expect(recordOf(before).disputedSince).toBeNull();
    expect(recordOf(scene).disputedSince).toBe(FILED);
    expect(recordOf(scene).state).toBe("shown");
  });

  it("starts the clock that the list gives, five working days here", () => {
    const clock = disputed().file.deadlines.findLast((each) => each.termId === "objection-answer");
    expect(clock).toMatchObject({ startsOn: FILED, endsOn: "2026-05-18", status: "open" });
  });

  it("an empty one is sent back with what to write", () => {
    const command = sampleCommand("object-to-record", caseAt("published"), FILED);
    const empty = { ...command, statement: "  " } as Command;
    expect(missingOf(caseAt("published"), "party", empty)).toBe("未写明异议的内容");
  });

  it("out of sight nothing is marked, and the answer is due all the same", () => {
    const stopped = ["register-remedy", "suspend-enforcement"].reduce<Scene>(
      (scene, kind) =>
        act(scene, "case-officer", FILED, sampleCommand(kind as Command["kind"], scene, FILED)),
      caseAt("published"),
    );
    const scene = disputed(stopped);
    expect(scene.file.publicationVersion).toBe(stopped.file.publicationVersion);
    expect(scene.file.objections).toHaveLength(1);
  });
});

describe("verifying and answering", () => {
  it("nothing is answered before it was verified", () => {
    const reasons = "无需核实";
    expect(missingOf(disputed(), "head", { kind: "answer-objection", reasons })).toBe(
      "没有已经核实、等待处理的异议",
    );
    expect(missingOf(disputed(), "head", { kind: "return-objection", reasons })).toBe(
      "没有已经核实、等待处理的异议",
    );
  });

  it("the head sends a finding back, and it is verified again", () => {
    const back = act(verified(), "head", "2026-05-14", {
      kind: "return-objection",
      reasons: "没有核对考勤",
    });
    expect(back.file.objections[0]).toMatchObject({ finding: null, returnReasons: "没有核对考勤" });
    expect(verified({}, {}, back).file.objections[0]?.returnReasons).toBe("");
  });

  it("whoever worked on the case does not answer it (R26)", () => {
    const scene = verified();
    const file = { ...scene.file, contributors: [...scene.file.contributors, "head"] };
    const own = missingOf({ ...scene, file }, "head", {
      kind: "answer-objection",
      reasons: "同意",
    });
    expect(own).toBe("您办理过本案，不能对本案签发");
  });

  it("the record stands: the mark goes, the clock is kept, and a paper says why", () => {
    const scene = answered(verified());
    expect(recordOf(scene).disputedSince).toBeNull();
    expect(
      scene.file.deadlines.findLast((each) => each.termId === "objection-answer")?.status,
    ).toBe("met");
    expect(scene.file.papers.at(-1)?.kind).toBe("objection-answer");
  });

  it("late it is answered still, and the record says so", () => {
    const late = answered(letPass(verified(), "2026-05-19"), "2026-05-19");
    expect(late.file.deadlines.findLast((each) => each.termId === "objection-answer")?.status).toBe(
      "met-late",
    );
  });

  it("the newest answer stands last, also where an older objection is answered later", () => {
    const two = disputed(disputed(), "2026-05-12");
    const [older, younger] = two.file.objections.map((each) => each.objectionId);
    const bothFound = verified({}, {}, verified({}, {}, two));
    const back = act(bothFound, "head", "2026-05-14", {
      kind: "return-objection",
      reasons: "补证",
    });
    const one = answered(back);
    const idsOfAnswered = ({ file }: Scene) =>
      file.objections.filter((each) => each.answer !== null).map((each) => each.objectionId);
    expect(idsOfAnswered(one)).toEqual([younger]);
    expect(idsOfAnswered(answered(verified({}, {}, one)))).toEqual([younger, older]);
  });

  it("while another objection is open the mark stays, and each clock is kept on its own", () => {
    const two = disputed(disputed(), "2026-05-12");
    const one = answered(verified({}, {}, two));
    expect(recordOf(one).disputedSince).toBe("2026-05-12");
    const clocks = one.file.deadlines.filter((each) => each.termId === "objection-answer");
    expect(clocks.map((each) => each.status)).toEqual(["met", "open"]);
    const both = answered(
      act(one, "case-officer", "2026-05-15", verifyWith(one, {})),
      "2026-05-15",
    );
    expect(recordOf(both).disputedSince).toBeNull();
  });
});

describe("a correction", () => {
  it("changes the decision in force, names its paper in the record, and never moves the end", () => {
    const before = disputed();
    const scene = answered(verified({ outcome: "corrected" }, { grounds: "拖欠28人工资" }, before));
    expect(scene.file.grounds?.reasons).toBe("拖欠28人工资");
    expect(scene.file.papers.slice(-2).map((paper) => paper.kind)).toEqual([
      "objection-answer",
      "correction-decision",
    ]);
    expect(recordOf(scene)).toMatchObject({
      grounds: "拖欠28人工资",
      disputedSince: null,
      listedThrough: recordOf(before).listedThrough,
    });
    expect(recordOf(scene).corrections).toHaveLength(1);
  });

  it("can drop a measure, and says which by its title", () => {
    const scene = answered(verified({ outcome: "corrected" }, { keptMeasureIds: [] }));
    expect(recordOf(scene).measures).toEqual([]);
    const { was, is } = scene.file.objections[0]?.answer?.changes[0] ?? {};
    expect([was === "", is]).toEqual([false, ""]);
  });

  it.each([
    ["nothing", {}, "没有写明更正的内容"],
    ["an empty text", { grounds: " " }, "更正后的内容有空缺"],
    ["a measure more", { keptMeasureIds: ["M99"] }, "更正增加了原决定没有的措施"],
  ])("of %s is refused", (_name, corrected, missing) => {
    const command = verifyWith(disputed(), { outcome: "corrected" }, corrected);
    expect(missingOf(disputed(), "case-officer", command)).toBe(missing);
  });

  it("sends back what was found for another objection on the old text, so that it takes nothing back", () => {
    const two = disputed(disputed(), "2026-05-12");
    const first = verified({ outcome: "corrected" }, { grounds: "拖欠28人工资" }, two);
    const change = { removalConditions: "付清全部工资" };
    const both = verified({ outcome: "corrected" }, change, first);
    const one = answered(both);
    const [open] = findOpenObjections(one.file.objections);
    expect(open).toMatchObject({ finding: null, answer: null });
    expect(open?.returnReasons).toContain("请按更正后的内容重新核实");
    const again = answered(verified({ outcome: "corrected" }, change, one));
    expect(again.file.grounds?.reasons).toBe("拖欠28人工资");
    expect(again.file.proposal?.removalConditions).toBe("付清全部工资");
    expect(again.file.papers.filter((each) => each.kind === "correction-decision")).toHaveLength(2);
  });

  it("with nothing left to correct is refused: its paper would say nothing", () => {
    const scene = verified({ outcome: "corrected" }, { grounds: "拖欠28人工资" });
    const { grounds } = scene.file;
    if (grounds === null) throw new Error("a listed case has grounds");
    const corrected = withFile(scene, { grounds: { ...grounds, reasons: "拖欠28人工资" } });
    const command: Command = { kind: "answer-objection", reasons: "同意核实意见" };
    expect(missingOf(corrected, "head", command)).toBe("核实的更正已经作出，没有剩下要更正的内容");
  });

  it("without findings is refused", () => {
    const command = verifyWith(disputed(), { findings: "" });
    expect(missingOf(disputed(), "case-officer", command)).toBe("未写明核实的情况");
  });
});

describe("a listing that was wrong", () => {
  it("is out of sight at once and annulled within three working days", () => {
    const scene = answered(verified({ outcome: "wrong", findings: "认错了单位" }));
    expect(scene.file.publicationState).toBe("suspended");
    const clock = scene.file.deadlines.find((each) => each.termId === "annulment-withdrawal");
    expect(clock).toMatchObject({ startsOn: "2026-05-14", endsOn: "2026-05-19" });
    const annulled = act(scene, "head", "2026-05-15", {
      kind: "sign-annulment",
      reasons: "列入对象有误",
    });
    expect(annulled.file.stage).toBe("harm-repair");
  });
});
