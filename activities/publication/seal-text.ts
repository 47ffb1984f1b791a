import { createHash } from "node:crypto";
import type { Transaction } from "../../platform/database.ts";
import { SealError } from "../../platform/seal-error.ts";
import type { SealRequest, Seals } from "../../platform/seals.ts";
import type { Signer } from "../../platform/signing/signer.ts";
import { toPem } from "../../platform/signing/to-pem.ts";
import { sealCertificates } from "../../schema/index.ts";

/** Who signs for the authority by SM2; null where its seal is of another kind, or cannot be used now. */
export async function findSmSigner(seals: Seals, request: SealRequest): Promise<Signer | null> {
  try {
    const signer = await seals.findSigner(request);
    return signer.scheme.digest === "sm3" ? signer : null;
  } catch (error) {
    if (error instanceof SealError) return null;
    throw error;
  }
}

/** `sm2:certificate:signature`: the certificate by its SHA-256, the signature as it is encoded, base64. */
export async function sealText(signer: Signer, text: string): Promise<string> {
  const signature = Buffer.from(await signer.sign(Buffer.from(text))).toString("base64");
  return `sm2:${certificateIdOf(signer)}:${signature}`;
}

function certificateIdOf({ certificates }: Signer): string {
  return createHash("sha256").update(certificates[0].raw).digest("hex");
}

/** Keeps the certificates with which something was sealed: whoever has a copy can look them up. */
export async function keepCertificate(
  tx: Transaction,
  signer: Signer,
  { authority }: Pick<SealRequest, "authority">,
  now: Date,
): Promise<void> {
  await tx
    .insert(sealCertificates)
    .values({
      certificateId: certificateIdOf(signer),
      authorityName: authority.name,
      pem: signer.certificates.map(toPem).join(""),
      firstUsedAt: now,
    })
    .onConflictDoNothing();
}
