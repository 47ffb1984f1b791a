import { chmod, mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { toPem } from "../../platform/signing/to-pem.ts";
import { SealError } from "../../platform/seal-error.ts";
import type { SealEntry } from "../../platform/seals-file.ts";
import { openSeals, type SealRequest } from "../../platform/seals.ts";
import {
  type CertificateRequest,
  makeRoot,
  makeSigningCertificate,
} from "../../platform/signing/make-certificate.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";

const AUTHORITY = { authorityId: "cangwu-hrss", name: "苍梧县人力资源和社会保障局" };
const NOON = new Date("2026-03-27T04:00:00Z");
const REQUEST: SealRequest = { authority: AUTHORITY, day: "2026-03-27", moments: [NOON] };
const ABOUT: CertificateRequest = {
  organization: AUTHORITY.name,
  unit: "示例",
  commonName: AUTHORITY.name,
  notBefore: new Date("2026-01-01T00:00:00Z"),
  notAfter: new Date("2026-12-31T00:00:00Z"),
  curve: "P-256",
};

/** A register in production with one seal, as far as nothing else is said. */
async function register(
  changes: {
    readonly entry?: Partial<SealEntry>;
    readonly certificate?: Partial<CertificateRequest>;
    readonly chain?: number;
  } = {},
) {
  const folder = makeTemporaryFolder();
  const made = await makeSigningCertificate(
    { ...ABOUT, ...changes.certificate },
    await makeRoot(ABOUT),
  );
  const chain = Array.from({ length: changes.chain ?? 1 }, () =>
    made.certificates.map(toPem),
  ).flat();
  const write = (name: string, text: string) =>
    writeFile(join(folder, name), text, { mode: 0o600 });
  await write("own.pem", chain.join(""));
  await write("own.key", made.privateKeyPem);
  const entry = {
    ...{
      authorityId: AUTHORITY.authorityId,
      name: AUTHORITY.name,
      from: "2026-01-01",
      until: "2026-12-31",
    },
    ...{ certificates: "own.pem", privateKey: "own.key", ...changes.entry },
  };
  const sealsFile = join(folder, "seals.json");
  const enter = (seals: readonly SealEntry[]) => write("seals.json", JSON.stringify({ seals }));
  await enter([entry]);
  const seals = openSeals({ mode: "production", sealsFile });
  const ask = (request: Partial<SealRequest> = {}) => seals.findSigner({ ...REQUEST, ...request });
  return { folder, entry, enter, ask, made };
}

describe("a seal", () => {
  it("in force signs with the certificate that the register names", async () => {
    const { ask, made } = await register();
    expect((await ask()).certificates.map((each) => each.raw)).toEqual(
      made.certificates.map((each) => each.raw),
    );
  });

  it.each([
    ["no-seal", { entry: { authorityId: "other" } }, {}],
    ["not-in-force", { entry: { from: "2026-03-28" } }, {}],
    ["not-in-force", { entry: { until: "2026-03-26" } }, {}],
    ["name-differs", { entry: { name: "苍梧县人社局" } }, {}],
    [
      "certificate-of-another",
      { certificate: { organization: "万秀区人社局", commonName: "万秀区" } },
      {},
    ],
    ["certificate-expired", {}, { moments: [NOON, new Date("2027-01-05T00:00:00Z")] }],
    ["certificate-expired", { certificate: { notBefore: new Date("2026-04-01T00:00:00Z") } }, {}],
    ["certificate-usage", { certificate: { keyUsage: 0x20 } }, {}],
    ["file-unreadable", { entry: { privateKey: "none.key" } }, {}],
    ["certificate-unreadable", { entry: { certificates: "own.key" } }, {}],
    ["chain-too-long", { chain: 2 }, {}],
  ] as const)("is refused: %s", async (code, changes, request) => {
    const { ask } = await register(changes);
    const error: unknown = await ask(request).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(SealError);
    expect(error).toMatchObject({ code });
    expect(String(error)).toMatch(/请管理员检查/);
  });

  it("of another time takes its turn on its own days, and a register put right takes effect at once", async () => {
    const { ask, enter, entry } = await register({ entry: { until: "2026-03-26" } });
    await expect(ask()).rejects.toMatchObject({ code: "not-in-force" });
    await enter([entry, { ...entry, from: "2026-03-27", until: null }]);
    expect(await ask()).toBe(await ask({ day: "2026-03-01" }));
  });

  it("whose key belongs to another certificate, or that others can read, is refused", async () => {
    const { ask, folder } = await register();
    await chmod(join(folder, "own.key"), 0o644);
    await expect(ask()).rejects.toMatchObject({ code: "file-unreadable" });
    const other = await makeSigningCertificate(ABOUT, await makeRoot(ABOUT));
    await chmod(join(folder, "own.key"), 0o600);
    await writeFile(join(folder, "own.key"), other.privateKeyPem);
    await expect(ask()).rejects.toMatchObject({ code: "key-unusable" });
  });

  it("is not found in a register that is damaged", async () => {
    const { ask, folder } = await register();
    await writeFile(join(folder, "seals.json"), "{");
    await expect(ask()).rejects.toMatchObject({ code: "file-unreadable" });
  });
});

describe("a demo", () => {
  it("makes a seal that says it is a specimen, once for each authority, readable by nobody else", async () => {
    const folder = join(makeTemporaryFolder(), "seals");
    await mkdir(folder);
    const open = () => openSeals({ mode: "demo", sealsFile: join(folder, "seals.json") });
    const seals = open();
    const signers = await Promise.all([1, 2, 3].map(() => seals.findSigner(REQUEST)));
    expect(new Set(signers).size).toBe(1);
    expect(signers[0]?.certificates[0].subjectNames).toEqual([
      AUTHORITY.name,
      `${AUTHORITY.name}（样章）`,
    ]);
    const other = await seals.findSigner({
      ...REQUEST,
      authority: { authorityId: "b", name: "示例乙局" },
    });
    expect(other.certificates[0].subjectNames[0]).toBe("示例乙局");
    const again = await open().findSigner(REQUEST);
    expect(again.certificates[0].raw).toEqual(signers[0]?.certificates[0].raw);
    const entries = JSON.parse(await readFile(join(folder, "seals.json"), "utf8")) as {
      seals: SealEntry[];
    };
    expect(entries.seals).toHaveLength(2);
    expect((await stat(join(folder, entries.seals[0]?.privateKey ?? ""))).mode & 0o077).toBe(0);
  });

  it("does not make one in place of a seal that is no longer in force", async () => {
    const { entry, folder } = await register({ entry: { until: "2026-03-26" } });
    expect(entry.until).toBe("2026-03-26");
    const demo = openSeals({ mode: "demo", sealsFile: join(folder, "seals.json") });
    await expect(demo.findSigner(REQUEST)).rejects.toMatchObject({ code: "not-in-force" });
  });
});
