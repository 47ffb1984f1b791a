import { findNoticeService } from "../../case-file/state.ts";
import { cite } from "../../law/instruments.ts";
import { since, type Rule } from "../rule.ts";
import { DECISION_ACTS } from "../toward-listing.ts";
import { findMeasuresWithRows, findTold } from "./measures-at-hand.ts";

/**
 * Before a measure is taken, the party is told its content, facts, reasons, basis and remedies (措施须先告知).
 *
 * Every measure of the decision must stand in the notice that was served, with the same row and article.
 */
export const r29MeasuresTold: Rule = {
  id: "R29",
  title: "采取惩戒措施前须告知内容、事实、理由、依据和救济途径",
  citations: [cite("wuzhou", "（十一）")],
  inForce: since("2022-03-24"),
  acts: DECISION_ACTS,
  check: (subject) => {
    const isServed = findNoticeService(subject.file) !== undefined;
    return findMeasuresWithRows(subject)
      .filter(({ measure }) => !isServed || findTold(measure, subject.file.measures) === undefined)
      .map(({ name }) => ({
        missing: `措施${name}没有在已送达的告知书中告知当事人`,
        toDo: "请删去该措施；确需采取的，须重新告知并听取陈述申辩",
      }));
  },
};
