import { describe, expect, it } from "vitest";
import type { ChosenMeasure } from "../../../../domain/case-file/content.ts";
import { parseDay } from "../../../../domain/deadlines/calendar-day.ts";
import { MEASURE_CATALOG, type MeasureRow } from "../../../../domain/measures/catalog.ts";
import { r27MeasuresFromList } from "../../../../domain/rules/measures/r27-measures-from-list.ts";
import { inWorld, judge, type Scene } from "../../../support/case-builder.ts";
import { BIDDING_LIMIT, CIVIL_SERVICE_BAR } from "../../../support/case-content.ts";
import { caseAt } from "../../../support/case-stages.ts";
import { WAGES_PACK } from "../../../support/case-world.ts";
import { inWorldWith, newCatalog } from "../../../support/new-edition.ts";
import {
  breachesOf,
  itHoldsFrom,
  ruleIdsOf,
  subjectOf,
  withFile,
} from "../../../support/rule-check.ts";

const DRAFT = caseAt("draft");
const NAME = "措施“在招标投标活动中依法依规予以限制”";

function choosing(measure: ChosenMeasure) {
  return { kind: "choose-measures", measures: [measure] } as const;
}

function find(
  change: Partial<ChosenMeasure>,
  scene: Scene = DRAFT,
  day = "2026-03-13",
): readonly string[] {
  const command = choosing({ ...BIDDING_LIMIT, ...change });
  return breachesOf(r27MeasuresFromList, scene, "case-officer", day, command);
}

/** The world with the bidding row changed. */
function withRow(change: Partial<MeasureRow>): Scene {
  const catalog = MEASURE_CATALOG.map((row) => (row.id === "M03" ? { ...row, ...change } : row));
  return inWorld(DRAFT, { catalog });
}

describe("R27 measures come from the list and cite law directly", () => {
  it("R27 passes a row of the list with its own article", () => {
    expect(find({})).toEqual([]);
  });

  it("R27 takes the article with its instrument as well", () => {
    expect(find({ article: "《保障农民工工资支付条例》第四十八条" })).toEqual([]);
  });

  it("R27 refuses what is not in the list, through decide", () => {
    const command = choosing({ ...BIDDING_LIMIT, rowId: "public-shaming" });
    expect(ruleIdsOf(judge(DRAFT, "case-officer", "2026-03-13", command))).toEqual(["R27"]);
  });

  it("R27 refuses an article that is not the row's", () => {
    expect(find({ article: "第四十九条" })).toEqual([`${NAME}援引的条款不是清单列明的依据`]);
  });

  it("R27 refuses a row of a superseded edition in a case that has pinned the new one", () => {
    const scene = inWorldWith(DRAFT, newCatalog(["M03"]));
    expect(find({}, scene, "2026-03-20")).toEqual([]);
    const young = withFile(scene, { catalogEdition: "sample-2026" });
    expect(find({}, young, "2026-03-20")).toEqual([`${NAME}属于已被新版取代的清单`]);
    expect(find({ edition: "sample-2026" }, young, "2026-03-20")).toEqual([]);
  });

  it("R27 refuses a row of another edition", () => {
    expect(find({ edition: "2021" })).toEqual(["措施“M03”不在现行失信惩戒措施清单中"]);
  });

  it("R27 refuses a row that was not ticked off against the national list", () => {
    const [missing] = breachesOf(
      r27MeasuresFromList,
      DRAFT,
      "case-officer",
      "2026-03-13",
      choosing(CIVIL_SERVICE_BAR),
    );
    expect(missing).toContain("录入清单附件前不得使用");
  });

  it("R27 passes on the last day of the row and refuses on the day after", () => {
    const scene = withRow({ inForceTo: parseDay("2026-03-13") });
    expect(find({}, scene, "2026-03-13")).toEqual([]);
    expect(find({}, scene, "2026-03-14")).toEqual([`${NAME}不在有效期内`]);
  });

  it("R27 refuses a row on the day before it takes effect", () => {
    const scene = withRow({ inForceFrom: parseDay("2026-03-14") });
    expect(find({}, scene, "2026-03-13")).toHaveLength(1);
    expect(find({}, scene, "2026-03-14")).toEqual([]);
  });

  it("R27 refuses a row meant for another kind of party", () => {
    const scene = withRow({ targets: ["natural-person"] });
    expect(find({}, scene)).toEqual([`${NAME}不适用于本案当事人`]);
  });

  it("R27 refuses a row meant for another role, and passes the role it names", () => {
    const scene = withRow({ targets: ["legal-person", "legal-representative"] });
    const listed = { partyRole: "legal-representative" } as const;
    expect(find({}, scene)).toHaveLength(1);
    expect(find({}, withFile(scene, listed))).toEqual([]);
  });

  it("R27 refuses a row of another list, and one that the pack does not allow", () => {
    const wrongList = `${NAME}不适用于“拖欠农民工工资失信联合惩戒对象名单”`;
    const pack = { ...WAGES_PACK, allowedMeasureIds: ["M13"] };
    expect(find({}, withRow({ lists: ["work-safety"] }))).toEqual([wrongList]);
    expect(find({}, inWorld(DRAFT, { pack }))).toEqual([wrongList]);
  });

  it("R27 passes a row that a statute ties to conduct and to no list", () => {
    expect(find({}, withRow({ lists: [] }))).toEqual([]);
  });

  it.each(["ministry-rule", "normative-document", "government-rule"] as const)(
    "R27 refuses a measure that rests on %s",
    (legalRank) => {
      expect(find({}, withRow({ legalRank }))).toHaveLength(1);
    },
  );

  it.each(["law", "administrative-regulation", "local-regulation", "central-policy"] as const)(
    "R27 passes a measure that rests on %s",
    (legalRank) => {
      expect(find({}, withRow({ legalRank }))).toEqual([]);
    },
  );

  it.each([
    ["draft", "case-officer", "submit-for-review"],
    ["notice-legal-review", "legal-reviewer", "approve-notice"],
    ["decision-legal-review", "legal-reviewer", "approve-decision"],
    ["sign-off", "head", "sign-decision"],
  ] as const)("R27 looks again at %s, when the list may have changed", (stage, by, act) => {
    const repealed = inWorld(caseAt(stage), { catalog: [] });
    expect(breachesOf(r27MeasuresFromList, repealed, by, "2026-03-27", act)).toHaveLength(1);
  });

  itHoldsFrom(r27MeasuresFromList, "2022-03-24", () =>
    subjectOf(
      DRAFT,
      "case-officer",
      "2026-03-13",
      choosing({ ...BIDDING_LIMIT, rowId: "public-shaming" }),
    ),
  );
});
