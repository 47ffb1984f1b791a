import { isCalendarDay } from "../../domain/deadlines/calendar-day.ts";
import type { Calendar, Region } from "../../domain/deadlines/calendar.ts";
import {
  computeDeadline,
  type CountedDeadline,
  type RollRule,
  type TermUnit,
} from "../../domain/deadlines/compute.ts";
import { describeMonths, type DescribedDay } from "../../domain/deadlines/describe-months.ts";
import { inTransaction } from "../../platform/database.ts";
import { readCalendarNow } from "../../records/law-in-force.ts";
import type { AppDeps } from "../deps.ts";
import { BadInputError, type FieldError } from "./faults.ts";

/** A time limit to be counted, as it comes in. */
export interface DeadlineQuestion {
  readonly startsOn: string;
  readonly length: number;
  readonly unit: TermUnit;
  readonly rollRule: RollRule;
  readonly region: Region;
  readonly direction: "after" | "before";
}

/** The most working days that one request may have counted, all its questions together: each is a line of the answer. */
const MOST_WORKING_DAYS = 20_000;

type CalculationDeps = Pick<AppDeps, "database" | "law">;

/** Counts time limits by the calendar in force (期限计算), all or none: what is wrong is named with its place in the request. */
export async function calculateDeadlines(
  deps: CalculationDeps,
  questions: readonly DeadlineQuestion[],
): Promise<readonly CountedDeadline[]> {
  return countAll(questions, await readCalendar(deps), (index) => `/${String(index)}`);
}

/** Counts one time limit by the calendar in force. */
export async function calculateDeadline(
  deps: CalculationDeps,
  question: DeadlineQuestion,
): Promise<CountedDeadline> {
  return countOne(question, await readCalendar(deps));
}

function countOne(question: DeadlineQuestion, calendar: Calendar): CountedDeadline {
  const [counted] = countAll([question], calendar, () => "");
  if (counted === undefined) throw new Error("one question has one answer");
  return counted;
}

function countAll(
  questions: readonly DeadlineQuestion[],
  calendar: Calendar,
  placeOf: (index: number) => string,
): readonly CountedDeadline[] {
  refuseTooMany(questions);
  const errors: FieldError[] = [];
  const counted = questions.flatMap((question, index) => {
    const answer = count(question, calendar);
    if (!("message" in answer)) return [answer];
    errors.push({ field: `${placeOf(index)}/${answer.field}`, message: answer.message });
    return [];
  });
  if (errors.length > 0) throw new BadInputError(errors);
  return counted;
}

function refuseTooMany(questions: readonly DeadlineQuestion[]): void {
  const workingDays = questions
    .filter((question) => question.unit === "working-day")
    .reduce((sum, question) => sum + question.length, 0);
  if (workingDays > MOST_WORKING_DAYS) {
    const message = `一次最多计算${String(MOST_WORKING_DAYS)}个工作日，请分次计算`;
    throw new BadInputError([{ field: "", message }]);
  }
}

function count(question: DeadlineQuestion, calendar: Calendar): CountedDeadline | FieldError {
  const { startsOn, direction, unit, rollRule } = question;
  if (!isCalendarDay(startsOn)) {
    return { field: "startsOn", message: "起算日：应为有效日期，如 2026-03-02" };
  }
  if (direction === "before" && unit !== "working-day" && rollRule !== "none") {
    return { field: "rollRule", message: "倒算的期限不顺延，请选择不顺延" };
  }
  try {
    return computeDeadline({ ...question, startsOn, calendar });
  } catch (error) {
    // The calendar ends: the year that is missing is named.
    if (!(error instanceof RangeError)) throw error;
    return { field: "startsOn", message: error.message };
  }
}

/** A counted time limit with the days of the months around it, for a picture. */
export interface PicturedDeadline {
  readonly counted: CountedDeadline;
  readonly days: readonly DescribedDay[];
}

/** Counts one time limit and describes every day of its months; of a long one only those of its start and its end. */
export async function pictureDeadline(
  deps: CalculationDeps,
  question: DeadlineQuestion,
): Promise<PicturedDeadline> {
  const calendar = await readCalendar(deps);
  const counted = countOne(question, calendar);
  const days = describeMonths(calendar, question.region, counted.startsOn, counted.endsOn);
  return { counted, days };
}

async function readCalendar({ database, law }: CalculationDeps): Promise<Calendar> {
  return inTransaction(database, (tx) => readCalendarNow(law, tx), { readOnly: true });
}
