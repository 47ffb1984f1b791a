import { describe, expect, it } from "vitest";
import { parseDay } from "../../../../domain/deadlines/calendar-day.ts";
import { INSTRUMENTS } from "../../../../domain/law/instruments.ts";
import type { LawPack } from "../../../../domain/packs/law-pack.ts";
import { r39RepealedBasis } from "../../../../domain/rules/draft/r39-repealed-basis.ts";
import { inWorld, judge, type Scene } from "../../../support/case-builder.ts";
import { DECISION_NOT_TO_LIST, DECISION_TO_LIST } from "../../../support/case-content.ts";
import { caseAt } from "../../../support/case-stages.ts";
import { WAGES_PACK } from "../../../support/case-world.ts";
import { breachesOf, itHoldsFrom, ruleIdsOf, subjectOf } from "../../../support/rule-check.ts";

/** The ministry's rule is repealed with the end of a day; the regulation of the State Council goes on. */
function repealedAfter(day: string, instrument: string = INSTRUMENTS.order45): LawPack {
  const legalBasis = WAGES_PACK.legalBasis.map((basis) =>
    basis.citation.instrument === instrument ? { ...basis, inForceTo: parseDay(day) } : basis,
  );
  return { ...WAGES_PACK, legalBasis };
}

function at(stage: "verification" | "sign-off" | "draft", pack: LawPack): Scene {
  return inWorld(caseAt(stage), { pack });
}

const TO_LIST = { kind: "propose-decision", proposal: DECISION_TO_LIST } as const;
const REPEALED = repealedAfter("2026-03-25");
const MISSING = [`认定标准所依据的《${INSTRUMENTS.order45}》已于2026年3月25日后失效`];

describe("R39 criteria of a repealed text", () => {
  it("R39 lets a decision be drafted on the last day in force, and refuses it on the next", () => {
    const scene = at("verification", REPEALED);
    expect(breachesOf(r39RepealedBasis, scene, "case-officer", "2026-03-25", TO_LIST)).toEqual([]);
    expect(breachesOf(r39RepealedBasis, scene, "case-officer", "2026-03-26", TO_LIST)).toEqual(
      MISSING,
    );
  });

  it("R39 lets nothing be signed that was drafted before, through decide", () => {
    const scene = at("sign-off", REPEALED);
    const draftHash = scene.file.proposal?.draftHash ?? "";
    const judgement = judge(scene, "head", "2026-03-27", { kind: "sign-decision", draftHash });
    expect(ruleIdsOf(judgement)).toContain("R39");
  });

  it("R39 opens no case", () => {
    const subject = subjectOf(at("draft", REPEALED), "case-officer", "2026-03-26", "open-case");
    expect(r39RepealedBasis.check(subject)).toHaveLength(1);
  });

  it("R39 leaves ending the case and a decision not to list open", () => {
    const scene = at("verification", REPEALED);
    const mild = { kind: "propose-decision", proposal: DECISION_NOT_TO_LIST } as const;
    expect(breachesOf(r39RepealedBasis, scene, "case-officer", "2026-03-26", mild)).toEqual([]);
    const ended = { kind: "withdraw-case", reasons: "认定依据失效" } as const;
    expect(judge(scene, "case-officer", "2026-03-26", ended).kind).toBe("accepted");
  });

  it("R39 says nothing where the same text goes on in a new wording", () => {
    const renewed = REPEALED.legalBasis
      .filter((basis) => basis.inForceTo !== null)
      .map((basis) => ({ ...basis, inForceFrom: parseDay("2026-03-26"), inForceTo: null }));
    const pack = { ...REPEALED, legalBasis: [...REPEALED.legalBasis, ...renewed] };
    const scene = at("verification", pack);
    expect(breachesOf(r39RepealedBasis, scene, "case-officer", "2026-03-26", TO_LIST)).toEqual([]);
  });

  it("R39 says nothing of a text on which no criterion rests; that the list still stands is R12's", () => {
    const scene = at("verification", repealedAfter("2026-03-25", INSTRUMENTS.wages));
    expect(breachesOf(r39RepealedBasis, scene, "case-officer", "2026-03-26", TO_LIST)).toEqual([]);
  });

  itHoldsFrom(r39RepealedBasis, "2022-03-24", () =>
    subjectOf(
      at("verification", repealedAfter("2022-03-01")),
      "case-officer",
      "2022-03-24",
      TO_LIST,
    ),
  );
});
