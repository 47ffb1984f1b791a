import { openKeySigner } from "../../platform/signing/key-signers.ts";
import { measureSignature, signDetached } from "../../platform/signing/cms.ts";
import { makeRoot, makeSigningCertificate } from "../../platform/signing/make-certificate.ts";
import type { Fonts } from "../../templates/fonts/open-fonts.ts";
import { partsToSign, placeSignature } from "../../templates/sign-paper.ts";
import type { Maker } from "./faces.ts";
import type { Sample } from "./sample.ts";

const SIGNED_AT = new Date("2026-03-27T08:00:00Z");

/** Ours without a signature: tagged PDF/A-3a with seal, QR code and the data attached, its words composed from the template. */
export function openOurMaker(fonts: Fonts, sample: Sample): Maker {
  return {
    name: "ours, unsigned",
    make: (_, seed) => Promise.resolve(sample.render(fonts, seed, { draft: false }).bytes),
    close: () => Promise.resolve(),
  };
}

/** Ours as it is served: the same, signed (P-256). */
export async function openOurSignedMaker(fonts: Fonts, sample: Sample): Promise<Maker> {
  const curve = "P-256" as const;
  const about = {
    ...{ organization: "【虚构】示例机关", unit: "示例（样章）", commonName: "【虚构】示例机关" },
    ...{ notBefore: new Date("2020-01-01"), notAfter: new Date("2049-12-31"), curve },
  };
  const root = await makeRoot({ ...about, commonName: "示例根证书" });
  const own = await makeSigningCertificate(about, root);
  const signer = openKeySigner(own.privateKeyPem, undefined, own.certificates);
  const room = { signedAt: SIGNED_AT, bytes: measureSignature(signer) };
  return {
    name: "ours, signed",
    async make(_, seed) {
      const paper = sample.render(fonts, seed, { draft: false, signature: room });
      const place = paper.signaturePlace;
      if (place === null) throw new Error("no room was kept for the signature");
      const signature = await signDetached(signer, partsToSign(paper.bytes, place));
      return placeSignature(paper.bytes, place, signature);
    },
    close: () => Promise.resolve(),
  };
}
