import { writeFileSync } from "node:fs";
import { join } from "node:path";
import canonicalize from "canonicalize";
import {
  isPaperKind,
  isVolumeSheet,
  PAPER_KINDS,
  type TemplateKind,
  VOLUME_SHEETS,
} from "../../domain/papers.ts";
import { toPem } from "../../platform/signing/to-pem.ts";
import { SIGNATURE_BYTES, signDetached } from "../../platform/signing/cms.ts";
import { openKeySigner } from "../../platform/signing/key-signers.ts";
import { makeRoot, makeSigningCertificate } from "../../platform/signing/make-certificate.ts";
import type { Signer } from "../../platform/signing/signer.ts";
import { openAtStart, readFontsFile } from "../../platform/fonts-file.ts";
import { readSettings } from "../../platform/settings.ts";
import { openPaperFonts } from "../../templates/open-paper-fonts.ts";
import { renderPaper, templateVersion } from "../../templates/render.ts";
import { partsToSign, placeSignature } from "../../templates/sign-paper.ts";
import { LAYOUTS } from "../../templates/papers/paper-layouts.ts";
import { PAPER_DATA } from "../../tests/templates/paper-fixtures.ts";

/** A paper on disk, and everything that must be found in it again. */
export interface MadePaper {
  readonly name: string;
  readonly kind: TemplateKind;
  readonly file: string;
  readonly signedBy: "P-256" | "SM2" | null;
  readonly form: "letter" | "ruled-form" | "volume-sheet";
  readonly text: readonly string[];
  readonly checkUrl: string;
  readonly sealName: string;
  /** The machine-readable twin. */
  readonly twin: string;
}

/** What was signed by a key of SM2, to be proven by a second implementation. */
export interface SignedBytes {
  readonly bytes: Uint8Array;
  readonly value: Uint8Array;
}

/** The papers to be checked, and the certificates they are signed with. */
export interface MadePapers {
  readonly papers: readonly MadePaper[];
  readonly rootFile: string;
  readonly sm2: {
    readonly rootFile: string;
    readonly ownFile: string;
    readonly signed: SignedBytes;
  };
}

const NAME = "苍梧县人力资源和社会保障局";
const ROOM = { signedAt: new Date("2026-03-27T02:00:00Z"), bytes: SIGNATURE_BYTES };

/** Makes every kind of paper, unsigned and signed, the sheets of a volume, which are never signed, a very long one, and one that is signed by SM2. */
export async function makePapers(folder: string): Promise<MadePapers> {
  const files = readFontsFile(readSettings({ MINGDAN_FONTS: process.env["MINGDAN_FONTS"] }));
  const fonts = await openAtStart(() => openPaperFonts({ files, report: console.log }));
  const [p256, sm2] = [await makeSigner(folder, "P-256"), await makeSigner(folder, "SM2")];
  const papers: MadePaper[] = [];
  const make = async (
    kind: TemplateKind,
    signer: TestSigner | null,
    name: string,
    data: object,
  ) => {
    const options = { draft: false, ...(signer === null ? {} : { signature: ROOM }) };
    const paper = renderPaper(fonts, kind, data as never, options); // the data of the kind: from the fixtures
    const place = paper.signaturePlace;
    const bytes =
      signer === null || place === null
        ? paper.bytes
        : placeSignature(
            paper.bytes,
            place,
            await signDetached(signer.signer, partsToSign(paper.bytes, place)),
          );
    const file = join(folder, `${name}.pdf`);
    writeFileSync(file, bytes);
    const { checkUrl, sealName } = PAPER_DATA[kind];
    const twin = canonicalize({ kind, templateVersion: templateVersion(kind), data }) ?? "";
    const { form } = LAYOUTS[kind];
    const signedBy = signer?.curve ?? null;
    papers.push({
      name,
      kind,
      file,
      signedBy,
      form,
      text: paper.text,
      checkUrl: checkUrl ?? "",
      sealName,
      twin,
    });
  };
  for (const kind of Object.keys(PAPER_KINDS).filter(isPaperKind)) {
    await make(kind, null, kind, PAPER_DATA[kind]);
    await make(kind, p256, `${kind}-signed`, PAPER_DATA[kind]);
  }
  for (const sheet of Object.keys(VOLUME_SHEETS).filter(isVolumeSheet)) {
    await make(sheet, null, sheet, PAPER_DATA[sheet]);
  }
  await make("listing-decision", p256, "listing-decision-long-signed", makeLong());
  await make("listing-decision", sm2, "listing-decision-sm2", PAPER_DATA["listing-decision"]);
  const signed = sm2.lastSigned();
  if (signed === null) throw new Error("nothing was signed by SM2");
  return {
    papers,
    rootFile: p256.rootFile,
    sm2: { rootFile: sm2.rootFile, ownFile: sm2.ownFile, signed },
  };
}

/** Forty grounds, two hundred items of evidence, sixty measures. */
function makeLong(): object {
  const data = PAPER_DATA["listing-decision"];
  const [measure] = data.measures;
  return {
    ...data,
    facts: Array.from({ length: 40 }, (_, i) => `第${i + 1}项事实：${data.facts[0] ?? ""}`),
    evidence: Array.from({ length: 200 }, (_, i) => `第${i + 1}份证据（共${i + 2}页）`),
    measures: Array.from({ length: 60 }, (_, i) => ({
      ...measure,
      name: `依法限制第${i + 1}类活动`,
    })),
  };
}

interface TestSigner {
  readonly curve: "P-256" | "SM2";
  readonly signer: Signer;
  readonly rootFile: string;
  readonly ownFile: string;
  readonly lastSigned: () => SignedBytes | null;
}

async function makeSigner(folder: string, curve: "P-256" | "SM2"): Promise<TestSigner> {
  const about = {
    ...{ organization: NAME, unit: "示例（样章）", commonName: NAME, curve },
    ...{ notBefore: new Date("2020-01-01"), notAfter: new Date("2049-12-31") },
  };
  const root = await makeRoot({ ...about, commonName: "示例根证书" });
  const made = await makeSigningCertificate(about, root);
  const files = {
    rootFile: join(folder, `root-${curve}.pem`),
    ownFile: join(folder, `own-${curve}.pem`),
  };
  writeFileSync(files.rootFile, toPem(root.certificates[0]));
  writeFileSync(files.ownFile, toPem(made.certificates[0]));
  const inner = openKeySigner(made.privateKeyPem, undefined, made.certificates);
  let last: SignedBytes | null = null;
  const sign = async (bytes: Uint8Array): Promise<Uint8Array> => {
    const value = await inner.sign(bytes);
    last = { bytes, value };
    return value;
  };
  return { curve, signer: { ...inner, sign }, ...files, lastSigned: () => last };
}
