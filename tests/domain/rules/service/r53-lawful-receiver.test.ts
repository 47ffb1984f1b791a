import { describe, expect, it } from "vitest";
import type { ServiceReceiver } from "../../../../domain/case-file/content.ts";
import { r53LawfulReceiver } from "../../../../domain/rules/service/r53-lawful-receiver.ts";
import { act, judge, type Scene } from "../../../support/case-builder.ts";
import { caseAt, serviceOf } from "../../../support/case-stages.ts";
import { itHoldsFrom, ruleIdsOf, subjectOf, withFile } from "../../../support/rule-check.ts";

const DAY = "2026-03-16";
const FIRM = caseAt("notice-service");
const PERSON = withFile(FIRM, { partyKind: "natural-person" });

const serving = (scene: Scene, receiver: ServiceReceiver) => ({
  ...serviceOf(scene, DAY),
  receiver,
});
const idsOf = (scene: Scene, receiver: ServiceReceiver) =>
  ruleIdsOf(judge(scene, "case-officer", DAY, serving(scene, receiver)));

describe("R53 papers are signed for by those whom the law names", () => {
  it("R53 lets a grown-up of the family sign for a person, never for a firm", () => {
    expect(idsOf(PERSON, "adult-family")).toEqual([]);
    expect(idsOf(FIRM, "adult-family")).toEqual(["R53"]);
  });

  it("R53 lets the head and the mail office sign for a firm, never for a person", () => {
    for (const receiver of ["head-of-organization", "mail-office"] as const) {
      expect(idsOf(FIRM, receiver)).toEqual([]);
      expect(idsOf(PERSON, receiver)).toEqual(["R53"]);
    }
  });

  it("R53 lets an agent and a receiver they named sign for both, and says nothing where nobody is named", () => {
    for (const scene of [FIRM, PERSON]) {
      expect(idsOf(scene, "agent")).toEqual([]);
      expect(idsOf(scene, "designated-receiver")).toEqual([]);
      expect(ruleIdsOf(judge(scene, "case-officer", DAY, serviceOf(scene, DAY)))).toEqual([]);
    }
  });

  it("is kept with the service", () => {
    const served = act(FIRM, "case-officer", DAY, serving(FIRM, "mail-office"));
    expect(served.file.services.at(-1)?.receiver).toBe("mail-office");
  });

  itHoldsFrom(r53LawfulReceiver, "2024-01-01", () =>
    subjectOf(FIRM, "case-officer", DAY, serving(FIRM, "adult-family")),
  );
});
