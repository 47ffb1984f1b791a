import { once } from "node:events";
import { openSync } from "fontkit";
import PDFDocument from "pdfkit";
import type { ComposedBlock } from "../../templates/layout/blocks.ts";
import { FONT_FILES, type Maker, lookOf } from "./faces.ts";

const nothing = (): Promise<void> => Promise.resolve();

/** What one writes first with pdfkit: a font by its path, and text. No tags, no PDF/A, no seal, no QR code. */
export const naiveMaker: Maker = {
  name: "pdfkit, font by path",
  make: (blocks) => writeWith(blocks, FONT_FILES),
  close: nothing,
};

/** The same with fonts that are parsed once and shared between papers. */
export function openSharedMaker(): Maker {
  const fonts = {
    serif: openSync(FONT_FILES.serif),
    bold: openSync(FONT_FILES.bold),
    sans: openSync(FONT_FILES.sans),
  };
  return {
    name: "pdfkit, fonts shared",
    make: (blocks) => writeWith(blocks, fonts as unknown as typeof FONT_FILES), // pdfkit takes parsed fonts; its types know paths only
    close: nothing,
  };
}

async function writeWith(
  blocks: readonly ComposedBlock[],
  fonts: typeof FONT_FILES,
): Promise<Uint8Array> {
  const pdf = new PDFDocument({ size: "A4", margin: 79, info: { CreationDate: new Date(0) } });
  const chunks: Uint8Array[] = [];
  pdf.on("data", (chunk: Uint8Array) => void chunks.push(chunk));
  for (const block of blocks) {
    const { face, size } = lookOf(block);
    pdf.font(fonts[face]).fontSize(size).text(block.text, { lineGap: 6 });
  }
  pdf.end();
  await once(pdf, "end");
  return Buffer.concat(chunks);
}
