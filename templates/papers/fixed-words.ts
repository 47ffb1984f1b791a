import type { TemplateKind } from "../../domain/papers.ts";
import type { FixedWords } from "../layout/fixed-glyphs.ts";
import type { Inline, Line, Node, Part } from "../wording/syntax.ts";
import { frameWording, wordingOf } from "./wording-of-kind.ts";

/** What papers have in days, numbers, amounts, codes and the address of the check, whatever the case. */
const EVERYWHERE =
  "0123456789年月日号第条项款〔〕（）《》“”、，。：；—-./%元人名:abcdefghijklmnopqrstuvwxyz";
const PAGE_NUMBERS = "0123456789— ";
const NUMERALS = "一二三四五六七八九十、（）";

const known = new Map<TemplateKind, FixedWords>();

/** The fixed words of a kind: what its text file and the shared one say outside their slots. */
export function fixedWords(kind: TemplateKind): FixedWords {
  const found = known.get(kind) ?? collect(kind);
  known.set(kind, found);
  return found;
}

function collect(kind: TemplateKind): FixedWords {
  const wording = wordingOf(kind);
  const lines = wording.parts.flatMap((part) => leavesOf(part.lines));
  const wordsOf = (wanted: (line: Line) => boolean): string =>
    lines.filter(wanted).map(textOf).join("");
  const frame = frameWording().parts.flatMap((part) => leavesOf(part.lines));
  return {
    title: wording.title,
    song: PAGE_NUMBERS,
    heading: NUMERALS + titlesOf(wording.parts),
    kai: NUMERALS + wordsOf((line) => line.kind === "subheading"),
    // The labels of a ruled form stand in its body.
    body: EVERYWHERE + wordsOf((line) => line.kind !== "subheading") + frame.map(textOf).join(""),
  };
}

function titlesOf(parts: readonly Part[]): string {
  return parts.map((part) => part.title).join("");
}

function textOf(line: Line): string {
  return leavesOf(line.content)
    .map((inline: Inline) => (inline.kind === "words" ? inline.words : ""))
    .join("");
}

function leavesOf<Leaf>(nodes: readonly Node<Leaf>[]): Leaf[] {
  return nodes.flatMap((node) => {
    if (node.kind === "leaf") return [node.leaf];
    if (node.kind === "each") return leavesOf(node.body);
    return [...leavesOf(node.then), ...leavesOf(node.otherwise)];
  });
}
