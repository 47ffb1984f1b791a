import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { comparePictures } from "./compare-pictures.ts";
import { decodeGrayPng, encodeGrayPng, type GrayPicture, joinPictures } from "./gray-png.ts";
import type { MadePaper } from "./make-papers.ts";
import { run } from "./run.ts";

const REFERENCES = fileURLToPath(new URL("../../tests/templates/pictures/", import.meta.url));
/** Enough to see head, blocks of text, table, seal and code. */
const DOTS_PER_INCH = "30";
const RENEW = "npm run verify:papers -- --renew-pictures";

/** The first and the last page of a paper look as they did when a person last looked at them, within a tolerance. */
export function checkPicture(paper: MadePaper): string | null {
  const reference = join(REFERENCES, `${paper.kind}.png`);
  if (!existsSync(reference)) return `没有参照图；看过样张后用 ${RENEW} 生成`;
  const picture = takePicture(paper);
  const difference = comparePictures(picture, decodeGrayPng(readFileSync(reference)));
  if (difference === null) return null;
  const folder = join(tmpdir(), "mingdan-paper-pictures");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${paper.kind}.png`);
  writeFileSync(file, encodeGrayPng(picture));
  return `${difference}。现在的样子：${file}；参照图：${reference}。若改动是有意的，用 ${RENEW} 更新参照图`;
}

/** Takes the pictures of all kinds anew; those of kinds that are no more go. */
export function renewPictures(papers: readonly MadePaper[]): void {
  rmSync(REFERENCES, { recursive: true, force: true });
  mkdirSync(REFERENCES, { recursive: true });
  for (const paper of papers) {
    writeFileSync(join(REFERENCES, `${paper.kind}.png`), encodeGrayPng(takePicture(paper)));
  }
}

/** References that no kind of paper has any more. */
export function findStrayPictures(papers: readonly MadePaper[]): readonly string[] {
  const known = new Set(papers.map((paper) => `${paper.kind}.png`));
  const names = existsSync(REFERENCES) ? readdirSync(REFERENCES) : [];
  return names.filter((name) => !known.has(name)).map((name) => `${name} 不属于任何一种文书`);
}

function takePicture({ file }: MadePaper): GrayPicture {
  const last = Number(/Pages:\s+(\d+)/.exec(run("pdfinfo", [file]).text)?.[1] ?? 1);
  const pages = [...new Set([1, last])].map((page) => {
    const at = ["-r", DOTS_PER_INCH, "-gray", "-f", String(page), "-l", String(page)];
    return readGray(run("pdftoppm", [...at, file]).bytes);
  });
  return joinPictures(pages);
}

/** A gray picture as pdftoppm writes it: `P5`, width, height, 255, then the bytes. */
export function readGray(bytes: Buffer): GrayPicture {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString("latin1", 0, 64));
  if (head === null) return { width: 0, height: 0, gray: new Uint8Array() };
  const gray = bytes.subarray(head[0].length);
  return { width: Number(head[1]), height: Number(head[2]), gray };
}
