import { type Fonts, pickPack } from "../fonts/open-fonts.ts";
import type { FontPack } from "../fonts/pack.ts";
import type { FontSlot } from "../fonts/sources.ts";
import type { ComposedLine } from "./compose-lines.ts";
import { type AttachedFile, attachFile } from "./attach-file.ts";
import { type Face, type ShownGlyph, type WrittenLine, writeDraw } from "./content-stream.ts";
import { type FixedWords, findBlock } from "./fixed-glyphs.ts";
import { PAGE } from "./grid.ts";
import type { Mark, PageModel, PaperModel } from "./page-model.ts";
import { type PaperFont, startPaperFont } from "./paper-font.ts";
import { PdfFile } from "./pdf-file.ts";
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
  readonly attachment: Omit<AttachedFile, "createdAt">;
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
  const { face, finish } = startFace(pdf, fonts, facts.words);
  for (const page of model.pages) {
    pdf.addPage();
    elements.turnPage(pdf.page.dictionary);
    const operators: string[] = [];
    for (const mark of page.marks) paintMark(operators, mark, elements, face);
    pdf.writeContent(`${operators.join("\n")}\n`);
    if (facts.signature) addFieldOverSeal(pdf, page, model, facts.signature);
  }
  finish();
  elements.finish();
  attachFile(pdf, { ...facts.attachment, createdAt: facts.createdAt });
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
  return new PdfFile({
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

/** What files of one kind of paper share: the glyphs of its fixed words, and lines that were written before. */
interface SharedFace {
  readonly glyphs: Map<FontSlot, Map<string, ShownGlyph>>;
  readonly written: WeakMap<ComposedLine, WrittenLine>;
}

const shared = new WeakMap<Fonts, WeakMap<FixedWords, SharedFace>>();

function shareFace(fonts: Fonts, words: FixedWords): SharedFace {
  const ofFonts = shared.get(fonts) ?? new WeakMap<FixedWords, SharedFace>();
  shared.set(fonts, ofFonts);
  const face = ofFonts.get(words) ?? { glyphs: new Map(), written: new WeakMap() };
  ofFonts.set(words, face);
  return face;
}

/** The fonts of a file: each is started when the first character needs it. */
function startFace(pdf: PdfFile, fonts: Fonts, words: FixedWords) {
  const { glyphs: fixed, written } = shareFace(fonts, words);
  const started = new Map<FontPack, PaperFont>();
  const own = new Map<FontSlot, Map<string, ShownGlyph>>();
  const fontOf = (pack: FontPack): PaperFont => {
    const known = started.get(pack);
    if (known) return known;
    const font = startPaperFont(pdf, findBlock(fonts, words, pack), fonts.packs.indexOf(pack));
    started.set(pack, font);
    return font;
  };
  const make = (slot: FontSlot, character: string): ShownGlyph => {
    const codePoint = character.codePointAt(0) ?? 0;
    const pack = pickPack(fonts.slots[slot], codePoint);
    if (!pack) throw new RangeError("没有字体可以印出的字符到达了绘制阶段");
    const { code, isFixed } = fontOf(pack).codeOf(codePoint);
    const glyph = { pack, code, advance: pack.advanceOf(pack.glyphOf(codePoint)), isFixed };
    keepGlyph(isFixed ? fixed : own, slot, character, glyph);
    return glyph;
  };
  const face: Face = {
    written,
    glyphFor: (slot, character) =>
      fixed.get(slot)?.get(character) ?? own.get(slot)?.get(character) ?? make(slot, character),
    use: (pack) => {
      const font = fontOf(pack);
      pdf.page.fonts[font.id] = font.ref;
      return font.id;
    },
  };
  return {
    face,
    finish: () => {
      for (const font of started.values()) font.finish();
    },
  };
}

function keepGlyph(
  known: Map<FontSlot, Map<string, ShownGlyph>>,
  slot: FontSlot,
  character: string,
  glyph: ShownGlyph,
): void {
  const ofSlot = known.get(slot) ?? new Map<string, ShownGlyph>();
  known.set(slot, ofSlot);
  ofSlot.set(character, glyph);
}

function paintMark(operators: string[], mark: Mark, elements: Elements, face: Face): void {
  const drawn = mark.draws.map((draw) => writeDraw(draw, face)).filter((text) => text !== "");
  if (drawn.length === 0) return;
  operators.push(mark.node === "artifact" ? "/Artifact BMC" : elements.begin(mark.node));
  operators.push(...drawn, "EMC");
}
