import { deflateSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { countPages } from "../../api/use-cases/count-pages.ts";
import { type Fonts, openFonts } from "../../templates/fonts/open-fonts.ts";
import { renderPaper } from "../../templates/render.ts";
import { PAPER_DATA } from "../templates/paper-fixtures.ts";
import { readPdf } from "../templates/read-pdf.ts";

let fonts: Fonts;
beforeAll(async () => {
  fonts = await openFonts();
});

const PDF = "application/pdf";
const bytesOf = (...parts: readonly (string | Uint8Array)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : part)));

describe("pages are counted", () => {
  it("in papers of ours, of whatever length", () => {
    for (const kind of ["listing-decision", "proof-of-service"] as const) {
      const { bytes } = renderPaper(fonts, kind, PAPER_DATA[kind], { draft: false });
      expect(countPages(bytes, PDF)).toBe(readPdf(bytes).pageCount);
    }
  });

  it("at the root of the tree, not at one of its branches, and in the last version of a file", () => {
    const first = "1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n";
    const tree =
      "2 0 obj <</Type/Pages/Kids[3 0 R 4 0 R]/Count 7>> endobj\n3 0 obj <</Type/Pages/Count 5>> endobj\n";
    const whole = `%PDF-1.4\n${first}${tree}trailer <</Root 1 0 R>>\n%%EOF\n`;
    expect(countPages(bytesOf(whole), PDF)).toBe(7);
    const later = `2 0 obj <</Type/Pages/Kids[3 0 R]/Count 5>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF`;
    expect(countPages(bytesOf(whole, later), PDF)).toBe(5);
  });

  it("in files whose objects are packed into streams", () => {
    const [catalog, pages] = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 12/Kids[]>>"];
    const places = `1 0 2 ${String(catalog.length + 1)} `;
    const packed = deflateSync(Buffer.from(`${places}${catalog} ${pages}`));
    const head = `%PDF-1.5\n9 0 obj <</Type/ObjStm/N 2/First ${String(places.length)}/Filter/FlateDecode/Length ${String(packed.length)}>> stream\n`;
    const tail = "\nendstream endobj\n10 0 obj <</Type/XRef/Root 1 0 R>> stream\nendstream endobj";
    expect(countPages(bytesOf(head, packed, tail), PDF)).toBe(12);
  });

  it("as one for a picture, and not at all where a file has none or does not say", () => {
    expect(countPages(bytesOf("x"), "image/png")).toBe(1);
    expect(countPages(bytesOf("文字"), "text/plain")).toBeNull();
    expect(countPages(bytesOf("%PDF-1.7\n%%EOF"), PDF)).toBeNull();
  });
});
