import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { PAPER_KINDS, isPaperKind } from "../../domain/papers.ts";
import { SIGNATURE_BYTES, signDetached } from "../../platform/signing/cms.ts";
import { openKeySigner } from "../../platform/signing/key-signers.ts";
import { makeRoot, makeSigningCertificate } from "../../platform/signing/make-certificate.ts";
import type { Signer } from "../../platform/signing/signer.ts";
import { type Fonts, openFonts } from "../../templates/fonts/open-fonts.ts";
import { renderPaper } from "../../templates/render.ts";
import { hashUnsigned, partsToSign, placeSignature } from "../../templates/sign-paper.ts";
import { readSignature } from "../../platform/signing/read-signature.ts";
import { PAPER_DATA } from "./paper-fixtures.ts";
import { type PdfValue, readObjects } from "./pdf-objects.ts";
import { readPdf } from "./read-pdf.ts";

const KINDS = Object.keys(PAPER_KINDS).filter(isPaperKind);
const ROOM = { signedAt: new Date("2026-03-27T02:00:00Z"), bytes: SIGNATURE_BYTES };
let fonts: Fonts;
let signer: Signer;

beforeAll(async () => {
  fonts = await openFonts();
  const about = {
    ...{ organization: "苍梧县人力资源和社会保障局", unit: "示例", commonName: "示例" },
    ...{
      notBefore: new Date("2020-01-01"),
      notAfter: new Date("2049-01-01"),
      curve: "P-256" as const,
    },
  };
  const made = await makeSigningCertificate(about, await makeRoot(about));
  signer = openKeySigner(made.privateKeyPem, undefined, made.certificates);
});

const render = (kind: (typeof KINDS)[number]) =>
  renderPaper(fonts, kind, PAPER_DATA[kind], { draft: false, signature: ROOM });

async function signPaper(kind: (typeof KINDS)[number]) {
  const paper = render(kind);
  if (paper.signaturePlace === null) throw new Error("no room for the signature");
  const parts = partsToSign(paper.bytes, paper.signaturePlace);
  const signed = placeSignature(
    paper.bytes,
    paper.signaturePlace,
    await signDetached(signer, parts),
  );
  return { paper, signed };
}

describe.each(KINDS)("the signed paper %s", (kind) => {
  it("is covered as a whole by a signature that holds, and shows nothing that the unsigned one does not", async () => {
    const { paper, signed } = await signPaper(kind);
    expect(readSignature(signed)).toMatchObject({
      coversWholeFile: true,
      digestMatches: true,
      valueMatches: true,
      certificateIsNamed: true,
    });
    const plain = renderPaper(fonts, kind, PAPER_DATA[kind], { draft: false });
    expect(readPdf(signed).elements).toEqual(readPdf(plain.bytes).elements);
    expect(paper.text).toEqual(plain.text);
    expect(readSignature(plain.bytes)).toBeNull();
  });

  it("leads back to its render hash, which can be made again from the data", async () => {
    const { paper, signed } = await signPaper(kind);
    expect(hashUnsigned(signed)).toBe(paper.renderHash);
    expect(paper.renderHash).toBe(createHash("sha256").update(paper.bytes).digest("hex"));
    expect(render(kind).renderHash).toBe(paper.renderHash);
  });
});

describe("a signature in a paper", () => {
  it("no longer holds after any one byte of text, data or picture is changed", async () => {
    const { paper, signed } = await signPaper("listing-decision");
    const place = paper.signaturePlace ?? { from: 0, until: 0 };
    for (let at = 20; at < signed.length; at += 997) {
      if (at >= place.from && at < place.until) continue; // the signature itself
      const broken = Buffer.from(signed);
      broken.writeUInt8(broken.readUInt8(at) ^ 1, at);
      const read = safely(() => readSignature(broken));
      const holds = read?.digestMatches === true && read.valueMatches && read.coversWholeFile;
      expect([at, holds]).toEqual([at, false]);
    }
  });

  it("lies over the seal, is printed and locked, and names the form, the standard and the moment of the act", async () => {
    const { signed } = await signPaper("listing-decision");
    const text = Buffer.from(signed).toString("latin1");
    expect(text).toContain("/SubFilter /ETSI.CAdES.detached");
    expect(text).toContain("/M (D:20260327020000Z)");
    const find = (name: string): PdfValue | undefined =>
      [...readObjects(signed).values()].flatMap(({ value }) =>
        value.kind === "dict" ? (findEntry(value, name) ?? []) : [],
      )[0];
    expect(find("F")).toEqual({ kind: "number", value: 132 });
    expect(find("SigFlags")).toEqual({ kind: "number", value: 3 });
    const box = find("Rect");
    const edges = box?.kind === "array" ? box.items : [];
    const [left = 0, bottom = 0, right = 0, top = 0] = edges.map((edge) =>
      edge.kind === "number" ? edge.value : NaN,
    );
    expect([right - left, top - bottom].map((side) => (side / 72) * 25.4)).toEqual([
      expect.closeTo(42, 3),
      expect.closeTo(42, 3),
    ]);
  });

  it("is never in a draft, and must fit its room", async () => {
    const draft = renderPaper(fonts, "listing-decision", PAPER_DATA["listing-decision"], {
      draft: true,
      signature: ROOM,
    });
    expect(draft.signaturePlace).toBeNull();
    const { paper } = await signPaper("listing-decision");
    const place = paper.signaturePlace ?? { from: 0, until: 0 };
    expect(() => placeSignature(paper.bytes, place, new Uint8Array(SIGNATURE_BYTES + 1))).toThrow(
      "longer",
    );
  });
});

/** An entry of a dictionary or of one inside it; of the attached file, which has one of the same name, none. */
function findEntry(dictionary: PdfValue, name: string): PdfValue | undefined {
  if (dictionary.kind !== "dict" || dictionary.entries.has("EF")) return undefined;
  const own = dictionary.entries.get(name);
  if (own !== undefined) return own;
  return [...dictionary.entries.values()].map((inner) => findEntry(inner, name)).find(Boolean);
}

function safely<Value>(make: () => Value): Value | null {
  try {
    return make();
  } catch {
    return null; // what can no longer be read does not hold
  }
}
