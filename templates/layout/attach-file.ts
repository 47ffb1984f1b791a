import { createHash } from "node:crypto";
import { packStream } from "./deflated-parts.ts";
import type { PdfFile } from "./pdf-file.ts";

/** A file that goes into a paper as the data behind it. */
export interface AttachedFile {
  readonly name: string;
  readonly description: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly createdAt: Date;
}

/** Attaches a file with its relationship to the document (PDF/A-3, 6.8): found by its name, and as an associated file. */
export function attachFile(pdf: PdfFile, file: AttachedFile): void {
  const { name, description, mediaType, bytes, createdAt } = file;
  const about = {
    Type: "EmbeddedFile",
    Subtype: mediaType.replace("/", "#2F"),
    Params: {
      CreationDate: createdAt,
      ModDate: createdAt,
      Size: bytes.length,
      CheckSum: createHash("md5").update(bytes).digest(), // what the format asks for; nothing rests on it
    },
  };
  const content = pdf.stream(about, packStream(bytes));
  const specification = pdf.ref({
    Type: "Filespec",
    AFRelationship: "Data",
    F: new String(name),
    UF: new String(name),
    EF: { F: content },
    Desc: new String(description),
  });
  specification.end();
  pdf.addNamedEmbeddedFile(name, specification);
  pdf._root.data["AF"] = [specification];
}
