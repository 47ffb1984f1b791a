import { beforeAll, describe, expect, it } from "vitest";
import { isPaperKind, PAPER_KINDS, type PaperKind } from "../../domain/papers.ts";
import { readStandardCharacters } from "../../templates/fonts/standard-characters.ts";
import { MissingGlyphError, findMissingGlyphs } from "../../templates/fonts/missing-glyphs.ts";
import { type Fonts, openFonts, pickPack } from "../../templates/fonts/open-fonts.ts";
import { PAGE } from "../../templates/layout/grid.ts";
import type { PaperModel, StructureNode } from "../../templates/layout/page-model.ts";
import type { PaperDataByKind } from "../../templates/papers/data-by-kind.ts";
import { renderPaper } from "../../templates/render.ts";
import { PAPER_DATA } from "./paper-fixtures.ts";
import { type ReadElement, readPdf } from "./read-pdf.ts";
import { setPaper, type SetPaper } from "./set-paper.ts";

const KINDS = Object.keys(PAPER_KINDS).filter(isPaperKind);
const STANDARD = readStandardCharacters();
/** 71 characters that are hard in personal names; Song and Hei lack several of them, which Kai has. */
const HARD_NAMES =
  "䶮㛃𬴂𫖯𬭛𬀩𪟝㼆㑇㵘䒟㬢𣲗喆犇堃淼頔珺赟祎翀龑𠮷𤋮㐂䜣䴓𬱖𬇕𬍛𬎆𬸣𬬭𬬻𫍣𫠆𫘝𬘭𬳽𬳿𬟽𬘡𬤊𫓧𫓹𬬱𫍲𫍯𬕂𡐓𦈡𫷷𫵷𥖨𤩽𨱏𣸣𠅤𣗋𤧛𤪌𫄸𬶠𬴊𬊈𫭟𣈶𬞟𮧵𮝹";
const UNPRINTABLE_NAME = "𡋤";
const LONG_ADDRESS =
  "广西壮族自治区梧州市苍梧县【虚构】石桥镇示例大道东段北侧第三工业园区二期标准厂房17号楼B座12层1203至1208室（原示例建筑材料综合市场办公楼）";
const LONG_NAME =
  "【虚构】广西梧州云雀示例劳务有限公司苍梧县石桥镇示例大道综合开发建设项目第三标段农民工工资专用账户管理项目部（集团）股份有限公司";

let fonts: Fonts;
beforeAll(async () => {
  fonts = await openFonts();
});

/** Long lists of everything: 40 grounds, 60 measures, 200 pieces of evidence. */
const COUNTS: Readonly<Record<string, number>> = { evidence: 200, items: 200, materials: 200 };

function grow(value: unknown, name = ""): unknown {
  if (Array.isArray(value)) {
    const count = COUNTS[name] ?? (name === "measures" || name === "liftedMeasures" ? 60 : 40);
    const items: unknown[] = value;
    if (items.length === 0) return items;
    return Array.from({ length: count }, (_, i) => mark(items[i % items.length], i + 1));
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, grow(each, key)]));
}

/** Tells one copy from the next, so that none can be lost unseen. */
function mark(item: unknown, place: number): unknown {
  if (typeof item === "string") return `（第${String(place)}项）${item}`;
  if (typeof item !== "object" || item === null) return item;
  const entries = Object.entries(item).map(([key, text]): [string, unknown] => [
    key,
    typeof text === "string" && !/On$/.test(key) ? `（第${String(place)}项）${text}` : text,
  ]);
  return Object.fromEntries(entries);
}

/** The same data of a kind, larger; the shape stays what it was. */
function enlarged<Kind extends PaperKind>(kind: Kind): PaperDataByKind[Kind] {
  const long = { ...PAPER_DATA[kind], addresseeName: LONG_NAME };
  return grow(long) as PaperDataByKind[Kind]; // the same fields with more of the same in them
}

describe.each(KINDS)("the paper %s under load", (kind) => {
  it("prints all 8,105 standard characters and reads them back in order", () => {
    const data = { ...PAPER_DATA[kind], addresseeName: STANDARD };
    const { bytes } = renderPaper(fonts, kind, data, { draft: false });
    const spoken = readPdf(bytes).elements.map(textOf).join("");
    expect(spoken).toContain(STANDARD);
  });

  it("prints hard names, and stops with code point and field where no font has a character", () => {
    const named = { ...PAPER_DATA[kind], addresseeName: `【虚构】${HARD_NAMES}` };
    const { bytes } = renderPaper(fonts, kind, named, { draft: false });
    expect(readPdf(bytes).elements.map(textOf).join("")).toContain(HARD_NAMES);
    const data = { ...PAPER_DATA[kind], addresseeName: UNPRINTABLE_NAME };
    const make = () => renderPaper(fonts, kind, data, { draft: true });
    expect(make).toThrow(MissingGlyphError);
    expect(make).toThrow("addresseeName U+212E4");
  });

  it("with long names and lists loses nothing and stays within its type area", () => {
    const data = enlarged(kind);
    const paper = renderPaper(fonts, kind, data, { draft: false });
    const spoken = readPdf(paper.bytes).elements.map(textOf).join("");
    for (const text of paper.text) expect(spoken).toContain(text);
    expectWithinTypeArea(setPaper(fonts, kind, data).model);
  });

  it("with long names and lists leaves no heading and no “下列……：” at the foot of a page and no signature alone", () => {
    const paper = setPaper(fonts, kind, enlarged(kind));
    const pages = paper.model.pages.map((_, page) => rowsOf(paper, page));
    for (const rows of pages) expect(rows.at(-1)?.type).not.toMatch(/^H/);
    for (const rows of pages.slice(0, -1)) expect(lastOf(rows)?.leadsOn).not.toBe(true);
    const signed = pages.find((rows) => rows.some((row) => row.isSignature));
    expect(signed?.filter((row) => row.isContent).length).toBeGreaterThan(0);
  });
});

describe("an address that is very long", () => {
  it.each([
    ["prior-notice", { partyDetails: [{ label: "住所", text: LONG_ADDRESS }] }],
    ["proof-of-service", { servicePlace: LONG_ADDRESS }],
    ["service-address-confirmation", { address: LONG_ADDRESS }],
  ] as const)("goes on on the next line of %s", (kind, change) => {
    const data = { ...PAPER_DATA[kind], ...change };
    const { text } = renderPaper(fonts, kind, data, { draft: false });
    expect(text.join("\n")).toContain(LONG_ADDRESS);
    expectWithinTypeArea(setPaper(fonts, kind, data).model);
  });
});

describe("a ruled form of any length", () => {
  const lengths = Array.from({ length: 70 }, (_, i) => i);

  it("has its seal under the table and the QR code's note in reach, never across a row of the table", () => {
    for (const kind of ["proof-of-service", "legal-review-opinion"] as const) {
      const { model } = setPaper(fonts, kind, PAPER_DATA[kind]);
      const seal = model.structure.find((node) => node.isSeal);
      const rules = model.pages.flatMap(({ marks }) =>
        marks.flatMap(({ node, draws }) =>
          draws.flatMap((draw) =>
            node === "artifact" && draw.kind === "rule" && draw.from[1] < 640 ? [draw.to[1]] : [],
          ),
        ),
      );
      expect(rules.length).toBeGreaterThan(5);
      // The ring itself is a millimeter wide; no word of a cell lies so near to its rule.
      expect(seal?.box?.[1]).toBeGreaterThan(Math.max(...rules) - 4);
    }
  });

  it("never has its signature alone on a page", () => {
    for (const length of lengths) {
      const remarks = Array.from({ length }, (_, i) => `第${String(i + 1)}次送达的经过`).join("\n");
      const data = { ...PAPER_DATA["proof-of-service"], remarks };
      const paper = setPaper(fonts, "proof-of-service", data);
      const rows = rowsOf(paper, paper.model.pages.length - 1);
      expect(rows.some((row) => row.isSignature)).toBe(true);
      expect(rows.filter((row) => row.isContent).length, `${String(length)} lines`).toBeGreaterThan(
        0,
      );
    }
  });
});

describe.each(["listing-decision", "hearing-minutes", "withdrawal-notice"] as const)(
  "the letter %s of any length",
  (kind) => {
    const lengths = Array.from({ length: 50 }, (_, i) => i);

    it("never has its signature alone on a page, nor a heading at the foot of one", () => {
      for (const length of lengths) {
        const more = "本机关另查明，上述情形在办理期间一直持续。".repeat(length);
        const data = { ...PAPER_DATA[kind], addresseeIdentifier: `91450421MA5XXXXX0X${more}` };
        const paper = setPaper(fonts, kind, data);
        const pages = paper.model.pages.map((_, page) => rowsOf(paper, page));
        const message = `${String(length)} sentences more`;
        for (const rows of pages) expect(rows.at(-1)?.type, message).not.toMatch(/^H/);
        for (const rows of pages.slice(0, -1)) {
          expect(lastOf(rows)?.leadsOn, message).not.toBe(true);
        }
        const signed = pages.find((rows) => rows.some((row) => row.isSignature));
        expect(signed?.filter((row) => row.isContent).length, message).toBeGreaterThan(0);
      }
    });
  },
);

it("the bundled fonts have every standard character and every hard name, the rarest in Kai alone", () => {
  expect([...STANDARD]).toHaveLength(8105);
  expect([...HARD_NAMES]).toHaveLength(71);
  expect(findMissingGlyphs(fonts, { text: STANDARD, name: HARD_NAMES })).toEqual([]);
  const faceOf = (character: string) =>
    pickPack(fonts.slots.body, character.codePointAt(0) ?? 0)?.header.postscriptName;
  expect(Array.from("一䶮𠮷𤋮", faceOf)).toEqual([
    "NotoSerifSC-Regular",
    "NotoSerifSC-Regular",
    "LXGWWenKai-Regular",
    "LXGWWenKai-Regular",
  ]);
});

/** What is read aloud; a cell that goes on in a further row is one text. */
function textOf(element: ReadElement): string {
  if (element.type === "Figure") return "";
  if (element.type === "Table") return tableTextOf(element);
  return element.children.length > 0 ? element.children.map(textOf).join("") : element.text;
}

function tableTextOf(table: ReadElement): string {
  let label = "";
  return table.children
    .map(({ children: [head, cell] }) => {
      const isFurther = head?.text === label;
      label = head?.text ?? "";
      return (isFurther ? "" : label) + (cell === undefined ? "" : textOf(cell));
    })
    .join("");
}

function expectWithinTypeArea(model: PaperModel): void {
  const right = PAGE.left + PAGE.typeWidth;
  const bottom = PAGE.top + PAGE.typeHeight;
  const glyphs = model.pages.flatMap(({ marks }) =>
    marks.flatMap(({ node, draws }) =>
      node === "artifact"
        ? []
        : draws.flatMap((draw) => {
            if (draw.kind !== "text") return [];
            return draw.line.glyphs.map((glyph) => ({ x: draw.left + glyph.x, y: draw.y }));
          }),
    ),
  );
  const outside = glyphs.filter(
    ({ x, y }) => x < PAGE.left - 1 || x >= right || y <= PAGE.top || y > bottom + 1,
  );
  expect(outside).toEqual([]);
}

interface Row {
  readonly type: StructureNode["type"] | undefined;
  readonly isSignature: boolean;
  /** Words of the paper itself: not head, signature, date or note. */
  readonly isContent: boolean;
  /** The last line of words that end with a colon. */
  readonly leadsOn: boolean;
}

/** The last row of a page that belongs to the paper itself. */
function lastOf(rows: readonly Row[]): Row | undefined {
  return rows.findLast((row) => row.isContent);
}

const FRAME_KINDS = ["authority", "number", "title", "signature", "date", "verification", "note"];

/** The rows of text of a page from top to bottom. */
function rowsOf({ model, blocks }: SetPaper, page: number): readonly Row[] {
  const frame = new Set(
    blocks.filter((block) => FRAME_KINDS.includes(block.kind)).map((block) => block.text),
  );
  const signature = blocks.find((block) => block.kind === "date")?.text;
  const rows = (model.pages[page]?.marks ?? []).flatMap(({ node, draws }) => {
    if (node === "artifact") return [];
    return draws.flatMap((draw) => {
      if (draw.kind !== "text") return [];
      const text = textOfNode(model, node);
      const { y } = draw;
      const type = model.structure[node]?.type;
      const isContent = type !== "Figure" && !frame.has(text);
      const line = draw.line.glyphs.map((each) => each.character).join("");
      const leadsOn = line.endsWith("：") && text.endsWith(line);
      return [{ y, type, isSignature: text === signature, isContent, leadsOn }];
    });
  });
  return rows.toSorted((a, b) => a.y - b.y);
}

/** All characters of an element, on whatever pages they stand. */
function textOfNode(model: PaperModel, wanted: number): string {
  return model.pages
    .flatMap(({ marks }) => marks.filter(({ node }) => node === wanted))
    .flatMap(({ draws }) => draws)
    .flatMap((draw) => (draw.kind === "text" ? draw.line.glyphs.map((each) => each.character) : []))
    .join("");
}
