import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { deflateSync } from "node:zlib";
import PDFDocument from "pdfkit";
import type { PdfForSigning } from "./signature-field.ts";

/** An object of the file that others refer to. */
export interface PdfRef {
  data: Record<string, unknown>;
  write(content: Uint8Array): void;
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
    readonly content: PdfRef;
  };
  addPage(): void;
  file(source: Uint8Array, options: Record<string, unknown>): void;
  /** Ends the file and gives its bytes. */
  finish(): Buffer;
}

interface PdfKitInside {
  _write(data: string | Uint8Array): void;
  _offset: number;
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
    finish: () => {
      pdf.end();
      return output();
    },
  });
}

/** Takes what pdfkit writes as it comes, instead of through a stream of small pieces. */
function collectOutput(pdf: PdfFile & PdfKitInside): () => Buffer {
  const pieces: (string | Uint8Array)[] = [];
  let text = "%PDF-1.7\n%\xff\xff\xff\xff\n";
  if (pdf._offset !== text.length) throw new Error("pdfkit begins its files in another way");
  pdf._write = (data) => {
    if (typeof data === "string") {
      text += `${data}\n`;
      pdf._offset += data.length + 1;
      return;
    }
    pieces.push(text, data);
    text = "";
    pdf._offset += data.length;
  };
  return () => {
    pieces.push(text);
    const file = Buffer.allocUnsafe(pdf._offset);
    let at = 0;
    for (const piece of pieces) {
      if (typeof piece === "string") at += file.write(piece, at, "latin1");
      else {
        file.set(piece, at);
        at += piece.length;
      }
    }
    return file;
  };
}

let profile: Buffer | undefined;

/** The color space of the file: pdfkit's own profile, compressed once. */
function addColorOutputIntent(pdf: PdfFile, stream: PdfFile["stream"]): void {
  profile ??= deflateSync(readFileSync(profilePath()), { level: 9 });
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

function profilePath(): string {
  const main = createRequire(import.meta.url).resolve("pdfkit");
  return join(dirname(main), "data", "sRGB_IEC61966_2_1.icc");
}
