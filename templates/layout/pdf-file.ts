import { deflateSync } from "node:zlib";
import PDFDocument from "pdfkit";
import { packStream } from "./deflated-parts.ts";
import { type PdfKitOutput, collectOutput } from "./packed-output.ts";
import { makeRgbProfile } from "./rgb-profile.ts";
import type { PdfForSigning } from "./signature-field.ts";

/** An object of the file that others refer to. */
export interface PdfRef {
  data: Record<string, unknown>;
  compress: boolean;
  end(content?: Uint8Array): void;
  /** How others refer to it: `12 0 R`. */
  toString(): string;
}

/** A file that is being written by pdfkit, with the inner parts of pdfkit 0.20.2 that we lean on; a test guards each of them. */
export interface PdfFile extends Omit<PdfForSigning, "ref" | "page"> {
  ref(data: Record<string, unknown> | RawPdf): PdfRef;
  /** Writes a stream whose bytes are compressed already. */
  stream(data: Record<string, unknown>, deflated: Uint8Array): PdfRef;
  readonly page: {
    readonly fonts: Record<string, unknown>;
    readonly annotations: unknown[];
    readonly dictionary: PdfRef;
  };
  /** Ends an object with its text as it stands in the file. */
  endRaw(ref: PdfRef, text: string): void;
  addPage(): void;
  /** Gives the page that is open its content, in the coordinates of the file format itself: upward from the lower left corner. */
  writeContent(operators: string): void;
  addNamedEmbeddedFile(name: string, specification: PdfRef): void;
  /** Ends the file and gives its bytes. */
  finish(): Buffer;
}

/** What pdfkit has gathered of a page's content: a change of coordinates that we do without. */
interface PdfKitContent extends PdfRef {
  buffer: Uint8Array[];
}

interface PdfKitInside extends Omit<PdfKitOutput, "_root"> {
  _addColorOutputIntent(): void;
  end(): void;
}

/** Text that goes into the file as it is. */
export class RawPdf {
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  toString(): string {
    return this.#text;
  }
  /** pdfkit writes what is no plain object by its `toString`. */
  get [Symbol.toStringTag](): string {
    return "RawPdf";
  }
}

export function rawPdf(text: string): RawPdf {
  return new RawPdf(text);
}

/** Starts a file with pdfkit's options. */
export function startPdfFile(options: Record<string, unknown>): PdfFile {
  const whole = { ...options, fontLayoutCache: false } as unknown as PDFKit.PDFDocumentOptions; // some of pdfkit's options are missing in its types
  const pdf = new PDFDocument(whole) as unknown as PdfFile & PdfKitInside;
  const output = collectOutput(pdf);
  const stream: PdfFile["stream"] = (data, deflated) => {
    const ref = pdf.ref({ ...data, Filter: "FlateDecode" });
    ref.end(deflated);
    return ref;
  };
  pdf._addColorOutputIntent = () => {
    addColorOutputIntent(pdf, stream);
  };
  return Object.assign(pdf, {
    stream,
    endRaw: (ref: { data: unknown; end(): void }, text: string) => {
      ref.data = rawPdf(text);
      ref.end();
    },
    writeContent: (operators: string) => {
      const { content } = pdf.page as unknown as { content: PdfKitContent }; // not in pdfkit's types
      content.buffer = [packStream(Buffer.from(operators, "latin1"))];
      content.compress = false;
      content.data["Filter"] = "FlateDecode";
    },
    finish: () => {
      pdf.end();
      return output();
    },
  });
}

/** The color space of the file, compressed once. */
const profile = deflateSync(makeRgbProfile(), { level: 9 });

function addColorOutputIntent(pdf: PdfFile, stream: PdfFile["stream"]): void {
  const name = new String("sRGB IEC61966-2.1");
  const intent = pdf.ref({
    Type: "OutputIntent",
    S: "GTS_PDFA1",
    Info: name,
    OutputConditionIdentifier: name,
    DestOutputProfile: stream({ N: 3 }, profile),
  });
  intent.end();
  pdf._root.data["OutputIntents"] = [intent];
}
