import { printDay } from "../../domain/deadlines/calendar-day.ts";
import type { TemplateKind } from "../../domain/papers.ts";
import type { ComposedBlock } from "../layout/blocks.ts";
import { type ChosenLine, type FilledPart, fillPart } from "../wording/fill.ts";
import { normalizeData } from "../wording/normalize-text.ts";
import type { PaperDataByKind } from "./data-by-kind.ts";
import type { CommonPaperData } from "./paper-data.ts";
import type { LayoutBlock } from "./paper-layout.ts";
import { printChineseNumber } from "./chinese-number.ts";
import { numberLines } from "./number-lines.ts";
import { refuseLeakedCode } from "./prior-notice/party-code.ts";
import { type Template, templateOf } from "./template.ts";

/** A paper with every word in place, in reading order. */
export interface ComposedPaper {
  readonly blocks: readonly ComposedBlock[];
  /** What the data chose of each part of the text file, in the order of the layout. */
  readonly chosen: readonly (readonly ChosenLine[])[];
}

/** Puts the data into the wording of a paper. Pages show these blocks; the PDF sets the very same. */
export function composeText<Kind extends TemplateKind>(
  kind: Kind,
  data: PaperDataByKind[Kind],
): ComposedPaper {
  return composeWith(templateOf(kind), data);
}

/** The same with the template in any of its versions; data that was printed with a version fits it. */
export function composeWith(template: Template, data: CommonPaperData): ComposedPaper {
  return composeNormalized(template, normalizeData(data));
}

/** The same with data whose texts are in the form that is printed. */
export function composeNormalized(template: Template, clean: CommonPaperData): ComposedPaper {
  refuseLeakedCode(clean);
  let section = 0;
  const chosen: (readonly ChosenLine[])[] = [];
  const body = template.layout.blocks.flatMap((block) => {
    if (block.as === "section") section += 1;
    const part = fillPart(template.partOf(block.part), clean);
    chosen.push(part.chosen);
    return composePart(block, part, section);
  });
  return {
    chosen,
    blocks: [
      { kind: "authority", text: clean.authorityName },
      ...(clean.number === null ? [] : [{ kind: "number", text: clean.number } as const]),
      { kind: "title", text: template.wording.title },
      ...body,
      ...(template.layout.form === "volume-sheet" ? [] : composeClosing(template, clean)),
    ],
  };
}

function composeClosing(template: Template, data: CommonPaperData): ComposedBlock[] {
  const { authorityName, issuedOn } = data;
  return [
    { kind: "signature", text: authorityName },
    ...(issuedOn === null ? [] : [{ kind: "date", text: printDay(issuedOn) } as const]),
    ...composeNotes(template, data),
  ];
}

function composeNotes(template: Template, data: CommonPaperData): ComposedBlock[] {
  const verification = data.checkUrl === null ? [] : composeFrame(template, "verification", data);
  const specimen = data.specimen ? composeFrame(template, "specimen", data) : [];
  return [
    ...verification.map((text) => ({ kind: "verification", text }) as const),
    ...specimen.map((text) => ({ kind: "verification", text }) as const),
  ];
}

/** Words that all papers share, filled. */
export function composeFrame(template: Template, part: string, data: object): string[] {
  return fillPart(template.framePart(part), data).lines.map((line) => line.text);
}

function composePart(block: LayoutBlock, part: FilledPart, section: number): ComposedBlock[] {
  if (block.as === "row") {
    const lines = part.lines.map((line) => line.text);
    const text = `${part.title}：${lines.join("；")}`;
    return [{ kind: "row", label: part.title, lines, text, minimum: block.minimum ?? 1 }];
  }
  if (block.as === "table") {
    return composeTable(
      block,
      part.lines.map((line) => line.text),
    );
  }
  if (block.as === "addressee" || block.as === "note") {
    const kindOfBlock = block.as;
    return part.lines.map((line) => ({ kind: kindOfBlock, text: line.text }));
  }
  const body = numberLines(part.lines);
  if (block.as === "body") return body;
  const text = `${printChineseNumber(section)}、${part.title}`;
  return [{ kind: "heading", level: 2, text }, ...body];
}

/** Lines become cells, as many to a row as there are columns; the first row names them. */
function composeTable(
  { part, columns = [] }: LayoutBlock,
  lines: readonly string[],
): ComposedBlock[] {
  if (columns.length === 0 || lines.length % columns.length !== 0) {
    throw new RangeError(`${part} 的格数与栏数不符`);
  }
  return Array.from({ length: lines.length / columns.length }, (_, row) => {
    const cells = lines.slice(row * columns.length, (row + 1) * columns.length);
    return { kind: "cells", cells, columns, isHead: row === 0, text: cells.join("；") };
  });
}
