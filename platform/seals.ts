import type { Authority } from "../domain/authorities/authority.ts";
import { addDemoSeal } from "./demo-seals.ts";
import { SealError } from "./seal-error.ts";
import { type SealEntry, type SealsFile, openSealsFile } from "./seals-file.ts";
import type { Settings } from "./settings.ts";
import { type Certificate, readPemCertificates } from "./signing/certificate.ts";
import { measureSignature, SIGNATURE_BYTES } from "./signing/cms.ts";
import { KeyError, openKeySigner } from "./signing/key-signers.ts";
import type { Signer } from "./signing/signer.ts";

/** Which seal is asked for: whose, on which day of the paper, and at which moments its certificate must be in force. */
export interface SealRequest {
  readonly authority: Pick<Authority, "authorityId" | "name">;
  readonly day: string;
  readonly moments: readonly Date[];
}

/** The electronic seals (电子印章) of all authorities. */
export interface Seals {
  /** Who signs with the seal in force; a `SealError` says what is wrong with it and what to do. */
  findSigner(request: SealRequest): Promise<Signer>;
}

/** Opens the register of seals. It is read anew for each paper, so that a seal put right takes effect at once; a demo makes what it lacks. */
export function openSeals(settings: Pick<Settings, "mode" | "sealsFile">): Seals {
  const file = openSealsFile(settings.sealsFile);
  const opened = new Map<string, Signer>();
  let making: Promise<void> = Promise.resolve();
  return {
    async findSigner(request) {
      if (settings.mode === "demo") {
        // One after the other: two papers at once must not make two seals.
        making = making.catch(() => undefined).then(() => provideDemoSeal(file, request.authority));
        await making;
      }
      const entry = findEntry(await file.read(), request);
      const pem = await file.readCertificates(entry);
      const key = await file.readPrivateKey(entry);
      const signer = opened.get(pem + key) ?? openSigner(entry, pem, key);
      opened.set(pem + key, signer);
      checkCertificate(signer.certificates[0], request);
      return signer;
    },
  };
}

async function provideDemoSeal(file: SealsFile, authority: SealRequest["authority"]) {
  const entries = await file.read();
  if (entries.some((each) => each.authorityId === authority.authorityId)) return;
  await addDemoSeal(file, authority);
}

function findEntry(entries: readonly SealEntry[], { authority, day }: SealRequest): SealEntry {
  const own = entries.filter((each) => each.authorityId === authority.authorityId);
  if (own.length === 0) throw new SealError("no-seal");
  const entry = own.find((each) => each.from <= day && (each.until === null || day <= each.until));
  if (entry === undefined) throw new SealError("not-in-force");
  if (entry.name !== authority.name) throw new SealError("name-differs");
  return entry;
}

function openSigner(entry: SealEntry, pem: string, key: string): Signer {
  const signer = openKey(entry, readChain(pem), key);
  if (measureSignature(signer) > SIGNATURE_BYTES) throw new SealError("chain-too-long");
  return signer;
}

function openKey(entry: SealEntry, chain: Signer["certificates"], key: string): Signer {
  try {
    return openKeySigner(key, entry.passphrase, chain);
  } catch (error) {
    if (error instanceof KeyError) throw new SealError("key-unusable");
    throw error;
  }
}

function readChain(pem: string): readonly [Certificate, ...Certificate[]] {
  try {
    const [own, ...others] = readPemCertificates(pem);
    if (own !== undefined) return [own, ...others];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  throw new SealError("certificate-unreadable");
}

/** The certificate must be the authority's, for signing, and in force: on the day of the act and on the day of the signature. */
function checkCertificate(own: Certificate, { authority, moments }: SealRequest): void {
  if (!own.subjectNames.includes(authority.name)) throw new SealError("certificate-of-another");
  const mayNotSign =
    own.keyUsage !== null && !own.keyUsage.digitalSignature && !own.keyUsage.nonRepudiation;
  if (mayNotSign) throw new SealError("certificate-usage");
  const isOut = (moment: Date): boolean => moment < own.notBefore || moment > own.notAfter;
  if (moments.some(isOut)) throw new SealError("certificate-expired");
}
