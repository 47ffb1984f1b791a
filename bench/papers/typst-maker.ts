import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { ComposedBlock } from "../../templates/layout/blocks.ts";
import { FONT_FILES, type Maker, lookOf } from "./faces.ts";

const FAMILIES = {
  serif: `(font: "Noto Serif SC", weight: 400)`,
  bold: `(font: "Noto Serif SC", weight: 700)`,
  sans: `(font: "Noto Sans SC", weight: 500)`,
};

const PREAMBLE = `
#set page(paper: "a4", margin: (left: 28mm, right: 26mm, top: 37mm, bottom: 35mm), numbering: "— 1 —")
#set text(lang: "zh", region: "cn", size: 16pt, ..${FAMILIES.serif})
#set par(justify: true, leading: 13pt, spacing: 13pt, first-line-indent: (amount: 2em, all: true))
#show heading: it => text(size: 16pt, ..${FAMILIES.sans}, it.body)
`;

/** How many papers typst may remember parts of. */
const REMEMBERED = 10;

/** Typst, which is native code: the words set as tagged PDF/A-3a from the same font files; no seal, no QR code, no data attached. */
export function openTypstMaker(): Maker {
  const compiler = NodeCompiler.create({
    fontArgs: [{ fontPaths: Object.values(FONT_FILES) }],
    workspace: process.cwd(),
  });
  return {
    name: "typst, PDF/A-3a",
    make(blocks) {
      const mainFileContent = writeSource(blocks);
      const { result } = compiler.compile({ mainFileContent });
      if (result === null) throw new Error("typst did not take its source");
      const bytes = compiler.pdf(result, { pdfStandard: "a-3a", creationTimestamp: 1 });
      compiler.evictCache(REMEMBERED);
      return Promise.resolve(bytes);
    },
    close: () => Promise.resolve(),
  };
}

function writeSource(blocks: readonly ComposedBlock[]): string {
  const title = blocks.find((block) => block.kind === "title")?.text ?? "";
  const lines = blocks.map((block) => {
    const text = JSON.stringify(block.text);
    const { face, size } = lookOf(block);
    if (block.kind === "heading") return `#heading(level: ${block.level - 1}, ${text})`;
    if (size === 16) return `#par(${text})`;
    return `#align(center, text(size: ${size}pt, fill: ${size > 40 ? "red" : "black"}, ..${FAMILIES[face]}, ${text}))`;
  });
  return `#set document(title: ${JSON.stringify(title)}, date: datetime(year: 2026, month: 3, day: 27))${PREAMBLE}${lines.join("\n\n")}`;
}
