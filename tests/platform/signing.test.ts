import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  X509Certificate,
} from "node:crypto";
import { describe, expect, it } from "vitest";
import { toPem } from "../../platform/signing/to-pem.ts";
import { readCertificate, readPemCertificates } from "../../platform/signing/certificate.ts";
import { SIGNATURE_BYTES, signDetached } from "../../platform/signing/cms.ts";
import {
  readDer,
  readObjectId,
  writeDer,
  writeInteger,
  writeObjectId,
  writeSet,
} from "../../platform/signing/der.ts";
import { KeyError, openKeySigner } from "../../platform/signing/key-signers.ts";
import {
  type CertificateRequest,
  makeRoot,
  makeSigningCertificate,
} from "../../platform/signing/make-certificate.ts";
import { readCms } from "../../platform/signing/read-signature.ts";

const NAME = "苍梧县人力资源和社会保障局";
const ABOUT: CertificateRequest = {
  organization: NAME,
  unit: "示例（样章）",
  commonName: `${NAME}（样章）`,
  notBefore: new Date("2020-01-01T00:00:00Z"),
  notAfter: new Date("2059-12-31T23:59:59Z"),
  curve: "P-256",
};

describe("DER", () => {
  it.each([0, 1, 127, 128, 255, 256, 70_000])(
    "keeps %i bytes through writing and reading",
    (length) => {
      const content = Buffer.alloc(length, 0x5a);
      const [node, ...others] = readDer(writeDer(0x04, content));
      expect(node?.content.equals(content)).toBe(true);
      expect(others).toEqual([]);
    },
  );

  it.each([
    "2.5.4.3",
    "1.2.840.113549.1.9.16.2.47",
    "1.2.156.10197.1.501",
    "0.9.2342",
    "2.16.840.1.101.3.4.2.1",
  ])("writes and reads the object id %s", (id) => {
    const [node] = readDer(writeObjectId(id));
    expect(readObjectId(node?.content ?? Buffer.alloc(0))).toBe(id);
  });

  it("writes numbers that begin with a high bit as positive ones, and none longer than it is", () => {
    expect(writeInteger(Buffer.from([0x80])).toString("hex")).toBe("02020080");
    expect(writeInteger(Buffer.from([0, 0, 5])).toString("hex")).toBe("020105");
  });

  it("puts the members of a set in order", () => {
    const [a, b] = [writeObjectId("2.5.4.3"), writeInteger(Buffer.from([1]))];
    expect(writeSet(a, b)).toEqual(writeSet(b, a));
  });

  it("refuses what is cut short", () => {
    expect(() => readDer(Buffer.from([0x30, 0x82, 0x01]))).toThrow("cut short");
    expect(() => readDer(Buffer.from([0x30, 0x05, 0x00]))).toThrow("cut short");
  });
});

describe("certificates", () => {
  it("made here are read the same by Node, and vouched for by their root", async () => {
    const root = await makeRoot(ABOUT);
    const { certificates, privateKeyPem } = await makeSigningCertificate(ABOUT, root);
    const [own] = certificates;
    const seen = new X509Certificate(own.raw);
    expect(seen.verify(new X509Certificate(root.certificates[0].raw).publicKey)).toBe(true);
    expect(seen.checkPrivateKey(createPrivateKey(privateKeyPem))).toBe(true);
    expect(seen.subject).toContain(NAME);
    expect(new Date(seen.validTo)).toEqual(ABOUT.notAfter);
    expect(seen.ca).toBe(false);
    expect(own).toMatchObject({
      subjectNames: [NAME, `${NAME}（样章）`],
      notBefore: ABOUT.notBefore,
      notAfter: ABOUT.notAfter,
      keyUsage: { digitalSignature: true, nonRepudiation: true },
    });
    expect(own.serial.toString("hex").toUpperCase()).toBe(seen.serialNumber);
  });

  it("are read from PEM in the order of the file", async () => {
    const root = await makeRoot({ ...ABOUT, commonName: "根" });
    const { certificates } = await makeSigningCertificate(ABOUT, root);
    const read = readPemCertificates(certificates.map(toPem).join("\n"));
    expect(read.map((each) => each.subjectNames[1])).toEqual([`${NAME}（样章）`, "根"]);
  });

  it("are not read from other bytes", () => {
    expect(() => readCertificate(Buffer.from("no certificate"))).toThrow(RangeError);
  });
});

describe.each(["P-256", "SM2"] as const)("a signature with a key of %s", (curve) => {
  const content = Buffer.from("【虚构】一份文书");
  const make = async () => {
    const made = await makeSigningCertificate(
      { ...ABOUT, curve },
      await makeRoot({ ...ABOUT, curve }),
    );
    return { ...made, signer: openKeySigner(made.privateKeyPem, undefined, made.certificates) };
  };

  it("holds, names its certificate, and claims no time of its own", async () => {
    const { signer, certificates } = await make();
    const cms = await signDetached(signer, [content.subarray(0, 5), content.subarray(5)]);
    const read = readCms(cms, content);
    expect(read).toMatchObject({
      digestMatches: true,
      valueMatches: true,
      certificateIsNamed: true,
    });
    expect(read.certificate.raw.equals(certificates[0].raw)).toBe(true);
    expect(read.signedAttributes.toSorted()).toEqual([
      "1.2.840.113549.1.9.16.2.47",
      "1.2.840.113549.1.9.3",
      "1.2.840.113549.1.9.4",
    ]);
    expect(cms.length).toBeLessThan(SIGNATURE_BYTES);
  });

  it("does not hold for other content, nor with a changed value", async () => {
    const { signer } = await make();
    const cms = await signDetached(signer, [content]);
    expect(readCms(cms, Buffer.concat([content, content])).digestMatches).toBe(false);
    const broken = Buffer.from(cms);
    broken.writeUInt8(broken.readUInt8(broken.length - 1) ^ 1, broken.length - 1);
    expect(readCms(broken, content).valueMatches).toBe(false);
  });
});

describe("a key", () => {
  it("of RSA signs as well", async () => {
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const info = createPublicKey(privateKey).export({ type: "spki", format: "der" });
    const { certificates } = await makeSigningCertificate(ABOUT, await makeRoot(ABOUT));
    // Only the key matters here: the certificate of another kind of key, with this one in its place.
    const [own] = certificates;
    const withRsa = { ...own, publicKeyInfo: info, keyKind: ["1.2.840.113549.1.1.1"] };
    const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
    const signer = openKeySigner(pem, undefined, [withRsa]);
    expect(await signer.sign(Buffer.from("x"))).toEqual(
      sign("sha256", Buffer.from("x"), privateKey),
    );
  });

  it("that is not the certificate's, of an unknown kind, damaged or closed by another passphrase is refused", async () => {
    const root = await makeRoot(ABOUT);
    const [one, other] = [
      await makeSigningCertificate(ABOUT, root),
      await makeSigningCertificate(ABOUT, root),
    ];
    const open = (pem: string, certificates = one.certificates, passphrase?: string) =>
      openKeySigner(pem, passphrase, certificates);
    expect(() => open(other.privateKeyPem)).toThrow("不是一对");
    expect(() => open("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----")).toThrow(
      KeyError,
    );
    const closed = createPrivateKey(one.privateKeyPem)
      .export({ type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase: "示例口令" })
      .toString();
    expect(() => open(closed, one.certificates, "别的口令")).toThrow("口令不对");
    expect(open(closed, one.certificates, "示例口令").certificates[0].raw).toEqual(
      one.certificates[0].raw,
    );
    const strange = { ...one.certificates[0], keyKind: ["1.3.101.112"] };
    expect(() => open(one.privateKeyPem, [strange])).toThrow("不受支持");
  });
});
