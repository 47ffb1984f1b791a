import fc from "fast-check";
import { readFile } from "node:fs/promises";
import PDFDocument from "pdfkit";
import { beforeAll, describe, expect, it } from "vitest";
import { type Fonts, openFonts, pickPack } from "../../templates/fonts/open-fonts.ts";
import type { ComposedBlock, PaperFrame } from "../../templates/layout/blocks.ts";
import type { ComposedLine } from "../../templates/layout/compose-lines.ts";
import { type FlowRow, placeRows } from "../../templates/layout/flow.ts";
import { BODY_GRID, PAGE, baselineIn } from "../../templates/layout/grid.ts";
import { setLetter } from "../../templates/layout/letter.ts";
import type { Draw, PaperModel } from "../../templates/layout/page-model.ts";
import { renderPaper } from "../../templates/render.ts";
import { PAPER_DATA } from "./paper-fixtures.ts";
import { readPdf } from "./read-pdf.ts";

let fonts: Fonts;

beforeAll(async () => {
  fonts = await openFonts();
});

const blank: ComposedLine = { text: "", glyphs: [], right: 0, forced: false };

describe("filling pages", () => {
  const flags = fc.array(fc.boolean(), { minLength: 1, maxLength: 120 });

  it("keeps the order, leaves no row out, puts no two on one place", () => {
    fc.assert(
      fc.property(flags, fc.integer({ min: 0, max: 20 }), (keeps, first) => {
        const rows = keeps.map((keepWithNext, node): FlowRow => ({
          node,
          line: blank,
          slot: "body",
          keepWithNext,
        }));
        const placed = placeRows(rows, first, 22);
        expect(placed.map(({ row }) => row.node)).toEqual(rows.map((row) => row.node));
        const places = placed.map(({ page, at }) => page * 22 + at);
        expect(new Set(places).size).toBe(rows.length);
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        expect(placed.every(({ at }) => at >= 0 && at < 22)).toBe(true);
      }),
      { seed: 3 },
    );
  });

  it("keeps together what must stay together, as long as it fits on a page", () => {
    fc.assert(
      fc.property(flags, (keeps) => {
        let run = 0;
        const short = keeps.map((keep) => {
          run = keep ? run + 1 : 0;
          return keep && run % 8 !== 0;
        });
        const rows = short.map((keepWithNext, node): FlowRow => ({
          node,
          line: blank,
          slot: "body",
          keepWithNext,
        }));
        const placed = placeRows(rows, 5, 22);
        placed.forEach(({ row, page }, i) => {
          const next = placed[i + 1];
          if (row.keepWithNext && next) expect(next.page).toBe(page);
        });
      }),
      { seed: 3 },
    );
  });
});

const frame: PaperFrame = {
  draft: false,
  specimen: true,
  sealName: "【虚构】示例局",
  checkUrl: "https://example.gov.cn/a",
  draftMark: "草稿",
  sealDescription: "印章",
  qrDescription: "二维码",
};

function letterOf(paragraphs: number): PaperModel {
  const blocks: ComposedBlock[] = [
    { kind: "authority", text: "【虚构】示例局" },
    { kind: "number", text: "示〔2026〕1号" },
    { kind: "title", text: "示例文书" },
    ...Array.from({ length: paragraphs }, (_, i): ComposedBlock[] => [
      { kind: "heading", level: 2, text: `${i}、标题` },
      { kind: "paragraph", text: "文".repeat(40 + i) },
    ]).flat(),
    { kind: "signature", text: "【虚构】示例局" },
    { kind: "date", text: "2026年3月27日" },
    { kind: "verification", text: "扫码核验" },
  ];
  return setLetter(blocks, frame, (slot, codePoint) => {
    const pack = pickPack(fonts.slots[slot], codePoint);
    return pack ? pack.advanceOf(pack.glyphOf(codePoint)) : 1000;
  });
}

/** Row numbers of a page on which an element of the text has a line. */
function rowsOf(model: PaperModel, page: number, type: string): number[] {
  const marks = model.pages[page]?.marks ?? [];
  const draws = marks.flatMap((mark) =>
    mark.node !== "artifact" && model.structure[mark.node]?.type === type ? mark.draws : [],
  );
  return draws.flatMap((draw) =>
    draw.kind === "text" && draw.size === BODY_GRID.size ? [rowAt(draw)] : [],
  );
}

function rowAt(draw: Extract<Draw, { kind: "text" }>): number {
  return (draw.y - PAGE.top - baselineIn(BODY_GRID)) / BODY_GRID.row;
}

describe("a letter on the grid", () => {
  const lengths = Array.from({ length: 30 }, (_, i) => i + 1);

  it("stands on whole rows of 22, inside the type area", () => {
    for (const length of lengths) {
      const model = letterOf(length);
      model.pages.forEach((_, page) => {
        for (const row of [...rowsOf(model, page, "P"), ...rowsOf(model, page, "H2")]) {
          expect(Math.abs(row - Math.round(row))).toBeLessThan(0.01);
          expect(Math.round(row)).toBeGreaterThanOrEqual(0);
          expect(Math.round(row)).toBeLessThan(PAGE.rows);
        }
      });
    }
  });

  it("never leaves a heading as the last line of a page", () => {
    for (const length of lengths) {
      const model = letterOf(length);
      model.pages.forEach((_, page) => {
        const last = Math.max(...rowsOf(model, page, "P"));
        expect(Math.max(-1, ...rowsOf(model, page, "H2"))).toBeLessThan(last);
      });
    }
  });

  it("never puts the signature on a page without two lines of text", () => {
    for (const length of lengths) {
      const model = letterOf(length);
      const last = model.pages.length - 1;
      // Authority and date are two of the lines.
      expect(rowsOf(model, last, "P").length).toBeGreaterThanOrEqual(length > 1 ? 4 : 3);
    }
  });

  it("always shows text on the first page", () => {
    for (const length of lengths)
      expect(rowsOf(letterOf(length), 0, "P").length).toBeGreaterThan(1);
  });

  it("presses the seal on authority and date, its top within one row of the text", () => {
    const model = letterOf(3);
    const page = model.pages.length - 1;
    const rows = rowsOf(model, page, "P").toSorted((a, b) => a - b);
    const [lastText = 0, authority = 0] = rows.slice(-3);
    const ring = model.pages[page]?.marks
      .flatMap((mark) => mark.draws)
      .find((draw) => draw.kind === "ring");
    if (ring?.kind !== "ring") throw new Error("no seal");
    const sealTop = (ring.center[1] - ring.radius - PAGE.top) / BODY_GRID.row;
    expect(sealTop).toBeLessThan(lastText + 2);
    expect(sealTop).toBeLessThan(authority);
  });

  it("paints the seal under the text", () => {
    const model = letterOf(3);
    const marks = model.pages.at(-1)?.marks ?? [];
    const first = marks.findIndex((mark) => mark.draws.some((draw) => draw.kind === "ring"));
    const text = marks.findIndex((mark) =>
      mark.draws.some((draw) => draw.kind === "text" && draw.size === 16),
    );
    expect(first).toBeLessThan(text);
  });
});

describe("long content", () => {
  it("of a form goes on on further pages and loses nothing", () => {
    const remarks = Array.from({ length: 120 }, (_, i) => `第${i + 1}次送达的经过。`).join("\n");
    const data = { ...PAPER_DATA["proof-of-service"], remarks };
    const paper = renderPaper(fonts, "proof-of-service", data, { draft: false });
    const pdf = readPdf(paper.bytes);
    expect(pdf.pageCount).toBeGreaterThan(3);
    const table = pdf.elements.find((element) => element.type === "Table");
    for (let i = 1; i <= 120; i += 1) expect(table?.text).toContain(`第${i}次送达的经过。`);
  });

  it("of a letter keeps a paragraph one element over several pages", () => {
    const fact = "事实".repeat(900);
    const data = { ...PAPER_DATA["prior-notice"], facts: [fact] };
    const pdf = readPdf(renderPaper(fonts, "prior-notice", data, { draft: false }).bytes);
    expect(pdf.elements.map((element) => element.text)).toContain(`${fact}。`);
  });

  it("of names shrinks or divides the red head and turns the seal tighter", () => {
    const authorityName =
      "【虚构】广西壮族自治区梧州市苍梧县人力资源和社会保障以及劳动关系协调事务管理局";
    const data = { ...PAPER_DATA["public-notice"], authorityName, sealName: authorityName };
    const paper = renderPaper(fonts, "public-notice", data, { draft: false });
    const [head] = readPdf(paper.bytes).elements;
    expect(head?.text).toBe(authorityName);
  });
});

describe("what we lean on inside pdfkit", () => {
  it("is version 0.20.2", async () => {
    const url = new URL("../../node_modules/pdfkit/package.json", import.meta.url);
    const { version } = JSON.parse(await readFile(url, "utf8")) as { version: string }; // a package.json
    expect(version).toBe("0.20.2");
  });

  it("is still there", () => {
    const pdf = new PDFDocument({ autoFirstPage: true });
    const inside = pdf as unknown as Record<string, unknown>; // members its types do not name
    for (const name of [
      "font",
      "addContent",
      "markStructureContent",
      "endMarkedContent",
      "struct",
      "addStructure",
      "file",
      "read",
    ]) {
      expect(typeof inside[name], name).toBe("function");
    }
    const font = inside["_font"] as Record<string, unknown>; // the standard font of a new document
    expect(typeof font["encode"]).toBe("function");
    expect(typeof font["ref"]).toBe("function");
    expect(typeof (pdf.page as unknown as Record<string, unknown>)["fonts"]).toBe("object"); // as above
  });
});
