import { describe, expect, it } from "vitest";
import { act, EMPLOYER, judge } from "../../../support/case-builder.ts";
import { caseAt, serve } from "../../../support/case-stages.ts";
import { COUNTY_AUTHORITY } from "../../../support/case-world.ts";
import { sampleCommand } from "../../../support/sample-commands.ts";

const PERSON = {
  ...EMPLOYER,
  partyKind: "natural-person",
  partyRole: "legal-representative",
} as const;

describe("ending a case because the party is no more", () => {
  it.each(["defense", "verification", "decision-service"] as const)(
    "given the case stands in %s, it closes at once, with proof and without a paper to nobody",
    (stage) => {
      const scene = caseAt(stage, PERSON);
      const papers = scene.file.papers.length;
      const command = sampleCommand("record-party-ended", scene, "2026-03-30");
      const { file } = act(scene, "case-officer", "2026-03-30", command);
      expect(file).toMatchObject({
        stage: "closed",
        outcome: "withdrawn",
        withdrawal: { reasons: "当事人死亡", because: "party-ended" },
      });
      expect(file.papers).toHaveLength(papers);
      expect(file.deadlines.filter((each) => each.status === "open")).toEqual([]);
    },
  );

  it("a company ends, it does not die", () => {
    const scene = caseAt("verification");
    const command = sampleCommand("record-party-ended", scene, "2026-03-25");
    const { file } = act(scene, "case-officer", "2026-03-25", command);
    expect(file.withdrawal?.reasons).toBe("当事人终止");
  });

  it("refuses a day that has not come", () => {
    const scene = caseAt("verification");
    const command = sampleCommand("record-party-ended", scene, "2026-03-26");
    expect(judge(scene, "case-officer", "2026-03-25", command).kind).toBe("refused");
  });
});

describe("a case that is not this authority's to decide", () => {
  it("goes to the other organ, and a party that had been told is told of it", () => {
    const scene = caseAt("verification");
    const command = sampleCommand("transfer-case", scene, "2026-03-25");
    const moved = act(scene, "case-officer", "2026-03-25", command);
    expect(moved.file).toMatchObject({
      stage: "decision-service",
      withdrawal: {
        because: "transferred",
        reasons: "移送【虚构】藤县人力资源和社会保障局：用人单位住所和违法行为均在藤县",
      },
    });
    expect(moved.file.papers.at(-1)?.kind).toBe("withdrawal-notice");
    expect(serve(moved, "2026-03-26").file.stage).toBe("closed");
  });

  it("closes at once where nobody was told", () => {
    const scene = caseAt("draft");
    const command = sampleCommand("transfer-case", scene, "2026-03-13");
    expect(act(scene, "case-officer", "2026-03-13", command).file.stage).toBe("closed");
  });

  it("refuses to move it to itself, or without reasons", () => {
    const scene = caseAt("verification");
    const self = { kind: "transfer-case", organ: COUNTY_AUTHORITY.name, reasons: "管辖" } as const;
    const mute = { kind: "transfer-case", organ: "【虚构】藤县", reasons: "" } as const;
    expect(judge(scene, "case-officer", "2026-03-25", self).kind).toBe("refused");
    expect(judge(scene, "case-officer", "2026-03-25", mute).kind).toBe("refused");
  });
});
