import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startRunningApi, type RunningApi } from "../support/running-api.ts";

let api: RunningApi;

beforeAll(async () => {
  api = await startRunningApi("2026-03-13", { workers: "elsewhere" });
});
afterAll(async () => {
  await api.stop();
});

const open = (query: string) => api.app.inject({ url: `/deadlines${query}` });
const QUESTION = "?startsOn=2026-04-15&length=7&unit=working-day&rollRule=next-working-day";

describe("the page that counts a time limit", () => {
  it("asks first, with what is usual already chosen", async () => {
    const response = await open("");
    expect(response.statusCode).toBe(200);
    expect(response.body).toContain('value="CN-GX" selected');
    expect(response.body).not.toContain('id="answer"');
  });

  it("shows the answer as a picture of days and as a list", async () => {
    const { body } = await open(`${QUESTION}&region=CN-GX&direction=after`);
    expect(body).toContain("最后一日：2026年4月28日");
    expect(body).toContain("<caption>2026年4月</caption>");
    expect(body).toContain("起算日，不计");
    expect(body).toContain("第7个，最后一日");
    expect(body).toContain("计为第7个工作日");
    expect(body).toContain("三月三");
  });

  it("counts backward, and by months without rolling", async () => {
    const before = await open(
      "?startsOn=2026-04-13&length=7&unit=working-day&rollRule=none&region=CN-GX&direction=before",
    );
    expect(before.body).toContain("最后一日：2026年4月1日");
    const months = await open("?startsOn=2026-08-31&length=6&unit=month&rollRule=none");
    expect(months.body).toContain("最后一日：2027年2月28日");
  });

  it.each([
    ["startsOn=2026-02-30&length=7", "请填写真实存在的日期"],
    ["startsOn=2026-04-15&length=abc", "长度应为"],
    ["startsOn=2026-04-15&length=3000", "长度应为"],
    ["length=7", "请填写起算日"],
    ["startsOn=2098-04-15&length=7", "2098"],
    ["startsOn=2026-04-15&length=7&unit=week", "请选择其中一项"],
    ["startsOn=2026-04-15&length=2&unit=month&direction=before", "不顺延"],
  ])("says what is wrong and keeps what was typed: %s", async (query, words) => {
    const response = await open(`?${query}`);
    expect(response.statusCode).toBe(422);
    expect(response.body).toContain(words);
    expect(response.body).toContain('id="question"');
  });
});
