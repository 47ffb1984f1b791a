import jsqrModule from "jsqr";
import { BODY_GRID, MM, PAGE, baselineIn } from "../../templates/layout/grid.ts";
import { readGray } from "./check-picture.ts";
import type { MadePaper } from "./make-papers.ts";
import { run } from "./run.ts";

const jsqr = jsqrModule as unknown as typeof jsqrModule.default; // a CommonJS package whose types speak of an ES one

interface ShownCharacter {
  readonly x: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
}

const EDGE = 0.5;

/** MuPDF finds every line of 3号 on the raster of 22 rows, between the edges of the type area; a full page has all 22. */
export function checkGrid({ file, form }: MadePaper): string | null {
  if (form !== "letter") return null;
  const pages = readPages(run("mutool", ["draw", "-F", "stext", "-o", "-", file]).bytes.toString());
  if (pages.length === 0) return "没有读出页面";
  const right = PAGE.left + PAGE.typeWidth;
  let widest = 0;
  for (const [index, page] of pages.entries()) {
    const rows = new Set<number>();
    for (const shown of page.filter((each) => Math.abs(each.size - BODY_GRID.size) < 0.01)) {
      const row = (shown.baseline - PAGE.top - baselineIn(BODY_GRID)) / BODY_GRID.row;
      const where = `第${index + 1}页`;
      if (Math.abs(row - Math.round(row)) > 0.01)
        return `${where}有字不在行上（${row.toFixed(3)}）`;
      if (shown.x < PAGE.left - EDGE) return `${where}有字超出版心左边`;
      if (shown.right > right + BODY_GRID.cell / 2 + EDGE) return `${where}有字超出版心右边`;
      widest = Math.max(widest, shown.right);
      rows.add(Math.round(row));
    }
    if (Math.max(...rows) > PAGE.rows - 1) return `第${index + 1}页超过22行`;
  }
  // A closing mark may hang its empty half over the edge; ink does not.
  if (widest < right - BODY_GRID.cell) return "没有一行排满版心";
  return null;
}

/** The page with most rows of a long paper has exactly 22. */
export function checkFullPage({ file }: MadePaper): string | null {
  const pages = readPages(run("mutool", ["draw", "-F", "stext", "-o", "-", file]).bytes.toString());
  const counts = pages.map((page) => {
    const body = page.filter((each) => Math.abs(each.size - BODY_GRID.size) < 0.01);
    return new Set(body.map((each) => each.baseline.toFixed(1))).size;
  });
  const most = Math.max(...counts);
  const pitch = PAGE.typeHeight / MM / PAGE.rows;
  return most === PAGE.rows
    ? null
    : `最满的一页有${most}行，应为22行（每行${pitch.toFixed(2)}毫米）`;
}

function readPages(xml: string): ShownCharacter[][] {
  return xml
    .split("<page ")
    .slice(1)
    .map((page) => {
      let size = 0;
      const shown: ShownCharacter[] = [];
      for (const tag of page.matchAll(
        /<font [^>]*size="([\d.]+)"|<char quad="([^"]+)" x="([\d.-]+)" y="([\d.-]+)"[^>]* c="([^"]*)"/g,
      )) {
        if (tag[1] !== undefined) size = Number(tag[1]);
        else if (tag[5]?.trim()) {
          const right = Number(tag[2]?.split(" ")[2]);
          shown.push({ size, right, x: Number(tag[3]), baseline: Number(tag[4]) });
        }
      }
      return shown;
    });
}

/** The code on the last page, as it is printed, is read and leads to the check. */
export function checkQrCode({ file, checkUrl }: MadePaper): string | null {
  const pages = Number(/Pages:\s+(\d+)/.exec(run("pdfinfo", [file]).text)?.[1] ?? 0);
  const at = ["-r", "130", "-gray", "-f", String(pages), "-l", String(pages)];
  const { width, height, gray } = readGray(run("pdftoppm", [...at, file]).bytes);
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
  gray.forEach((value, i) => pixels.fill(value, 4 * i, 4 * i + 3));
  const code = jsqr(pixels, width, height);
  if (code === null) return "没有读出二维码";
  return code.data === checkUrl ? null : `二维码读出${code.data}`;
}
