import type { PdfFile } from "./pdf-file.ts";

/** What stands in a file before it is signed: when, and room for the signature. */
export interface SignatureRoom {
  /** The moment of the act that issued the paper; never the machine's time, so that the unsigned file can be made again. */
  readonly signedAt: Date;
  /** Bytes kept free for the signature. */
  readonly bytes: number;
}

/** Where the signature goes: the angle brackets of its hex digits; everything outside them is signed. */
export interface SignaturePlace {
  readonly from: number;
  readonly until: number;
}

/** Printed, and not to be changed. */
const PRINTED_AND_LOCKED = 132;
/** A form that holds signatures, and may only grow. */
const SIGNED_APPEND_ONLY = 3;
const UNKNOWN = 9_999_999_999;

/**
 * Adds an empty signature over the seal of the page that is being painted, so that a click on the seal shows who signed. The seal
 * itself is on the page: the field's own appearance is empty.
 */
export function addSignatureField(
  pdf: PdfFile,
  room: SignatureRoom,
  box: readonly [number, number, number, number],
  pageHeight: number,
): void {
  const [left, top, right, bottom] = box;
  const signature = pdf.ref({
    Type: "Sig",
    Filter: "Adobe.PPKLite",
    SubFilter: "ETSI.CAdES.detached",
    ByteRange: [0, UNKNOWN, UNKNOWN, UNKNOWN],
    M: room.signedAt,
    Contents: new Uint8Array(room.bytes),
  });
  signature.end();
  const appearance = pdf.ref({
    Type: "XObject",
    Subtype: "Form",
    BBox: [0, 0, right - left, bottom - top],
    Resources: {},
  });
  appearance.compress = false; // two bytes
  appearance.end(Buffer.from("%\n"));
  const field = pdf.ref({
    Type: "Annot",
    Subtype: "Widget",
    FT: "Sig",
    T: new String("Signature1"),
    F: PRINTED_AND_LOCKED,
    Rect: [left, pageHeight - bottom, right, pageHeight - top],
    P: pdf.page.dictionary,
    V: signature,
    AP: { N: appearance },
  });
  field.end();
  pdf.page.annotations.push(field);
  pdf._root.data["AcroForm"] = { Fields: [field], SigFlags: SIGNED_APPEND_ONLY };
}

/** Finds the room for the signature in a finished file, and writes down which bytes it covers: all the others. */
export function closeSignatureRoom(file: Buffer, room: SignatureRoom): SignaturePlace {
  const rangeMark = Buffer.from(`/ByteRange [0 ${UNKNOWN} ${UNKNOWN} ${UNKNOWN}]`);
  const contentsMark = Buffer.from(`/Contents <${"00".repeat(8)}`);
  const rangeAt = file.indexOf(rangeMark);
  const contentsAt = file.indexOf(contentsMark, rangeAt);
  if (rangeAt < 0 || contentsAt < 0) throw new RangeError("the file has no room for a signature");
  const from = contentsAt + "/Contents ".length;
  const until = from + 2 + 2 * room.bytes;
  const range = `/ByteRange [0 ${from} ${until} ${file.length - until}]`;
  file.write(range.padEnd(rangeMark.length), rangeAt, "latin1");
  return { from, until };
}
