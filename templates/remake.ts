import type { PaperKind } from "../domain/papers.ts";
import type { Fonts } from "./fonts/open-fonts.ts";
import type { SignatureRoom } from "./layout/signature-field.ts";
import {
  compareMaking,
  describeMaking,
  type MadeWith,
  type MakingDifference,
} from "./made-with.ts";
import type { CommonPaperData } from "./papers/paper-data.ts";
import { openTemplate, RENDERER_VERSION, type TemplateSource } from "./papers/template.ts";
import { renderWith } from "./render.ts";
import { hashUnsigned } from "./sign-paper.ts";

/** An issued paper as it is kept: what it was made from, and its file. */
export interface IssuedPaper {
  readonly kind: PaperKind;
  readonly data: CommonPaperData;
  readonly template: TemplateSource;
  /** Null for one that was made before this was written down. */
  readonly madeWith: MadeWith | null;
  readonly file: Uint8Array;
}

/** The paper made again without its signature, beside the file that is kept. */
export interface RemadePaper {
  readonly renderHash: string;
  /** Of the file that is kept, its signature taken out. */
  readonly fileHash: string;
  /** What it was made with that is another thing now; null where that was not written down. */
  readonly differences: readonly MakingDifference[] | null;
}

/**
 * Makes an issued paper again from its data, with the template as it stood then. Where renderer, fonts and compressor are the same the bytes are,
 * too; where they are not, it says which.
 */
export function remakePaper(fonts: Fonts, issued: IssuedPaper): RemadePaper {
  const { kind, data, template, madeWith, file } = issued;
  const room = readSignatureRoom(file);
  const options = { draft: false, ...(room === null ? {} : { signature: room }) };
  const { renderHash } = renderWith(fonts, openTemplate(kind, template), data, options);
  const found = madeWith === null ? null : compareMaking(madeWith, describeMaking(fonts));
  const isOfOtherRenderer = template.renderer !== RENDERER_VERSION;
  const differences = found === null && isOfOtherRenderer ? (["renderer"] as const) : found;
  return { renderHash, fileHash: hashUnsigned(file), differences };
}

/** How much room a file keeps for its signature, and which moment it names; null where it has none. */
function readSignatureRoom(file: Uint8Array): SignatureRoom | null {
  const text = Buffer.from(file).toString("latin1");
  const range = /\/ByteRange \[0 (\d+) (\d+) \d+\]/.exec(text);
  const moment = /\/M \(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z\)/.exec(text);
  if (range === null || moment === null) return null;
  const [year, month, day, hour, minute, second] = moment.slice(1);
  return {
    signedAt: new Date(
      `${year ?? ""}-${month ?? ""}-${day ?? ""}T${hour ?? ""}:${minute ?? ""}:${second ?? ""}Z`,
    ),
    bytes: (Number(range[2]) - Number(range[1]) - 2) / 2,
  };
}
