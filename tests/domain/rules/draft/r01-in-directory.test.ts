import { describe, expect, it } from "vitest";
import { parseDay } from "../../../../domain/deadlines/calendar-day.ts";
import type { DirectoryEdition } from "../../../../domain/registries/edition.ts";
import { SHIPPED_BOOKS } from "../../../../domain/registries/shipped-editions.ts";
import { r01InDirectory } from "../../../../domain/rules/draft/r01-in-directory.ts";
import { inWorld, judge, type Scene } from "../../../support/case-builder.ts";
import { caseAt } from "../../../support/case-stages.ts";
import { WAGES_PACK } from "../../../support/case-world.ts";
import { inWorldWith } from "../../../support/new-edition.ts";
import { breachesOf, itHoldsFrom, ruleIdsOf, subjectOf } from "../../../support/rule-check.ts";

const DRAFT = caseAt("draft");
const LOCAL = "local/sample";
const MISSING = [
  "“拖欠农民工工资失信联合惩戒对象名单”的名单信息不在现行有效的公共信用信息目录之内",
];

function find(scene: Scene, day = "2026-03-13"): readonly string[] {
  return breachesOf(r01InDirectory, scene, "case-officer", day, "open-case");
}

/** A supplement of the region with one item, for a list of this place alone. */
function supplement(inForceTo: string | null): DirectoryEdition {
  return {
    registry: "directory",
    edition: "sample-region",
    level: "region",
    title: "【虚构】示例补充目录",
    inForceFrom: parseDay("2026-03-01"),
    inForceTo: inForceTo === null ? null : parseDay(inForceTo),
    scope: null,
    items: [
      {
        id: "1",
        kind: "serious-list",
        listId: LOCAL,
        conduct: "被列入示例名单",
        openness: "shown-to-all",
        sharing: "全区行政机关",
        source: "认定部门",
        frequency: "实时",
        citations: [{ instrument: "【虚构】示例条例", article: "第三十条", mark: "entered" }],
        allowedBy: null,
      },
    ],
  };
}

describe("R01 only what stands in a directory is recorded", () => {
  it("R01 passes every list of the shipped packs, which the starter directory holds", () => {
    expect(find(DRAFT)).toEqual([]);
    expect(SHIPPED_BOOKS.directory.map((held) => held.item.listId)).toContain("market-regulation");
  });

  it("R01 refuses a list that no directory has an item for, through decide as well", () => {
    const scene = inWorld(DRAFT, { directory: [] });
    expect(find(scene)).toEqual(MISSING);
    const submitted = judge(scene, "case-officer", "2026-03-13", { kind: "submit-for-review" });
    expect(ruleIdsOf(submitted)).toContain("R01");
  });

  it("R01 refuses lists without a text of their own: they are in no directory", () => {
    const held = SHIPPED_BOOKS.directory.map((each) => each.item.listId);
    expect(held).not.toContain("fire-safety");
    expect(held).not.toContain("medical-insurance");
  });

  it("R01 asks a local list for an item in a supplement, through its last day and not on the next", () => {
    const local = inWorld(DRAFT, { pack: { ...WAGES_PACK, listId: LOCAL } });
    expect(find(local)).toHaveLength(1);
    expect(find(inWorldWith(local, supplement(null)))).toEqual([]);
    const ending = inWorldWith(local, supplement("2026-03-13"));
    expect(find(ending, "2026-03-13")).toEqual([]);
    expect(find(ending, "2026-03-14")).toHaveLength(1);
    expect(find(inWorldWith(local, supplement(null)), "2026-02-28")).toHaveLength(1);
  });

  itHoldsFrom(r01InDirectory, "2022-03-24", () =>
    subjectOf(inWorld(DRAFT, { directory: [] }), "case-officer", "2026-03-13", "open-case"),
  );
});
