import { readFileSync } from "node:fs";

/** The 8,105 characters of 通用规范汉字表, in the order of their code points. */
export function readStandardCharacters(): string {
  const text = readFileSync(new URL("./standard-8105.txt", import.meta.url), "utf8");
  return text.replaceAll("\n", "");
}

const [FIRST_LATIN, LAST_LATIN] = [0x21, 0x7e];

/** The characters that papers are mostly made of: the standard ones, and those of numbers, codes and addresses. */
export function listCommonCharacters(): ReadonlySet<number> {
  const latin = Array.from({ length: LAST_LATIN - FIRST_LATIN + 1 }, (_, i) => FIRST_LATIN + i);
  const standard = Array.from(readStandardCharacters(), (each) => each.codePointAt(0) ?? 0);
  return new Set([...latin, ...standard]);
}
