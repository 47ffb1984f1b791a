import { mkdtempSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { MadePaper } from "./make-papers.ts";
import { run } from "./run.ts";

/** Poppler reads every paragraph through the structure, whole and in order, as it was put in. */
export function checkStructure({ file, text }: MadePaper): string | null {
  const read = readParagraphs(run("pdfinfo", ["-struct-text", file]).text);
  const at = text.findIndex((paragraph, i) => read[i] !== paragraph.replace(/\s+$/, ""));
  if (at < 0 && read.length === text.length) return null;
  return `第${at + 1}段不同：读出“${read[at] ?? "（无）"}”，应为“${text[at] ?? "（无）"}”`;
}

/** The texts of elements that are not figures; what one element shows on several pages is joined. */
function readParagraphs(listing: string): string[] {
  const paragraphs: string[] = [];
  let isFigure = false;
  let isOpen = false;
  for (const line of listing.split("\n")) {
    const text = /^\s*"(.*)"$/.exec(line)?.[1];
    if (text === undefined) {
      if (/^\s*\//.test(line)) continue;
      isFigure = /^\s*Figure/.test(line);
      isOpen = false;
    } else if (!isFigure) {
      if (isOpen) paragraphs.push(`${paragraphs.pop() ?? ""}${text}`);
      else paragraphs.push(text);
      isOpen = true;
    }
  }
  return paragraphs.filter((paragraph) => paragraph !== "");
}

/** Every character that was put in is read from the pages, and none besides seal and page numbers. */
export function checkCharacters({ file, text, sealName, form }: MadePaper): string | null {
  const raw = run("pdftotext", ["-raw", "-enc", "UTF-8", file, "-"]).text;
  const pages = raw.split("\f").length - 1;
  const numbers = Array.from({ length: pages }, (_, i) => `—${i + 1}—`);
  const besides = form === "volume-sheet" ? [] : [...numbers, sealName, "样章"];
  const expected = countCharacters([...text, ...besides].join(""));
  const found = countCharacters(raw);
  for (const [character, count] of [...expected, ...found]) {
    const [wanted, has] = [expected.get(character) ?? 0, found.get(character) ?? 0];
    if (wanted !== has) return `“${character}”应有${wanted}个，读出${has}个（${count}）`;
  }
  return null;
}

function countCharacters(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const character of text.replace(/\s/g, "")) {
    counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return counts;
}

/** The attached data come out byte by byte as they went in. */
export function checkTwin(paper: MadePaper, folder: string): string | null {
  const into = mkdtempSync(join(folder, "detached-"));
  const done = run("pdfdetach", ["-saveall", "-o", into, paper.file]);
  if (!done.ok) return done.text.trim();
  const bytes = readFileSync(join(into, `${paper.kind}.json`));
  return bytes.equals(Buffer.from(paper.twin, "utf8")) ? null : "附件与数据不同";
}
