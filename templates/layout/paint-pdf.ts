import PDFDocument from "pdfkit";
import { type Fonts, pickPack } from "../fonts/open-fonts.ts";
import type { FontPack } from "../fonts/pack.ts";
import { type FontFor, type PageFont, writeDraw } from "./content-stream.ts";
import { PAGE } from "./grid.ts";
import type { Mark, PageModel, PaperModel } from "./page-model.ts";
import {
  type PdfForSigning,
  type SignaturePlace,
  type SignatureRoom,
  addSignatureField,
  closeSignatureRoom,
} from "./signature-field.ts";
import { type Elements, startElements } from "./structure-elements.ts";
import { type TableFont, makeTableFont } from "./table-font.ts";

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
}

/** A painted file, and where its signature goes. */
export interface PaintedPdf {
  readonly bytes: Uint8Array;
  readonly signaturePlace: SignaturePlace | null;
}

/** pdfkit's own font object, as far as we lean on it. */
interface EmbeddedFont {
  readonly id: string;
  encode(text: string): [string[], unknown];
  ref(): unknown;
}

/** Inner parts of pdfkit 0.20.2 that its types do not name; a test guards each of them. */
interface PdfKitInside {
  font(source: TableFont): void;
  readonly _font: EmbeddedFont;
  readonly page: { readonly fonts: Record<string, unknown> };
  addContent(operators: string): void;
  file(source: Uint8Array, options: Record<string, unknown>): void;
  read(): Uint8Array | null;
}

type Pdf = Omit<PDFKit.PDFDocument, keyof PdfKitInside | keyof PdfForSigning> &
  Omit<PdfKitInside, keyof PdfForSigning> &
  PdfForSigning & { readonly page: PdfKitInside["page"] };

/** Paints a paper as a tagged PDF/A-3a file. Same model and facts, same bytes. */
export function paintPdf(model: PaperModel, fonts: Fonts, facts: PdfFacts): PaintedPdf {
  const pdf = startPdf(facts);
  const elements = startElements(pdf, model.structure);
  const fontFor = makeFontFinder(pdf, fonts);
  for (const page of model.pages) {
    pdf.addPage();
    // Page coordinates as in the file format itself: upward from the lower left corner.
    pdf.addContent(`q 1 0 0 -1 0 ${PAGE.height} cm`);
    for (const mark of page.marks) paintMark(pdf, mark, elements, fontFor);
    pdf.addContent("Q");
    if (facts.signature) addFieldOverSeal(pdf, page, model, facts.signature);
  }
  elements.finish();
  attachTwin(pdf, facts);
  pdf.end();
  const bytes = Buffer.from(pdf.read() ?? []);
  const signaturePlace = facts.signature && closeSignatureRoom(bytes, facts.signature);
  return { bytes, signaturePlace };
}

function addFieldOverSeal(
  pdf: PdfForSigning,
  page: PageModel,
  model: PaperModel,
  room: SignatureRoom,
): void {
  const nodes = page.marks.map(({ node }) => (node === "artifact" ? null : model.structure[node]));
  const seal = nodes.find((node) => node?.isSeal === true);
  if (seal?.box) addSignatureField(pdf, room, seal.box, PAGE.height);
}

function startPdf(facts: PdfFacts): Pdf {
  const [Title, Author] = [plainWords(facts.title), plainWords(facts.author)];
  const options = {
    size: [PAGE.width, PAGE.height],
    margin: 0,
    autoFirstPage: false,
    font: null,
    fontLayoutCache: false,
    pdfVersion: "1.7",
    subset: "PDF/A-3a",
    tagged: true,
    lang: "zh-CN",
    displayTitle: true,
    info: {
      Title,
      Author,
      Creator: facts.producer,
      Producer: facts.producer,
      CreationDate: facts.createdAt,
    },
  };
  return new PDFDocument(options as unknown as PDFKit.PDFDocumentOptions) as unknown as Pdf; // font: null and fontLayoutCache are missing in the types
}

/** Finds the font of a character in a face, once per document. */
function makeFontFinder(pdf: Pdf, fonts: Fonts): FontFor {
  const openFont = makeFontOpener(pdf);
  const known = new Map<string, PageFont>();
  return (draw, character) => {
    const key = draw.slot + character;
    const found = known.get(key);
    if (found) return found;
    const pack = pickPack(fonts.slots[draw.slot], character.codePointAt(0) ?? 0);
    if (!pack) throw new RangeError("没有字体可以印出的字符到达了绘制阶段");
    const font = openFont(pack);
    known.set(key, font);
    return font;
  };
}

/** pdfkit writes these words into XML as they are. */
function plainWords(text: string): string {
  return text.replaceAll("&", "＆").replaceAll("<", "＜").replaceAll(">", "＞");
}

function makeFontOpener(pdf: Pdf): (pack: FontPack) => PageFont {
  const opened = new Map<FontPack, PageFont>();
  return (pack) => {
    const known = opened.get(pack);
    if (known) return known;
    pdf.font(makeTableFont(pack));
    const font = makePageFont(pdf, pdf._font, pack);
    opened.set(pack, font);
    return font;
  };
}

function makePageFont(pdf: Pdf, embedded: EmbeddedFont, pack: FontPack): PageFont {
  const codes = new Map<string, string>();
  const encode = (character: string): string => {
    const code = codes.get(character) ?? embedded.encode(character)[0].join("");
    codes.set(character, code);
    return code;
  };
  const glyphOf = (character: string): number => pack.glyphOf(character.codePointAt(0) ?? 0);
  return {
    id: embedded.id,
    encode,
    use: () => {
      pdf.page.fonts[embedded.id] = embedded.ref();
    },
    advance: (character) => pack.advanceOf(glyphOf(character)),
    ink: (character) => pack.inkOf(glyphOf(character)),
  };
}

function paintMark(pdf: Pdf, mark: Mark, elements: Elements, fontFor: FontFor): void {
  const operators = mark.draws
    .map((draw) => writeDraw(draw, fontFor))
    .filter((text) => text !== "")
    .join("\n");
  if (operators === "") return;
  if (mark.node === "artifact") {
    pdf.addContent("/Artifact BMC");
    pdf.addContent(operators);
    pdf.addContent("EMC");
    return;
  }
  const content = pdf.markStructureContent(elements.tagOf(mark.node));
  pdf.addContent(operators);
  pdf.endMarkedContent();
  elements.give(mark.node, content);
}

function attachTwin(pdf: Pdf, facts: PdfFacts): void {
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
