import { readFile, readdir } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import {
  isPaperKind,
  isVolumeSheet,
  PAPER_KINDS,
  type TemplateKind,
  VOLUME_SHEETS,
} from "../../domain/papers.ts";
import { LAYOUTS } from "../../templates/papers/paper-layouts.ts";
import { templateOf, templateVersion } from "../../templates/papers/template.ts";
import { SlotError, fillPart, withStop } from "../../templates/wording/fill.ts";
import { parseWording } from "../../templates/wording/parse.ts";
import { listTexts, normalizeData, normalizeText } from "../../templates/wording/normalize-text.ts";
import { WordingError } from "../../templates/wording/syntax.ts";

function fill(lines: string, data: object): string[] {
  const [part] = parseWording(`# 标题\n\n## part 部分\n\n${lines}\n`, "test").parts;
  if (!part) throw new Error("no part");
  return fillPart(part, data).lines.map((line) => line.text);
}

describe("filling the wording", () => {
  it("puts texts and days in place", () => {
    const data = { name: "甲", day: "2026-03-02" };
    expect(fill("{{name}}于{{day day}}签收。", data)).toEqual(["甲于2026年3月2日签收。"]);
  });

  it("refuses a slot that the data does not have, and names it", () => {
    expect(() => fill("{{grounds}}", {})).toThrow(new SlotError("grounds", "在数据中不存在"));
  });

  it("refuses null where words must stand, a list as text, and a day that is none", () => {
    expect(() => fill("{{a}}", { a: null })).toThrow("没有内容");
    expect(() => fill("{{a}}", { a: ["x"] })).toThrow("不是文字");
    expect(() => fill("{{day a}}", { a: "2026-02-30" })).toThrow("不是日期");
    expect(() => fill("{{#each a}}\n\n{{this}}\n\n{{/each}}", { a: "x" })).toThrow("不是列表");
  });

  it("never repeats the data in an error", () => {
    expect(() => fill("{{day a}}", { a: "张某某" })).toThrow(/^(?!.*张某某)/);
  });

  it("repeats lines for each item and looks outside the item for what it lacks", () => {
    const data = { who: "甲", items: [{ name: "一" }, { name: "二" }] };
    expect(fill("{{#each items}}\n\n1. {{who}}：{{name}}\n\n{{/each}}", data)).toEqual([
      "甲：一",
      "甲：二",
    ]);
  });

  it("chooses lines and pieces of lines", () => {
    const text = `{{#is kind "a"}}\n\n甲\n\n{{else}}\n\n乙{{#if note}}（{{note}}）{{/if}}\n\n{{/is}}`;
    expect(fill(text, { kind: "a", note: null })).toEqual(["甲"]);
    expect(fill(text, { kind: "b", note: null })).toEqual(["乙"]);
    expect(fill(text, { kind: "b", note: "注" })).toEqual(["乙（注）"]);
  });

  it("makes paragraphs of the lines of a text and takes no syntax from data", () => {
    expect(fill("{{a}}", { a: "# 不是标题\n\n1. {{b}}" })).toEqual(["# 不是标题", "1. {{b}}"]);
  });

  it("ends sentences with one stop, whatever the data ends with", () => {
    const data = { a: "已支付；", b: "已支付。", c: "是否支付？", d: "他说：“已支付。”" };
    expect(fill("{{sentence a}}{{sentence b}}{{sentence c}}{{sentence d}}", data)).toEqual([
      "已支付。已支付。是否支付？他说：“已支付。”",
    ]);
    expect(fill("（{{phrase b}}）", data)).toEqual(["（已支付）"]);
    expect(withStop("《办法》", "；")).toBe("《办法》；");
  });
});

describe("a text file that is wrong is refused", () => {
  it.each([
    ["## part 部分\n", "缺少标题"],
    ["# 标题\n\n## part\n\n{{#each a}}\n\n甲\n", "缺少 {{/each}}"],
    ["# 标题\n\n## part\n\n甲\n\n{{/if}}\n", "多余的结束标记"],
    ["# 标题\n\n## part\n\n{{#if a}}甲{{/is}}\n", "缺少 {{/if}}"],
    ["# 标题\n\n## part\n\n{{a b}}\n", "不认识的填空"],
    ["# 标题\n\n## part\n\n- 甲\n", "不认识的写法"],
    ["# 标题\n\n## part\n\n## part\n", "同名的部分"],
    ["# 标题\n\n## 部分\n", "部分的写法"],
    ["# 标题\n\n## part\n\n{{a}\n", "括号不成对"],
  ])("%j", (source, problem) => {
    expect(() => parseWording(source, "test")).toThrow(WordingError);
    expect(() => parseWording(source, "test")).toThrow(problem);
  });
});

describe("typed text is brought to one form", () => {
  it.each([
    ["⼀⼆⼈", "一二人"],
    ["\uf9d1", "六"],
    ["甲\u00a0乙\t丙\u3000丁", "甲 乙 丙\u3000丁"],
    ["甲\u200b乙\ufeff", "甲乙"],
    ["甲\r\n乙\r丙\u2028丁", "甲\n乙\n丙\n丁"],
    ["李䶮㛃𬴂", "李䶮㛃𬴂"],
  ])("%j becomes %j", (typed, printed) => {
    expect(normalizeText(typed)).toBe(printed);
  });

  it("reaches every text of the data and leaves the rest alone", () => {
    const data = { a: "⼀", list: [{ b: "⼆" }], none: null, flag: true };
    expect(normalizeData(data)).toEqual({ a: "一", list: [{ b: "二" }], none: null, flag: true });
  });

  it("lists texts by their path", () => {
    expect(listTexts({ a: "x", list: [{ b: "y" }], n: null })).toEqual({ a: "x", "list.0.b": "y" });
  });
});

const TEMPLATES: readonly TemplateKind[] = [
  ...Object.keys(PAPER_KINDS).filter(isPaperKind),
  ...Object.keys(VOLUME_SHEETS).filter(isVolumeSheet),
];

describe.each(TEMPLATES)("text file of %s", (kind) => {
  it("has exactly the parts that the layout places", () => {
    const parts = templateOf(kind).wording.parts.map((part) => part.id);
    expect(parts.toSorted()).toEqual(LAYOUTS[kind].blocks.map((block) => block.part).toSorted());
  });

  it("gives every section and row a title", () => {
    const titled = LAYOUTS[kind].blocks.filter((block) => ["section", "row"].includes(block.as));
    const titles = new Map(templateOf(kind).wording.parts.map((part) => [part.id, part.title]));
    expect(titled.filter((block) => titles.get(block.part) === "")).toEqual([]);
  });

  it("contains no word that official papers must not use (R45)", async () => {
    const url = new URL(`../../templates/papers/${kind}/text.zh-CN.md`, import.meta.url);
    expect(await readFile(url, "utf8")).not.toMatch(/黑名单|老赖/);
  });
});

describe("templates as a whole", () => {
  it("has a folder for each kind of paper and no other", async () => {
    const url = new URL("../../templates/papers/", import.meta.url);
    const folders = (await readdir(url, { withFileTypes: true })).filter((entry) =>
      entry.isDirectory(),
    );
    expect(folders.map((folder) => folder.name).toSorted()).toEqual(
      [...Object.keys(PAPER_KINDS), ...Object.keys(VOLUME_SHEETS)].toSorted(),
    );
  });

  it("gives each template a version of its own", () => {
    const versions = TEMPLATES.map(templateVersion);
    expect(new Set(versions).size).toBe(versions.length);
    expect(versions.every((version) => /^[0-9a-f]{64}$/.test(version))).toBe(true);
  });
});
