import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startRunningApi, type RunningApi } from "../support/running-api.ts";

let api: RunningApi;

beforeAll(async () => {
  api = await startRunningApi("2026-03-13", { workers: "elsewhere" });
});
afterAll(async () => {
  await api.stop();
});

const QUESTION = {
  startsOn: "2026-04-15",
  length: 7,
  unit: "working-day",
  rollRule: "next-working-day",
  region: "CN-GX",
  direction: "after",
};
const ask = (body: unknown) =>
  api.app.inject({ method: "POST", url: "/api/deadlines/calculation", payload: body as object });

interface Answer {
  readonly endsOn: string;
  readonly provisional: boolean;
  readonly calendarVersion: string;
  readonly steps: readonly {
    day: string;
    role: string;
    count: number | null;
    notice: string | null;
  }[];
}
interface Problem {
  readonly errors: readonly { field: string; message: string }[];
}

describe("the calculation of time limits, which anybody can ask for", () => {
  it("answers one question with the day and how it was counted", async () => {
    const response = await ask(QUESTION);
    expect(response.statusCode).toBe(200);
    const answer = response.json<Answer>();
    expect(answer).toMatchObject({ endsOn: "2026-04-28", provisional: false });
    expect(answer.calendarVersion).not.toBe("");
    expect(answer.steps.at(-1)).toMatchObject({ day: "2026-04-28", role: "counted", count: 7 });
    const free = answer.steps.find((step) => step.day === "2026-04-17");
    expect(free).toMatchObject({ role: "skipped" });
    expect(free?.notice).toContain("三月三");
  });

  it.each([
    ["the same outside Guangxi", { region: "CN" }, "2026-04-24", false],
    [
      "2027-01-01 is a holiday though no notice is out",
      { startsOn: "2026-12-31", length: 1 },
      "2027-01-04",
      true,
    ],
    ["a make-up Saturday counts", { startsOn: "2026-05-08", length: 1 }, "2026-05-09", false],
    [
      "the Spring Festival of 2020 with its extension",
      { startsOn: "2020-01-23", length: 1, region: "CN" },
      "2020-02-03",
      false,
    ],
    [
      "six months from 31 August",
      { startsOn: "2026-08-31", length: 6, unit: "month", rollRule: "none" },
      "2027-02-28",
      false,
    ],
    [
      "sixty days that end on a Sunday",
      { startsOn: "2026-04-01", length: 60, unit: "day" },
      "2026-06-01",
      false,
    ],
    [
      "back from a hearing",
      { startsOn: "2026-04-13", direction: "before", region: "CN-GX" },
      "2026-04-01",
      false,
    ],
  ])("knows the traps: %s", async (_, more, endsOn, provisional) => {
    expect((await ask({ ...QUESTION, ...more })).json()).toMatchObject({ endsOn, provisional });
  });

  it("answers up to a thousand questions in their order", async () => {
    const questions = Array.from({ length: 1_000 }, (_, index) => ({
      ...QUESTION,
      length: 1 + (index % 20),
    }));
    const response = await ask(questions);
    expect(response.statusCode).toBe(200);
    const answers = response.json<Answer[]>();
    expect(answers).toHaveLength(1_000);
    expect(answers[6]?.endsOn).toBe("2026-04-28");
    expect(answers[26]).toEqual(answers[6]);
    expect((await ask([...questions, QUESTION])).statusCode).toBe(400);
    expect((await ask([])).statusCode).toBe(400);
  });

  it.each([
    ["a day that is none", { startsOn: "2026-02-30" }, 400],
    ["no length", { length: 0 }, 400],
    ["half a day", { length: 1.5 }, 400],
    ["an unknown unit", { unit: "week" }, 400],
    ["an unknown region", { region: "CN-XX" }, 400],
    ["a field that nobody asked for", { name: "x" }, 400],
    ["rolling backward", { unit: "month", direction: "before" }, 422],
    ["a year that no calendar reaches", { startsOn: "2098-04-15" }, 422],
  ])("refuses %s", async (_, more, status) => {
    const response = await ask({ ...QUESTION, ...more });
    expect(response.statusCode).toBe(status);
    expect(response.headers["content-type"]).toContain("application/problem+json");
    expect(response.json<Problem>().errors.length).toBeGreaterThan(0);
  });

  it("names the question that is wrong among many, and the year that is missing", async () => {
    const response = await ask([QUESTION, { ...QUESTION, startsOn: "2098-04-15" }]);
    const [error] = response.json<Problem>().errors;
    expect(error?.field).toBe("/1/startsOn");
    expect(error?.message).toContain("2098");
  });

  it("does not count for hours: so many working days are asked for in several requests", async () => {
    const many = Array.from({ length: 41 }, () => ({ ...QUESTION, length: 500 }));
    const response = await ask(many);
    expect(response.statusCode).toBe(422);
    expect(response.json<Problem>().errors[0]?.message).toContain("分次");
  });
});
