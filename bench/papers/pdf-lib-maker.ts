import { readFileSync } from "node:fs";
import { Readable } from "node:stream";
import { create } from "fontkit";
import { PDFDocument, type PDFFont } from "pdf-lib";
import { type Face, FONT_FILES, type Maker, lookOf } from "./faces.ts";

const [WIDTH, HEIGHT, MARGIN, LINE] = [595, 842, 79, 29];

/** pdf-lib has no line breaking: lines are cut after so many characters. */
export function openPdfLibMaker(): Maker {
  const files = {
    serif: readFileSync(FONT_FILES.serif),
    bold: readFileSync(FONT_FILES.bold),
    sans: readFileSync(FONT_FILES.sans),
  };
  return {
    name: "pdf-lib",
    async make(blocks) {
      const pdf = await PDFDocument.create();
      pdf.registerFontkit({ create: openForPdfLib } as never); // made for an older version of the same package
      const fonts: Record<Face, PDFFont> = {
        serif: await pdf.embedFont(files.serif, { subset: true }),
        bold: await pdf.embedFont(files.bold, { subset: true }),
        sans: await pdf.embedFont(files.sans, { subset: true }),
      };
      let page = pdf.addPage([WIDTH, HEIGHT]);
      let y = HEIGHT - MARGIN;
      for (const block of blocks) {
        const { face, size } = lookOf(block);
        const characters = Array.from(block.text);
        const perLine = Math.max(1, Math.floor((WIDTH - 2 * MARGIN) / size));
        for (let from = 0; from < characters.length; from += perLine) {
          if (y < MARGIN) [page, y] = [pdf.addPage([WIDTH, HEIGHT]), HEIGHT - MARGIN];
          const text = characters.slice(from, from + perLine).join("");
          page.drawText(text, { x: MARGIN, y, size, font: fonts[face] });
          y -= Math.max(LINE, size * 1.3);
        }
      }
      return pdf.save();
    },
    close: () => Promise.resolve(),
  };
}

/** pdf-lib asks for a subset as a stream, which fontkit no longer gives. */
function openForPdfLib(file: Uint8Array) {
  const font = create(Buffer.from(file));
  if (!("createSubset" in font)) throw new Error("a single font was expected");
  const createSubset = font.createSubset.bind(font);
  return Object.assign(font, {
    createSubset() {
      const subset = createSubset();
      return Object.assign(subset, { encodeStream: () => Readable.from([subset.encode()]) });
    },
  });
}
