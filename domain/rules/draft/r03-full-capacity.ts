import type { CalendarDay } from "../../deadlines/calendar-day.ts";
import { cite } from "../../law/instruments.ts";
import { yearsCompletedOn } from "../../parties/resident-identity-number.ts";
import { since, type Rule, type RuleSubject } from "../rule.ts";
import { bringsListingForward, LISTING_ACTS } from "../toward-listing.ts";

const FULL_AGE_YEARS = 18;

/**
 * Nobody is listed for what they did as a minor (未成年人不得列入), also when they are of age by now.
 *
 * The day of the conduct is the one stated with the basis document; where none is stated, the day on which the document was issued
 * stands for it, and before there is a document the day of the act (readings). A year of age is completed on the day after the
 * birthday. A person's capacity beyond age cannot be known here.
 *
 * Example: born 2008-03-02 and conduct of 2026-03-02: refused; conduct of 2026-03-03: not.
 */
export const r03FullCapacity: Rule = {
  id: "R03",
  title: "不得将未成年人列入名单",
  citations: [
    cite("guangxi", "第三条"),
    cite(
      "product",
      "行为时未成年的，成年后也不得因此列入；没有写明行为日的，以依据文书作出日为准",
      "reading",
    ),
  ],
  inForce: since("2023-05-01"),
  acts: ["open-case", ...LISTING_ACTS],
  check: (subject) => {
    const { birthDay } = subject.context;
    if (birthDay === null || !bringsListingForward(subject)) return [];
    if (yearsCompletedOn(birthDay, findConductDay(subject)) >= FULL_AGE_YEARS) return [];
    return [
      {
        missing: "当事人在失信行为发生时未满十八周岁",
        toDo: "不得列入，请终止认定程序；行为日填写有误的，请更正依据文书的登记",
      },
    ];
  },
};

/** The earliest day of conduct that the case knows of. */
function findConductDay({ file, context }: RuleSubject): CalendarDay {
  const days = file.basisDocuments.map((document) => document.conductOn ?? document.issuedOn);
  return days.reduce((first, day) => (day < first ? day : first), days[0] ?? context.today);
}
