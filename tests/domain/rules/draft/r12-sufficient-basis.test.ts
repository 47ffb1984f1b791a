import { describe, expect, it } from "vitest";
import { parseDay } from "../../../../domain/deadlines/calendar-day.ts";
import { cite } from "../../../../domain/law/instruments.ts";
import type { LawPack, LegalRank, PackBasis } from "../../../../domain/packs/law-pack.ts";
import { r12SufficientBasis } from "../../../../domain/rules/draft/r12-sufficient-basis.ts";
import { inWorld } from "../../../support/case-builder.ts";
import { caseAt } from "../../../support/case-stages.ts";
import { WAGES_PACK } from "../../../support/case-world.ts";
import { breachesOf, itHoldsFrom, subjectOf } from "../../../support/rule-check.ts";

function find(change: Partial<LawPack>, day = "2026-03-13"): readonly string[] {
  const scene = inWorld(caseAt("draft"), { pack: { ...WAGES_PACK, ...change } });
  return breachesOf(r12SufficientBasis, scene, "case-officer", day, "open-case");
}

function basis(rank: LegalRank, to: string | null = null): readonly PackBasis[] {
  const inForceTo = to === null ? null : parseDay(to);
  const citation = cite("wages", "第四十八条");
  return [{ citation, rank, inForceFrom: parseDay("2020-05-01"), inForceTo }];
}

const NO_BASIS = "“拖欠农民工工资失信联合惩戒对象名单”没有现行有效且位阶足够的设列依据";

describe("R12 nobody creates or extends a list", () => {
  it("R12 passes the shipped list, which rests on an administrative regulation", () => {
    expect(find({})).toEqual([]);
  });

  it.each(["law", "administrative-regulation", "central-policy", "ministry-rule"] as const)(
    "R12 takes %s as a basis of national criteria",
    (rank) => {
      expect(find({ legalBasis: basis(rank) })).toEqual([]);
    },
  );

  it.each(["normative-document", "government-rule", "local-regulation"] as const)(
    "R12 refuses a national list that rests on %s alone",
    (rank) => {
      expect(find({ legalBasis: basis(rank) })).toEqual([NO_BASIS]);
    },
  );

  it("R12 takes a local regulation for a local list, and nothing lower or other", () => {
    const listId = "local/market-order";
    expect(find({ listId, legalBasis: basis("local-regulation") })).toEqual([]);
    expect(find({ listId, legalBasis: basis("normative-document") })).toEqual([NO_BASIS]);
    expect(find({ listId, legalBasis: basis("government-rule") })).toEqual([NO_BASIS]);
  });

  it("R12 passes on the last day of the basis and refuses on the day after", () => {
    const legalBasis = basis("law", "2026-03-13");
    expect(find({ legalBasis }, "2026-03-13")).toEqual([]);
    expect(find({ legalBasis }, "2026-03-14")).toEqual([NO_BASIS]);
  });

  it.each(["feed-only", "blocked"] as const)("R12 refuses a pack that is %s", (readiness) => {
    expect(find({ readiness })).toHaveLength(1);
  });

  itHoldsFrom(r12SufficientBasis, "2020-12-07", () =>
    subjectOf(
      inWorld(caseAt("draft"), {
        pack: { ...WAGES_PACK, readiness: "blocked", legalBasis: basis("law") },
      }),
      "case-officer",
      "2026-03-13",
      "open-case",
    ),
  );
});
