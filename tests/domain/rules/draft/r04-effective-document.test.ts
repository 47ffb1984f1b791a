import { describe, expect, it } from "vitest";
import type { BasisDocument } from "../../../../domain/case-file/content.ts";
import { parseDay } from "../../../../domain/deadlines/calendar-day.ts";
import { r04EffectiveDocument } from "../../../../domain/rules/draft/r04-effective-document.ts";
import { act, inWorld, judge, type Scene } from "../../../support/case-builder.ts";
import {
  DECISION_NOT_TO_LIST,
  DECISION_TO_LIST,
  ORDER_TO_PAY,
} from "../../../support/case-content.ts";
import { caseAt } from "../../../support/case-stages.ts";
import { WAGES_PACK } from "../../../support/case-world.ts";
import {
  breachesOf,
  itHoldsFrom,
  ruleIdsOf,
  subjectOf,
  withFile,
} from "../../../support/rule-check.ts";

const SUBMIT = { kind: "submit-for-review" } as const;

function draftWith(change: Partial<BasisDocument>): Scene {
  return act(caseAt("draft"), "case-officer", "2026-03-13", {
    kind: "record-basis-document",
    document: { ...ORDER_TO_PAY, ...change },
  });
}

function findOn(scene: Scene, day: string): readonly string[] {
  return breachesOf(r04EffectiveDocument, scene, "case-officer", day, SUBMIT);
}

describe("R04 a listing rests on an effective document", () => {
  it("R04 passes with an order in effect, served, whose limit is over", () => {
    expect(findOn(caseAt("draft"), "2026-03-13")).toEqual([]);
  });

  it("R04 refuses to submit a draft without any document, through decide", () => {
    const scene = withFile(caseAt("draft"), { basisDocuments: [] });
    const judgement = judge(scene, "case-officer", "2026-03-13", SUBMIT);
    expect(ruleIdsOf(judgement)).toContain("R04");
  });

  it("R04 names the kinds of documents that the list allows", () => {
    expect(findOn(draftWith({ kind: "penalty-decision" }), "2026-03-13")).toEqual([
      "案卷中没有本名单可以采用的有效依据文书",
    ]);
  });

  it("R04 refuses on the last day of the ordered period, which is still the party's", () => {
    expect(findOn(caseAt("draft"), "2026-03-12")).toEqual([
      "依据文书（苍人社监令字〔2026〕第1号）责令履行的期限至2026年3月12日止，尚未届满",
    ]);
  });

  it("R04 refuses an order for which no period was recorded", () => {
    expect(findOn(draftWith({ complianceEndsOn: null }), "2026-03-13")).toEqual([
      "依据文书（苍人社监令字〔2026〕第1号）没有登记责令履行的期限",
    ]);
  });

  it("R04 asks no period of a judgment, which orders nothing by a day of its own", () => {
    const scene = inWorld(draftWith({ kind: "court-judgment", complianceEndsOn: null }), {
      pack: { ...WAGES_PACK, basisDocumentKinds: ["court-judgment"] },
    });
    expect(findOn(scene, "2026-03-13")).toEqual([]);
  });

  it("R04 refuses a document not proven to be served", () => {
    expect(findOn(draftWith({ servedOn: null }), "2026-03-13")).toEqual([
      "依据文书（苍人社监令字〔2026〕第1号）没有送达当事人的证明",
    ]);
  });

  it("R04 refuses a document the day before it takes effect and passes on that day", () => {
    const scene = draftWith({ effectiveOn: parseDay("2026-03-16") });
    expect(findOn(scene, "2026-03-15")).toEqual([
      "依据文书（苍人社监令字〔2026〕第1号）自2026年3月16日起生效，现在尚未生效",
    ]);
    expect(findOn(scene, "2026-03-16")).toEqual([]);
  });

  it("R04 refuses an open document only where the list demands finality", () => {
    const strict = { pack: { ...WAGES_PACK, finalityRequired: true } };
    expect(findOn(inWorld(draftWith({ finality: "open" }), strict), "2026-03-13")).toHaveLength(1);
    expect(findOn(inWorld(draftWith({ finality: "final" }), strict), "2026-03-13")).toEqual([]);
  });

  it("R04 counts an annulled document as none", () => {
    const annulled = { ...ORDER_TO_PAY, annulledOn: parseDay("2026-03-13") };
    const scene = withFile(caseAt("draft"), { basisDocuments: [annulled] });
    expect(findOn(scene, "2026-03-13")).toEqual(["案卷中没有本名单可以采用的有效依据文书"]);
  });

  it("R04 is content with one good document beside a flawed one", () => {
    const scene = draftWith({ documentId: "second", servedOn: null });
    expect(scene.file.basisDocuments).toHaveLength(2);
    expect(findOn(scene, "2026-03-13")).toEqual([]);
  });

  it("R04 stands against a decision to list, not against one not to list", () => {
    const scene = withFile(caseAt("verification"), { basisDocuments: [] });
    const findFor = (proposal: typeof DECISION_TO_LIST): readonly string[] =>
      breachesOf(r04EffectiveDocument, scene, "case-officer", "2026-03-25", {
        kind: "propose-decision",
        proposal,
      });
    expect(findFor(DECISION_TO_LIST)).toHaveLength(1);
    expect(findFor(DECISION_NOT_TO_LIST)).toEqual([]);
  });

  it("R04 holds for review and signature of a decision to list", () => {
    const review = withFile(caseAt("decision-legal-review"), { basisDocuments: [] });
    const signature = withFile(caseAt("sign-off"), { basisDocuments: [] });
    const findFor = (scene: Scene, kind: "approve-decision" | "sign-decision"): number =>
      breachesOf(r04EffectiveDocument, scene, "head", "2026-03-27", kind).length;
    expect(findFor(review, "approve-decision")).toBe(1);
    expect(findFor(signature, "sign-decision")).toBe(1);
  });

  itHoldsFrom(r04EffectiveDocument, "2022-03-24", () =>
    subjectOf(
      withFile(caseAt("draft"), { basisDocuments: [] }),
      "case-officer",
      "2026-03-13",
      SUBMIT,
    ),
  );
});
