import type { TemplateKind } from "../../domain/papers.ts";
import type { FixedWords } from "../layout/fixed-glyphs.ts";
import type { ChosenLine } from "../wording/fill.ts";
import { type Inline, leavesOf, type Line } from "../wording/syntax.ts";
import { printChineseNumber } from "./chinese-number.ts";
import type { ComposedPaper } from "./compose-text.ts";
import type { CommonPaperData } from "./paper-data.ts";
import type { LayoutBlock } from "./paper-layout.ts";
import { type Template, templateOf } from "./template.ts";

/** What nearly every paper has in days, numbers, amounts, codes and the address of the check, whatever the case. */
const EVERYWHERE = "0123456789年月日号第条〔〕（）《》、，。：；-./htps你统一社会信用代码";
/** What is written across the seal of a specimen. */
const SEAL_MARK = "样章";
/** The parts of the shared wording that are printed in the body. */
const FRAME_PARTS = ["verification", "specimen"];
const PAGE_NUMBERS = "0123456789— ";
const NUMERALS = "一二三四五六七八九十、（）";

/** How many choices of one template are remembered; it has far fewer that are ever made. */
const REMEMBERED = 16;
const known = new WeakMap<Template, Map<string, FixedWords>>();
const numbers = new WeakMap<Inline, number>();
let lastNumber = 0;

/**
 * The words that a paper has from its text file, given what its data chose there, and from its authority's head and seal: other papers of
 * the authority that chose alike have the very same. The same object stands for the same words.
 */
export function fixedWords(
  template: Template,
  chosen: ComposedPaper["chosen"],
  seal: SealedWords,
): FixedWords {
  const { authorityName, sealName, specimen } = seal;
  const key = [authorityName, sealName, specimen, ...chosen.map(keyOf)].join("|");
  const ofTemplate = known.get(template) ?? new Map<string, FixedWords>();
  known.set(template, ofTemplate);
  const found = ofTemplate.get(key) ?? collect(template, joinParts(template, chosen), seal);
  // Taken out and put in again: the first of the map is the one that was not used for the longest time.
  ofTemplate.delete(key);
  ofTemplate.set(key, found);
  if (ofTemplate.size > REMEMBERED) ofTemplate.delete(ofTemplate.keys().next().value ?? key);
  return found;
}

/** Everything that papers of a kind could have from their text file. */
export function allWords(kind: TemplateKind): FixedWords {
  const template = templateOf(kind);
  const parts = template.layout.blocks.map(({ part, as }) => {
    const { title, lines } = template.partOf(part);
    return { as, title, lines: leavesOf(lines).map(takeAll) };
  });
  const words = collect(template, parts, NO_SEAL);
  return { ...words, heading: words.heading + NUMERALS, kai: words.kai + NUMERALS };
}

/** What stands in the head, the signature and the seal of an authority's papers. */
export type SealedWords = Pick<CommonPaperData, "authorityName" | "sealName" | "specimen">;
const NO_SEAL: SealedWords = { authorityName: "", sealName: "", specimen: true };

interface ChosenPart {
  readonly as: LayoutBlock["as"];
  readonly title: string;
  readonly lines: readonly ChosenLine[];
}

function joinParts(template: Template, chosen: ComposedPaper["chosen"]): ChosenPart[] {
  return template.layout.blocks.map(({ part, as }, i) => ({
    ...{ as, title: template.partOf(part).title },
    lines: chosen[i] ?? [],
  }));
}

function takeAll({ kind, content }: Line): ChosenLine {
  return { kind, pieces: leavesOf(content) };
}

function keyOf(lines: readonly ChosenLine[]): string {
  return [...new Set(lines.flatMap(({ pieces }) => pieces.map(numberOf)))].join(" ");
}

function numberOf(piece: Inline): number {
  const number = numbers.get(piece) ?? (lastNumber += 1);
  numbers.set(piece, number);
  return number;
}

function collect(
  template: Template,
  parts: readonly ChosenPart[],
  { authorityName, sealName, specimen }: SealedWords,
): FixedWords {
  const frame = FRAME_PARTS.filter((part) => part !== "specimen" || specimen);
  const titlesOf = (as: LayoutBlock["as"]): string[] =>
    parts.filter((part) => part.as === as).map(({ title }) => title);
  const lines = parts.flatMap((part) => part.lines);
  const sections = titlesOf("section");
  const deepest = Math.max(...parts.map((part) => part.lines.filter(isSubheading).length));
  const framing = frame.flatMap((part) => leavesOf(template.framePart(part).lines).map(takeAll));
  const plain = lines.filter((line) => !isSubheading(line));
  return {
    title: template.wording.title + authorityName,
    song: PAGE_NUMBERS,
    heading: sections.join("") + countTo(sections.length) + (specimen ? SEAL_MARK : ""),
    kai:
      lines.filter(isSubheading).map(textOf).join("") +
      (deepest > 0 ? "（）" : "") +
      countTo(deepest),
    // The labels of a ruled form stand in its body.
    body: [
      EVERYWHERE,
      authorityName,
      sealName,
      ...titlesOf("row"),
      ...[...plain, ...framing].map(textOf),
    ].join(""),
  };
}

function isSubheading({ kind }: ChosenLine): boolean {
  return kind === "subheading";
}

function countTo(last: number): string {
  const numerals = Array.from({ length: last }, (_, i) => printChineseNumber(i + 1));
  return numerals.join("") + (last > 0 ? "、" : "");
}

function textOf({ pieces }: ChosenLine): string {
  return pieces.map((piece) => (piece.kind === "words" ? piece.words : "")).join("");
}
