import { GRAVITY_TITLES } from "../../glossary.ts";
import { cite } from "../../law/instruments.ts";
import { since, type Rule } from "../rule.ts";
import { findMeasuresWithRows, MEASURE_ACTS, type MeasureAtHand } from "./measures-at-hand.ts";

/**
 * Measures are lawful, related to the conduct and proportionate (过惩相当).
 *
 * The test is written down for every measure: how grave the breach is, how the measure relates to it, and why nothing milder would
 * do. A measure for graver breaches than this one is refused (防止小过重罚).
 */
export const r30Proportionality: Rule = {
  id: "R30",
  title: "惩戒措施须合法、关联、合乎比例",
  citations: [cite("wuzhou", "（十一）"), cite("wuzhou", "（二）")],
  inForce: since("2022-03-24"),
  acts: MEASURE_ACTS,
  check: (subject) =>
    findMeasuresWithRows(subject).flatMap((each) =>
      findFlaws(each).map((flaw) => ({
        missing: `措施${each.name}${flaw}`,
        toDo: "请补充过惩相当的判断，或者改选较轻的措施",
      })),
    ),
};

function findFlaws({ measure, row }: MeasureAtHand): readonly string[] {
  const { gravity, link, milderAlternative } = measure.proportionality;
  const flaws: string[] = [];
  if (!Object.hasOwn(GRAVITY_TITLES, gravity)) flaws.push("没有判断失信程度");
  if (link.trim() === "") flaws.push("没有写明与失信行为的关联");
  if (milderAlternative.trim() === "") flaws.push("没有写明为何不能采取较轻的措施");
  if (row !== undefined && gravity < row.leastGravity) {
    flaws.push(
      `只适用于${GRAVITY_TITLES[row.leastGravity]}失信，本案判断为${GRAVITY_TITLES[gravity]}`,
    );
  }
  return flaws;
}
