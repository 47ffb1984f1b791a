import { type PdfObject, type PdfValue, parseValues, readObjects } from "./pdf-objects.ts";

/** An element of the structure with its own text and that of everything inside it. */
export interface ReadElement {
  readonly type: string;
  readonly text: string;
  readonly alt: string | null;
  readonly children: readonly ReadElement[];
}

/** What a PDF says when it is read back, by a reader that shares no code with the painter. */
export interface ReadPdf {
  readonly objects: ReadonlyMap<number, PdfObject>;
  readonly pageCount: number;
  readonly language: string;
  /** The structure, outermost elements in reading order. */
  readonly elements: readonly ReadElement[];
  /** Text outside the structure, page by page (page numbers, watermark). */
  readonly artifacts: readonly string[];
  readonly xmp: string;
  readonly attachments: ReadonlyMap<string, Buffer>;
  readonly fontNames: readonly string[];
}

/** Reads a PDF: objects, fonts through ToUnicode, pages, structure tree, metadata, attachments. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const objects = readObjects(bytes);
  const reader = new Reader(objects);
  const root = reader.catalog();
  const pages = reader.list(reader.get(reader.get(root, "Pages"), "Kids"));
  const marked = new Map(pages.map((page, i) => [refId(page), reader.readPage(page, i)] as const));
  const tree = reader.get(reader.get(root, "StructTreeRoot"), "K");
  const [document] = reader.list(tree);
  const elements = reader.readElement(document, marked).children;
  const language = reader.get(root, "Lang");
  return {
    objects,
    pageCount: pages.length,
    language: language?.kind === "string" ? language.text : "",
    elements,
    artifacts: [...marked.values()].map((page) => page.get("artifact") ?? ""),
    xmp: reader.stream(reader.get(root, "Metadata")).toString("utf8"),
    attachments: reader.readAttachments(root),
    fontNames: reader.readFontNames(),
  };
}

type MarkedText = Map<number | "artifact", string>;

function refId(value: PdfValue | undefined): number {
  return value?.kind === "ref" ? value.id : 0;
}

class Reader {
  readonly #objects: ReadonlyMap<number, PdfObject>;
  constructor(objects: ReadonlyMap<number, PdfObject>) {
    this.#objects = objects;
  }

  resolve(value: PdfValue | undefined): PdfValue | undefined {
    return value?.kind === "ref" ? this.#objects.get(value.id)?.value : value;
  }

  stream(value: PdfValue | undefined): Buffer {
    return this.#objects.get(refId(value))?.stream ?? Buffer.alloc(0);
  }

  get(value: PdfValue | undefined, key: string): PdfValue | undefined {
    const dict = this.resolve(value);
    return dict?.kind === "dict" ? dict.entries.get(key) : undefined;
  }

  list(value: PdfValue | undefined): readonly PdfValue[] {
    const resolved = this.resolve(value);
    return resolved?.kind === "array" ? resolved.items : [];
  }

  nameOf(value: PdfValue | undefined): string {
    const resolved = this.resolve(value);
    return resolved?.kind === "name" ? resolved.text : "";
  }

  catalog(): PdfValue {
    for (const { value } of this.#objects.values()) {
      if (this.nameOf(this.get(value, "Type")) === "Catalog") return value;
    }
    throw new Error("no catalog");
  }

  readFontNames(): string[] {
    return [...this.#objects.values()]
      .filter(({ value }) => this.nameOf(this.get(value, "Type")) === "FontDescriptor")
      .filter(({ value }) => this.stream(this.get(value, "FontFile2")).length > 0)
      .map(({ value }) => this.nameOf(this.get(value, "FontName")));
  }

  readAttachments(root: PdfValue): Map<string, Buffer> {
    const names = this.list(this.get(this.get(this.get(root, "Names"), "EmbeddedFiles"), "Names"));
    const found = new Map<string, Buffer>();
    names.forEach((name, i) => {
      const spec = names[i + 1];
      if (name.kind !== "string" || i % 2 === 1) return;
      if (this.nameOf(this.get(spec, "AFRelationship")) !== "Data") return;
      found.set(name.text, this.stream(this.get(this.get(spec, "EF"), "F")));
    });
    return found;
  }

  /** Text by marked-content number; everything else must be marked as artifact or it is an error. */
  readPage(page: PdfValue, index: number): MarkedText {
    const fonts = this.resolve(this.get(this.get(page, "Resources"), "Font"));
    const cmaps = new Map(
      fonts?.kind === "dict"
        ? [...fonts.entries].map(([name, font]) => [name, this.readToUnicode(font)] as const)
        : [],
    );
    const content = this.stream(this.get(page, "Contents")).toString("latin1");
    const texts: MarkedText = new Map();
    const open: (number | "artifact")[] = [];
    let font = "";
    let operands: PdfValue[] = [];
    for (const value of parseValues(content)) {
      if (value.kind !== "word") {
        operands.push(value);
        continue;
      }
      if (value.text === "BMC") open.push("artifact");
      if (value.text === "BDC") open.push(this.mcid(operands.at(-1)));
      if (value.text === "EMC") open.pop();
      if (value.text === "Tf") font = this.nameOf(operands[0]);
      if (value.text === "Tj" || value.text === "TJ") {
        const mark = open.at(-1);
        if (mark === undefined) throw new Error(`page ${index + 1} shows text outside any mark`);
        texts.set(mark, (texts.get(mark) ?? "") + decode(operands, cmaps.get(font) ?? new Map()));
      }
      operands = [];
    }
    return texts;
  }

  mcid(value: PdfValue | undefined): number | "artifact" {
    const id = this.get(value, "MCID");
    return id?.kind === "number" ? id.value : "artifact";
  }

  readToUnicode(font: PdfValue): Map<number, string> {
    const source = this.stream(this.get(font, "ToUnicode")).toString("latin1");
    const map = new Map<number, string>();
    for (const range of source.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)) {
      const first = Number.parseInt(range[1] ?? "", 16);
      [...(range[2] ?? "").matchAll(/<([0-9a-f ]*)>/g)].forEach((entry, i) => {
        const units = (entry[1] ?? "").split(" ").map((unit) => Number.parseInt(unit, 16));
        map.set(first + i, String.fromCharCode(...units));
      });
    }
    return map;
  }

  readElement(value: PdfValue | undefined, pages: ReadonlyMap<number, MarkedText>): ReadElement {
    const page = refId(this.get(value, "Pg"));
    const alt = this.get(value, "Alt");
    const children: ReadElement[] = [];
    let text = "";
    for (const kid of this.list(this.get(value, "K"))) {
      if (kid.kind === "number") text += pages.get(page)?.get(kid.value) ?? "";
      else if (kid.kind === "dict") {
        const mcid = this.mcid(kid);
        text += pages.get(refId(this.get(kid, "Pg")))?.get(mcid) ?? "";
      } else {
        const child = this.readElement(kid, pages);
        children.push(child);
        text += child.text;
      }
    }
    const type = this.nameOf(this.get(value, "S"));
    return { type, text, alt: alt?.kind === "string" ? decodeUtf16(alt.text) : null, children };
  }
}

function decode(operands: readonly PdfValue[], cmap: ReadonlyMap<number, string>): string {
  const strings = operands.flatMap((operand) =>
    operand.kind === "array" ? [...operand.items] : [operand],
  );
  return strings
    .flatMap((item) => (item.kind === "string" ? [item.text] : []))
    .map((text) => {
      const bytes = Buffer.from(text, "latin1");
      return Array.from(
        { length: bytes.length / 2 },
        (_, i) => cmap.get(bytes.readUInt16BE(2 * i)) ?? "\ufffd",
      ).join("");
    })
    .join("");
}

function decodeUtf16(text: string): string {
  const bytes = Buffer.from(text, "latin1");
  return bytes.subarray(2).swap16().toString("utf16le");
}
