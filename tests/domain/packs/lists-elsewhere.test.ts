import { describe, expect, it } from "vitest";
import { refuseElsewhere } from "../../../domain/case-file/refuse-elsewhere.ts";
import { UNPAID_WAGES_PACK } from "../../../domain/packs/unpaid-wages.ts";
import { findListElsewhere, LISTS_ELSEWHERE } from "../../../domain/packs/lists-elsewhere.ts";

describe("the lists that are not decided here", () => {
  it("are those of the tax authorities, the courts and the patent office, and the five without usable criteria", () => {
    const byReadiness = (readiness: string) =>
      LISTS_ELSEWHERE.filter((each) => each.readiness === readiness).map((each) => each.listId);
    expect(byReadiness("feed-only")).toEqual([
      "major-tax",
      "judgment-defaulters",
      "intellectual-property",
    ]);
    expect(byReadiness("blocked")).toEqual([
      "social-insurance",
      "statistics",
      "medical-insurance",
      "fire-safety",
      "telecom-fraud",
    ]);
  });

  it.each(LISTS_ELSEWHERE.map((each) => [each.listId, each] as const))(
    "%s: R12 refuses a case with its source, who decides or what is missing, and what to do",
    (_, list) => {
      const { kind, findings } = refuseElsewhere(list);
      expect(kind).toBe("law");
      expect(findings).toMatchObject([{ ruleId: "R12" }]);
      const [finding] = findings;
      expect(finding?.missing).toContain(list.reason);
      expect(finding?.citations).toEqual(expect.arrayContaining([...list.citations]));
      expect(list.citations.length).toBeGreaterThan(0);
      if (list.readiness === "feed-only") expect(finding?.toDo).toContain(list.decidedBy ?? "?");
      else expect(finding?.toDo).toContain("认定标准");
    },
  );

  it("have no shipped pack, and a list that is decided here is not among them", () => {
    expect(findListElsewhere(UNPAID_WAGES_PACK.listId)).toBeNull();
    expect(findListElsewhere("local/1")).toBeNull();
  });
});
