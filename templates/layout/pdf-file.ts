import { deflateSync } from "node:zlib";
import PDFDocument from "pdfkit";
import { packStream } from "./deflated-parts.ts";
import { type EndedPdf, HEAD, startPackedOutput } from "./packed-output.ts";
import { makeRgbProfile } from "./rgb-profile.ts";

/** An object of the file that others refer to. */
export interface PdfRef {
  data: Record<string, unknown>;
  compress: boolean;
  end(content?: Uint8Array): void;
  /** How others refer to it: `12 0 R`. */
  toString(): string;
}

/** The inner parts of pdfkit 0.20.2 that we lean on, and its types lack; a test guards each of them. */
interface PdfKitInside extends EndedPdf {
  readonly page: {
    readonly fonts: Record<string, unknown>;
    readonly annotations: unknown[];
    readonly dictionary: PdfRef;
    readonly content: PdfKitContent;
  };
  readonly _root: PdfRef;
  readonly _offset: number;
  ref(data: Record<string, unknown> | RawPdf): PdfRef;
  addPage(): void;
  addNamedEmbeddedFile(name: string, specification: PdfRef): void;
  endAcroForm(): void;
  end(): void;
  _addColorOutputIntent: () => void;
  _write(data: string | Uint8Array): void;
  _finalize(): void;
}

/** What pdfkit has gathered of a page's content: a change of coordinates that we do without. */
interface PdfKitContent extends PdfRef {
  buffer: Uint8Array[];
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

const PdfKit = PDFDocument as unknown as new (options: Record<string, unknown>) => PdfKitInside;

/**
 * A file that is being written by pdfkit. What it does its own way are methods of the class: with a function set on each file, a thread
 * that makes many keeps every one of them until all of its memory is looked through.
 */
export class PdfFile extends PdfKit {
  readonly #output = startPackedOutput();

  constructor(options: Record<string, unknown>) {
    super({ ...options, fontLayoutCache: false });
    if (this._offset !== HEAD.length) throw new Error("pdfkit begins its files in another way");
    this._addColorOutputIntent = addColorOutputIntent; // pdfkit sets its own on each file as well
  }

  /** Writes a stream whose bytes are compressed already. */
  stream(data: Record<string, unknown>, deflated: Uint8Array): PdfRef {
    const ref = this.ref({ ...data, Filter: "FlateDecode" });
    ref.end(deflated);
    return ref;
  }

  /** Ends an object with its text as it stands in the file. */
  endRaw(ref: { data: unknown; end(): void }, text: string): void {
    ref.data = rawPdf(text);
    ref.end();
  }

  /** Gives the page that is open its content, in the coordinates of the file format itself: upward from the lower left corner. */
  writeContent(operators: string): void {
    const { content } = this.page;
    content.buffer = [packStream(Buffer.from(operators, "latin1"))];
    content.compress = false;
    content.data["Filter"] = "FlateDecode";
  }

  /** Ends the file and gives its bytes. */
  finish(): Buffer {
    this.end();
    return this.#output.bytes();
  }

  /** pdfkit only knows how to finish forms that text is typed into; ours holds a signature, and is finished. */
  override endAcroForm(): void {}

  override _write(data: string | Uint8Array): void {
    if (#output in this) this.#output.write(data);
    else super._write(data); // the head, written while pdfkit starts the file
  }

  override _finalize(): void {
    this.#output.close(this);
  }
}

/** The color space of the file, compressed once. */
const profile = deflateSync(makeRgbProfile(), { level: 9 });

function addColorOutputIntent(this: PdfFile): void {
  const name = new String("sRGB IEC61966-2.1");
  const intent = this.ref({
    Type: "OutputIntent",
    S: "GTS_PDFA1",
    Info: name,
    OutputConditionIdentifier: name,
    DestOutputProfile: this.stream({ N: 3 }, profile),
  });
  intent.end();
  this._root.data["OutputIntents"] = [intent];
}
