import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { startOfDay } from "../domain/deadlines/calendar-day.ts";
import type { TemplateKind } from "../domain/papers.ts";
import { MissingGlyphError, findMissingGlyphs } from "./fonts/missing-glyphs.ts";
import { type Fonts, pickPack } from "./fonts/open-fonts.ts";
import type { FontSlot } from "./fonts/sources.ts";
import type { Measure } from "./layout/atoms.ts";
import type { ComposedBlock, PaperFrame } from "./layout/blocks.ts";
import { setLetter } from "./layout/letter.ts";
import { paintPdf } from "./layout/paint-pdf.ts";
import { setRuledForm } from "./layout/ruled-form.ts";
import { setVolumeSheet } from "./layout/volume-sheet.ts";
import type { SignaturePlace, SignatureRoom } from "./layout/signature-field.ts";
import { describeMaking, type MadeWith } from "./made-with.ts";
import { composeFrame, composeNormalized } from "./papers/compose-text.ts";
import type { PaperDataByKind } from "./papers/data-by-kind.ts";
import type { CommonPaperData } from "./papers/paper-data.ts";
import { fixedWords } from "./papers/fixed-words.ts";
import { type EmptySection, findEmptyIn } from "./papers/required-sections.ts";
import { RENDERER_VERSION, type Template, templateOf } from "./papers/template.ts";
import { listTexts, normalizeData } from "./wording/normalize-text.ts";

export { composeText } from "./papers/compose-text.ts";
export { findEmptySections, requiredSections } from "./papers/required-sections.ts";
export { templateVersion } from "./papers/template.ts";

/** A finished paper (文书). */
export interface RenderedPaper {
  /** The PDF/A-3a file, not yet signed. */
  readonly bytes: Uint8Array;
  /** Where its signature goes; null where no room was asked for. */
  readonly signaturePlace: SignaturePlace | null;
  /** Every paragraph as printed, in reading order. */
  readonly text: readonly string[];
  /** SHA-256 of the bytes: of the file as it is before a signature is written into it. */
  readonly renderHash: string;
  readonly templateVersion: string;
  readonly madeWith: MadeWith;
}

/** A paper that must not be made: sections are empty, or a final paper lacks number, date or check address. */
export class IncompletePaperError extends Error {
  override readonly name = "IncompletePaperError";
  readonly sections: readonly EmptySection[];
  constructor(sections: readonly EmptySection[]) {
    const list = sections.map(({ title, fields }) => `${title}（${fields.join("、")}）`);
    super(`文书内容不完整：${list.join("；")}`);
    this.sections = sections;
  }
}

/** How a paper is made: as a draft or final, and with room for a signature where one is to be written in. */
export interface RenderOptions {
  readonly draft: boolean;
  readonly signature?: SignatureRoom;
}

/** The dates of a draft, which has none of its own; a fixed moment keeps its bytes the same. */
const NO_DATE = new Date("2000-01-01T00:00:00Z");

/**
 * Makes an official paper (文书) as a PDF/A-3a file with its machine-readable twin inside.
 *
 * Refuses empty sections and characters without a glyph. A draft has no number, seal or QR code and says 草稿 on every page.
 * Same data, fonts and template version: same bytes.
 */
export function renderPaper<Kind extends TemplateKind>(
  fonts: Fonts,
  kind: Kind,
  data: PaperDataByKind[Kind],
  options: RenderOptions,
): RenderedPaper {
  return renderWith(fonts, templateOf(kind), data, options);
}

/** The same with the template in any of its versions; data that was printed with a version fits it. */
export function renderWith(
  fonts: Fonts,
  template: Template,
  data: CommonPaperData,
  options: RenderOptions,
): RenderedPaper {
  const { kind } = template;
  const clean = forPrinting(normalizeData(data), options.draft);
  refuseIncomplete(template, clean, options.draft);
  const { blocks, chosen } = composeNormalized(template, clean);
  const frame = makeFrame(template, clean, options.draft);
  refuseMissingGlyphs(fonts, clean, blocks, frame);
  const measure = measureOf(fonts);
  const set = SETTERS[template.layout.form];
  const { bytes, signaturePlace } = paintPdf(set(blocks, frame, measure), fonts, {
    title: `${template.wording.title}${clean.number === null ? "" : ` ${clean.number}`}`,
    author: clean.authorityName,
    createdAt: clean.issuedOn === null ? NO_DATE : startOfDay(clean.issuedOn),
    producer: `Mingdan templates ${RENDERER_VERSION}`,
    attachment: {
      name: `${kind}.json`,
      mediaType: "application/json",
      description: composeFrame(template, "twin-description", clean).join(""),
      bytes: makeTwin(template, clean),
    },
    words: fixedWords(template, chosen, clean),
    signature: options.draft ? null : (options.signature ?? null),
  });
  const renderHash = createHash("sha256").update(bytes).digest("hex");
  const text = blocks.flatMap(textsOf);
  const making = { templateVersion: template.version, madeWith: describeMaking(fonts) };
  return { bytes, signaturePlace, text, renderHash, ...making };
}

const SETTERS = {
  letter: setLetter,
  "ruled-form": setRuledForm,
  "volume-sheet": setVolumeSheet,
} as const;

/** A draft is printed without number and check address, whatever the data says. */
function forPrinting<Data extends CommonPaperData>(data: Data, draft: boolean): Data {
  return draft ? { ...data, number: null, checkUrl: null } : data;
}

function refuseIncomplete(template: Template, data: CommonPaperData, draft: boolean): void {
  const sections = findEmptyIn(template, data);
  const fields = (["number", "issuedOn", "checkUrl"] as const).filter(
    (field) => data[field] === null,
  );
  const isIssued = template.layout.form !== "volume-sheet";
  if (isIssued && !draft && fields.length > 0) {
    sections.push({ section: "issue", title: "文号、成文日期和核验网址", fields });
  }
  if (sections.length > 0) throw new IncompletePaperError(sections);
}

function refuseMissingGlyphs(
  fonts: Fonts,
  data: object,
  blocks: readonly ComposedBlock[],
  frame: PaperFrame,
): void {
  const missing = findMissingGlyphs(fonts, listTexts(data));
  if (missing.length > 0) throw new MissingGlyphError(missing);
  const words = [...blocks.flatMap(textsOf), frame.draftMark].join("");
  const inWording = findMissingGlyphs(fonts, { "text.zh-CN.md": words });
  if (inWording.length > 0) throw new MissingGlyphError(inWording);
}

function makeFrame(template: Template, data: CommonPaperData, draft: boolean): PaperFrame {
  const describe = (part: string): string => composeFrame(template, part, data).join("");
  return {
    draft,
    specimen: data.specimen,
    sealName: data.sealName,
    checkUrl: data.checkUrl,
    draftMark: describe("draft-mark"),
    sealDescription: describe("seal-description"),
    qrDescription: data.checkUrl === null ? "" : describe("qr-description"),
  };
}

const measures = new WeakMap<Fonts, Measure>();

/** Widths by face and character, looked up once for each set of fonts. */
function measureOf(fonts: Fonts): Measure {
  const known = measures.get(fonts);
  if (known) return known;
  const widths = new Map<FontSlot, Map<number, number>>();
  const measure: Measure = (slot, codePoint) => {
    const ofSlot = widths.get(slot) ?? new Map<number, number>();
    if (ofSlot.size === 0) widths.set(slot, ofSlot);
    const width = ofSlot.get(codePoint) ?? lookUpWidth(fonts, slot, codePoint);
    ofSlot.set(codePoint, width);
    return width;
  };
  measures.set(fonts, measure);
  return measure;
}

function lookUpWidth(fonts: Fonts, slot: FontSlot, codePoint: number): number {
  const pack = pickPack(fonts.slots[slot], codePoint);
  return pack ? pack.advanceOf(pack.glyphOf(codePoint)) : 1000;
}

/** The canonical JSON that goes into the file beside the pages. */
function makeTwin({ kind, version }: Template, data: object): Uint8Array {
  const twin = canonicalize({ kind, templateVersion: version, data });
  return new TextEncoder().encode(twin ?? "");
}

function textsOf(block: ComposedBlock): string[] {
  if (block.kind === "cells") return [...block.cells];
  return block.kind === "row" ? [block.label, ...block.lines] : [block.text];
}
