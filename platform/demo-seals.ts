import { randomUUID } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Authority } from "../domain/authorities/authority.ts";
import type { SealsFile } from "./seals-file.ts";
import { toPem } from "./signing/to-pem.ts";
import { makeRoot, makeSigningCertificate } from "./signing/make-certificate.ts";

/** The demo's clock may stand on any day; its certificates hold for all of them. */
const VALIDITY = {
  notBefore: new Date("2000-01-01T00:00:00Z"),
  notAfter: new Date("2099-12-31T00:00:00Z"),
};
const MARK = "示例（样章），不具有法律效力";

/** Makes a key and a certificate that says of itself that it is a specimen, and enters them as an authority's seal. */
export async function addDemoSeal(
  file: SealsFile,
  authority: Pick<Authority, "authorityId" | "name">,
): Promise<void> {
  const about = { ...VALIDITY, unit: MARK, curve: "P-256" } as const;
  const root = await makeRoot({
    ...about,
    organization: "名单系统示例",
    commonName: "名单系统示例根证书（样章）",
  });
  const { privateKeyPem, certificates } = await makeSigningCertificate(
    { ...about, organization: authority.name, commonName: `${authority.name}（样章）` },
    root,
  );
  await mkdir(file.folder, { recursive: true, mode: 0o700 });
  const name = randomUUID();
  const write = (ending: string, text: string): Promise<void> =>
    writeFile(join(file.folder, name + ending), text, { mode: 0o600 });
  await write(".pem", certificates.map(toPem).join(""));
  await write(".key.pem", privateKeyPem);
  await file.add({
    authorityId: authority.authorityId,
    name: authority.name,
    from: "2000-01-01",
    until: null,
    certificates: `${name}.pem`,
    privateKey: `${name}.key.pem`,
  });
}
