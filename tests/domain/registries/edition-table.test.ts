import { describe, expect, it } from "vitest";
import type { Edition } from "../../../domain/registries/edition.ts";
import {
  readEditionTable,
  titlesOf,
  writeEditionTable,
} from "../../../domain/registries/edition-table.ts";
import { SHIPPED_EDITIONS } from "../../../domain/registries/shipped-editions.ts";

const CATALOG = SHIPPED_EDITIONS.find((each) => each.registry === "catalog");

function entriesOf(edition: Edition) {
  return edition.registry === "directory" ? edition.items : edition.rows;
}

/** A catalog line of M03 with one cell changed. */
function withCell(title: string, cell: string): readonly (readonly string[])[] {
  if (CATALOG === undefined) throw new Error("no catalog is shipped");
  const [heads = [], first = []] = writeEditionTable(CATALOG);
  return [heads, first.map((each, place) => (heads[place] === title ? cell : each))];
}

function wrongsOf(lines: readonly (readonly string[])[]): readonly string[] {
  const read = readEditionTable("catalog", lines);
  return read.kind === "wrong" ? read.messages : [];
}

describe("an edition as a table", () => {
  it.each(SHIPPED_EDITIONS.map((each) => [each.registry, each] as const))(
    "the shipped %s reads back as it was written",
    (registry, edition) => {
      const read = readEditionTable(registry, writeEditionTable(edition));
      if (read.kind === "wrong") throw new Error(read.messages.join("\n"));
      expect(read.entries).toHaveLength(entriesOf(edition).length);
      for (const [index, entry] of entriesOf(edition).entries()) {
        const { citations, ...back } = read.entries[index] as typeof entry;
        expect(entry).toMatchObject(back);
        const known = entry.citations.map(({ instrument, article }) => ({ instrument, article }));
        expect(citations).toEqual(known);
      }
    },
  );

  it("takes its columns in any order, and several values in a cell", () => {
    const heads = [...titlesOf("catalog")].reverse();
    const [written = [], first = []] = withCell("依据", "《甲条例》第一条；《乙办法》第二条");
    const line = heads.map((head) => first[written.indexOf(head)] ?? "");
    const read = readEditionTable("catalog", [heads, line]);
    expect(read).toMatchObject({
      entries: [
        {
          citations: [
            { instrument: "甲条例", article: "第一条" },
            { instrument: "乙办法", article: "第二条" },
          ],
        },
      ],
    });
  });

  it("a new implementer is known by its name", () => {
    const read = readEditionTable(
      "catalog",
      withCell("实施单位", "【虚构】示例局（国家机关及有关组织）"),
    );
    expect(read).toMatchObject({
      entries: [
        { implementers: [{ id: "【虚构】示例局", name: "【虚构】示例局", kind: "public-body" }] },
      ],
    });
  });

  it.each([
    ["措施类别", "别的", "第1条“措施类别”：没有“别的”，请填写：限制市场或者行业准入"],
    ["依据", "甲条例一条", "第1条“依据”：“甲条例一条”不是依据"],
    ["实施单位", "示例局", "第1条“实施单位”：“示例局”没有写明主体类别"],
    ["最长期限", "三年", "第1条“最长期限”：“三年”不是期限"],
    ["最低失信程度", "4", "第1条“最低失信程度”：没有“4”"],
    ["惩戒对象", "", "第1条“惩戒对象”：必须填写"],
  ])("says what is wrong in %s", (title, cell, message) => {
    const wrongs = wrongsOf(withCell(title, cell));
    expect(wrongs).toHaveLength(1);
    expect(wrongs[0]).toContain(message);
  });

  it("asks for its heads, names a column that it does not know, and tells every fault at once", () => {
    expect(wrongsOf([["甲", "乙"]])[0]).toContain("第一行不是表头");
    const [heads = [], first = []] = withCell("措施类别", "别的");
    const both = wrongsOf([
      [...heads, "备注"],
      [...first, ""],
    ]);
    expect(both).toHaveLength(2);
    expect(both[0]).toContain("没有“备注”这一列");
    expect(wrongsOf([heads])).toEqual(["表头之下没有内容"]);
  });
});
