import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { Type, type Static } from "typebox";
import { Check, Errors } from "typebox/value";
import type { Settings } from "./settings.ts";
import { StartFault } from "./start-fault.ts";

const PATH = Type.Optional(Type.String({ minLength: 1 }));

/** The faces that an authority may put in, by the names that printers give them; paths are seen from the file's own folder. */
const FONTS_FILE = Type.Object(
  { xiaobiaosong: PATH, fangsong: PATH, heiti: PATH, kaiti: PATH, songti: PATH },
  { additionalProperties: false },
);

/** Which part of a paper each face sets. */
const SLOT_OF = {
  xiaobiaosong: "title",
  fangsong: "body",
  heiti: "heading",
  kaiti: "kai",
  songti: "song",
} as const satisfies Record<keyof Static<typeof FONTS_FILE>, string>;

type Face = keyof typeof SLOT_OF;

/** Font files by the part of a paper that they set; parts that are not named keep the fonts that come along. */
export type NamedFonts = Partial<Record<(typeof SLOT_OF)[Face], string>>;

/** Reads which fonts an authority put in: from the file that `MINGDAN_FONTS` names. */
export function readFontsFile({ fontsFile }: Pick<Settings, "fontsFile">): NamedFonts {
  if (fontsFile === null) return {};
  const named = Object.entries(readEntries(fontsFile)) as [Face, string][]; // checked: no other names, no other values
  const folder = dirname(fontsFile);
  return Object.fromEntries(named.map(([face, path]) => [SLOT_OF[face], resolve(folder, path)]));
}

function readEntries(file: string): Static<typeof FONTS_FILE> {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    throw new StartFault(
      `没有找到字体登记文件 ${file}，或者无法读取：请检查 MINGDAN_FONTS (the file that MINGDAN_FONTS names cannot be read)。`,
    );
  }
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    throw new StartFault(`字体登记文件 ${file} 不是正确的 JSON (is not valid JSON)。`);
  }
  if (Check(FONTS_FILE, read)) return read;
  const where = Errors(FONTS_FILE, read)[0]?.instancePath ?? "";
  throw new StartFault(
    `字体登记文件 ${file} 有误：${where.slice(0, 100) || "/"}；只能有 xiaobiaosong、fangsong、heiti、kaiti、songti 五项，各为字体文件的路径 (only these five names, each with the path of a font file)。`,
  );
}

/** Opens fonts at a start; one that must not or cannot be used ends the start with a sentence instead of a stack. */
export async function openAtStart<Fonts>(open: () => Promise<Fonts>): Promise<Fonts> {
  try {
    return await open();
  } catch (error) {
    if (!(error instanceof Error) || error.name !== "FontError") throw error;
    throw new StartFault(
      `字体不能使用：${error.message}。MINGDAN_FONTS 所列的字体请换用可用的文件，或者从登记文件中删去 (a font cannot be used: replace it, or take it out of the file that MINGDAN_FONTS names)。`,
    );
  }
}
