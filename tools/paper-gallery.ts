import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  isPaperKind,
  isVolumeSheet,
  PAPER_KINDS,
  paperTitle,
  type TemplateKind,
  VOLUME_SHEETS,
} from "../domain/papers.ts";
import { openFonts, type Fonts } from "../templates/fonts/open-fonts.ts";
import { renderPaper, requiredSections } from "../templates/render.ts";
import { PAPER_DATA } from "../tests/templates/paper-fixtures.ts";
import { formatMarkdown } from "./generated-doc.ts";
import { encodePalettePng } from "./palette-png.ts";

/** `npm run docs:papers`: a picture of every page of every kind of paper, and `docs/papers.md`, which shows them. */
const DOCUMENT = new URL("../docs/papers.md", import.meta.url);
const IMAGES = fileURLToPath(new URL("../docs/images/papers/", import.meta.url));
/** Small, and still readable enough to see how a page is built. */
const DOTS_PER_INCH = "50";

async function main(): Promise<void> {
  const fonts = await openFonts();
  rmSync(IMAGES, { recursive: true, force: true });
  mkdirSync(IMAGES, { recursive: true });
  const lines = [
    "# 文书样张 · Gallery of papers",
    "<!-- 由 npm run docs:papers 生成，请勿手改 -->",
    "每种文书一节：用途相同的示例数据、每一页的样子、必须有内容的部分。示例中的单位和人员均为虚构；印章为样章。",
    "One section for each kind of official paper, made from invented data: every page, and the sections that must not be empty.",
  ];
  const kinds = [
    ...Object.keys(PAPER_KINDS).filter(isPaperKind),
    ...Object.keys(VOLUME_SHEETS).filter(isVolumeSheet),
  ];
  for (const kind of kinds) {
    lines.push(...describe(kind, takePictures(fonts, kind)));
    console.log(paperTitle(kind));
  }
  writeFileSync(DOCUMENT, await formatMarkdown(lines, DOCUMENT));
}

/** Draws the pages of a paper as pictures; their names in order. */
function takePictures(fonts: Fonts, kind: TemplateKind): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), "mingdan-paper-"));
  try {
    const file = join(folder, "paper.pdf");
    writeFileSync(file, renderPaper(fonts, kind, PAPER_DATA[kind], { draft: false }).bytes);
    draw(file, join(folder, "page"));
    const pages = readdirSync(folder).filter((name) => name.endsWith(".ppm"));
    return pages.toSorted().map((page, place) => {
      const name = `${kind}-${String(place + 1)}.png`;
      writeFileSync(join(IMAGES, name), encodePalettePng(readFileSync(join(folder, page))));
      return name;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function draw(file: string, target: string): void {
  try {
    execFileSync("pdftoppm", ["-r", DOTS_PER_INCH, file, target]);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") {
      throw new Error("缺少 pdftoppm（poppler-utils），请先安装", { cause: error });
    }
    throw error;
  }
}

function describe(kind: TemplateKind, pictures: readonly string[]): readonly string[] {
  const { title, shortTitle } = isVolumeSheet(kind) ? VOLUME_SHEETS[kind] : PAPER_KINDS[kind];
  const sections = requiredSections(kind).map((section) => section.title);
  const images = pictures.map(
    (name, place) => `![${title}，第${String(place + 1)}页](images/papers/${name})`,
  );
  return [
    `## ${shortTitle}`,
    `${title === shortTitle ? "" : `全称：${title}。`}必须有内容的部分：${[...new Set(sections)].join("、")}。`,
    images.join(" "),
  ];
}

await main();
