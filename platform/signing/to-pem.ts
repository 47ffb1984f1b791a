import type { Certificate } from "./certificate.ts";

/** A certificate as the text that other programs read. */
export function toPem(certificate: Certificate): string {
  const lines = certificate.raw.toString("base64").match(/.{1,64}/g) ?? [];
  return ["-----BEGIN CERTIFICATE-----", ...lines, "-----END CERTIFICATE-----", ""].join("\n");
}
