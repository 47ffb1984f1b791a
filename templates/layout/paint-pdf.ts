import { type Fonts, pickPack } from "../fonts/open-fonts.ts";
import type { FontPack } from "../fonts/pack.ts";
import type { FontSlot } from "../fonts/sources.ts";
import { type GlyphFor, writeDraw } from "./content-stream.ts";
import { type FixedWords, findBlock } from "./fixed-glyphs.ts";
import { PAGE } from "./grid.ts";
import type { Mark, PageModel, PaperModel } from "./page-model.ts";
import { type PaperFont, type PaperGlyph, startPaperFont } from "./paper-font.ts";
import { type PdfFile, startPdfFile } from "./pdf-file.ts";
import {
  type SignaturePlace,
  type SignatureRoom,
  addSignatureField,
  closeSignatureRoom,
} from "./signature-field.ts";
import { type Elements, startElements } from "./structure-elements.ts";

/** What stands in the file besides the pages. */
export interface PdfFacts {
  readonly title: string;
  readonly author: string;
  /** Moment written into the file; from the data, never from the clock. */
  readonly createdAt: Date;
  readonly producer: string;
  /** The machine-readable twin. */
  readonly attachment: {
    readonly name: string;
    readonly description: string;
    readonly bytes: Uint8Array;
  };
  /** Null for a file that will not be signed. */
  readonly signature: SignatureRoom | null;
  /** The words that every paper of this kind has. */
  readonly words: FixedWords;
}

/** A painted file, and where its signature goes. */
export interface PaintedPdf {
  readonly bytes: Uint8Array;
  readonly signaturePlace: SignaturePlace | null;
}

/** Paints a paper as a tagged PDF/A-3a file. Same model and facts, same bytes. */
export function paintPdf(model: PaperModel, fonts: Fonts, facts: PdfFacts): PaintedPdf {
  const pdf = startPdf(facts);
  const elements = startElements(pdf, model.structure);
  const face = startFace(pdf, fonts, facts.words);
  for (const page of model.pages) {
    pdf.addPage();
    elements.turnPage(pdf.page.dictionary);
    // Page coordinates as in the file format itself: upward from the lower left corner.
    const operators = [`q 1 0 0 -1 0 ${PAGE.height} cm`];
    for (const mark of page.marks) paintMark(operators, mark, elements, face.glyphFor);
    operators.push("Q\n");
    pdf.page.content.write(Buffer.from(operators.join("\n"), "latin1"));
    if (facts.signature) addFieldOverSeal(pdf, page, model, facts.signature);
  }
  face.finish();
  elements.finish();
  attachTwin(pdf, facts);
  const bytes = pdf.finish();
  const signaturePlace = facts.signature && closeSignatureRoom(bytes, facts.signature);
  return { bytes, signaturePlace };
}

function addFieldOverSeal(
  pdf: PdfFile,
  page: PageModel,
  model: PaperModel,
  room: SignatureRoom,
): void {
  const nodes = page.marks.map(({ node }) => (node === "artifact" ? null : model.structure[node]));
  const seal = nodes.find((node) => node?.isSeal === true);
  if (seal?.box) addSignatureField(pdf, room, seal.box, PAGE.height);
}

function startPdf(facts: PdfFacts): PdfFile {
  const [Title, Author] = [plainWords(facts.title), plainWords(facts.author)];
  return startPdfFile({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    autoFirstPage: false,
    font: null,
    pdfVersion: "1.7",
    subset: "PDF/A-3a",
    lang: "zh-CN",
    displayTitle: true,
    info: {
      Title,
      Author,
      Creator: facts.producer,
      Producer: facts.producer,
      CreationDate: facts.createdAt,
    },
  });
}

/** pdfkit writes these words into XML as they are. */
function plainWords(text: string): string {
  return text.replaceAll("&", "＆").replaceAll("<", "＜").replaceAll(">", "＞");
}

/** The fonts of a file: each is started when the first character needs it. */
function startFace(pdf: PdfFile, fonts: Fonts, words: FixedWords) {
  const started = new Map<FontPack, PaperFont>();
  const known = new Map<FontSlot, Map<string, PaperGlyph>>();
  const fontOf = (pack: FontPack): PaperFont => {
    const font =
      started.get(pack) ?? startPaperFont(pdf, findBlock(fonts, words, pack), started.size);
    started.set(pack, font);
    return font;
  };
  const find = (slot: FontSlot, character: string): PaperGlyph => {
    const codePoint = character.codePointAt(0) ?? 0;
    const pack = pickPack(fonts.slots[slot], codePoint);
    if (!pack) throw new RangeError("没有字体可以印出的字符到达了绘制阶段");
    return fontOf(pack).glyphOf(codePoint);
  };
  const glyphFor: GlyphFor = (slot, character) => {
    const glyphs = known.get(slot) ?? new Map<string, PaperGlyph>();
    known.set(slot, glyphs);
    const glyph = glyphs.get(character) ?? find(slot, character);
    glyphs.set(character, glyph);
    pdf.page.fonts[glyph.font.id] = glyph.font.ref;
    return glyph;
  };
  return {
    glyphFor,
    finish: () => {
      for (const font of started.values()) font.finish();
    },
  };
}

function paintMark(operators: string[], mark: Mark, elements: Elements, glyphFor: GlyphFor): void {
  const drawn = mark.draws.map((draw) => writeDraw(draw, glyphFor)).filter((text) => text !== "");
  if (drawn.length === 0) return;
  operators.push(mark.node === "artifact" ? "/Artifact BMC" : elements.begin(mark.node));
  operators.push(...drawn, "EMC");
}

function attachTwin(pdf: PdfFile, facts: PdfFacts): void {
  const { name, description, bytes } = facts.attachment;
  pdf.file(bytes, {
    name,
    description,
    type: "application/json",
    relationship: "Data",
    creationDate: facts.createdAt,
    modifiedDate: facts.createdAt,
  });
}
