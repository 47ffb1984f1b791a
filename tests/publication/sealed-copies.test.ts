import { spawnSync } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import canonicalize from "canonicalize";
import { and, desc, eq } from "drizzle-orm";
import { sm2 } from "sm-crypto-v2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openFileReceiver, type FileReceiver } from "../../demo/receivers/file-receiver.ts";
import { buildHttpReceiver, type HttpReceiver } from "../../demo/receivers/http-receiver.ts";
import { openPuller, type Puller } from "../../demo/receivers/puller.ts";
import { openSealsFile } from "../../platform/seals-file.ts";
import { readPemCertificates } from "../../platform/signing/certificate.ts";
import { makeRoot, makeSigningCertificate } from "../../platform/signing/make-certificate.ts";
import { toPem } from "../../platform/signing/to-pem.ts";
import {
  deliveries,
  divergences,
  implementerSeals,
  publicationRecords,
} from "../../schema/index.ts";
import { COUNTY_AUTHORITY } from "../support/case-world.ts";
import { publishCase } from "../support/published-case.ts";
import { annul } from "../support/publication-acts.ts";
import { waitUntilSettled } from "../support/demo-clock.ts";
import { startRunningApi, type RunningApi } from "../support/running-api.ts";

const SECRET = `whsec_${Buffer.alloc(32, 41).toString("base64")}`;
const TOKEN = "county-portal-token-0123456789";
const HOME = mkdtempSync(join(tmpdir(), "mingdan-sealed-"));
const FOLDER = join(HOME, "portal");
const USER_ID = "1234567812345678";

let api: RunningApi;
let caseId: string;
let pushed: HttpReceiver;
let bidding: HttpReceiver;
let portal: FileReceiver;
let county: Puller;

beforeAll(async () => {
  pushed = buildHttpReceiver([SECRET]);
  const url = await pushed.site.listen({ host: "127.0.0.1", port: 0 });
  bidding = buildHttpReceiver([SECRET]);
  const desk = await bidding.site.listen({ host: "127.0.0.1", port: 0 });
  const place = { url: `${desk}/push`, readBackUrl: `${desk}/holdings` };
  api = await startRunningApi("2026-03-13", {
    env: { MINGDAN_SEALS: await makeSealOfSm2() },
    points: {
      connections: {
        "credit-china-wuzhou": {
          ...{ form: "http-push", url: `${url}/push`, readBackUrl: `${url}/holdings` },
        },
        "department-portal": { form: "folder", path: FOLDER },
        "county-portal": { form: "pull" },
        "measure-implementers": {
          form: "by-implementer",
          implementers: [{ id: "bidding", name: "招标投标行政监督部门", ...place }],
          others: { url: `${url}/push` },
        },
      },
      secrets: {
        ...{ "credit-china-wuzhou": [SECRET], "county-portal": [TOKEN] },
        ...{ "measure-implementers": [SECRET], "measure-implementers/bidding": [SECRET] },
      },
    },
  });
  const feed = `http://127.0.0.1:${String(api.cases.port)}`;
  portal = openFileReceiver(FOLDER);
  county = openPuller(`${feed}/api/points/county-portal`, TOKEN);
  caseId = await publishCase(api, "2026-03-13");
  await waitUntilSettled(api.cases.database);
  await portal.work();
  await county.pull();
});
afterAll(async () => {
  await api.stop();
  await pushed.site.close();
  await bidding.site.close();
  rmSync(HOME, { recursive: true, force: true });
});

/** A seal of the authority whose key is one of SM2, as an installation has it; answers with its register. */
async function makeSealOfSm2(): Promise<string> {
  const about = {
    ...{ organization: COUNTY_AUTHORITY.name, unit: "示例（样章）", curve: "SM2" as const },
    notBefore: new Date("2000-01-01T00:00:00Z"),
    notAfter: new Date("2099-12-31T00:00:00Z"),
  };
  const root = await makeRoot({ ...about, commonName: "【虚构】根证书" });
  const made = await makeSigningCertificate(
    { ...about, commonName: `${COUNTY_AUTHORITY.name}（样章）` },
    root,
  );
  const write = (name: string, text: string) =>
    writeFileSync(join(HOME, name), text, { mode: 0o600 });
  write("seal.pem", made.certificates.map(toPem).join(""));
  write("seal.key.pem", made.privateKeyPem);
  const register = join(HOME, "seals.json");
  await openSealsFile(register).add({
    ...{ authorityId: COUNTY_AUTHORITY.authorityId, name: COUNTY_AUTHORITY.name },
    ...{ from: "2000-01-01", until: null },
    ...{ certificates: "seal.pem", privateKey: "seal.key.pem" },
  });
  return register;
}

interface Certificates {
  readonly certificates: readonly { certificateId: string; authorityName: string; pem: string }[];
}

/** The certificate that a seal names, as anybody gets it. */
async function certificateOf(seal: string) {
  const answer = await api.app.inject({ url: "/api/open-data/seal-certificates.json" });
  const found = answer
    .json<Certificates>()
    .certificates.find((each) => each.certificateId === seal.split(":")[1]);
  expect(found?.authorityName).toBe(COUNTY_AUTHORITY.name);
  const [own] = readPemCertificates(found?.pem ?? "");
  if (own === undefined) throw new Error("no certificate is published");
  return own;
}

/** Whether a seal holds over a text, by the library and by OpenSSL. */
async function holds(seal: string, text: string): Promise<readonly [boolean, boolean]> {
  const own = await certificateOf(seal);
  const signature = Buffer.from(seal.split(":")[2] ?? "", "base64");
  const options = { hash: true, der: true, userId: USER_ID } as const;
  const publicKey = own.publicKey.toString("hex");
  const byLibrary = sm2.doVerifySignature(
    Buffer.from(text),
    signature.toString("hex"),
    publicKey,
    options,
  );
  const at = (name: string) => join(HOME, name);
  writeFileSync(at("text"), text);
  writeFileSync(at("signature"), signature);
  const { publicKey: key } = new X509Certificate(own.raw);
  writeFileSync(at("key.pem"), key.export({ type: "spki", format: "pem" }));
  const { status } = spawnSync("openssl", [
    ...["pkeyutl", "-verify", "-pubin", "-inkey", at("key.pem"), "-rawin", "-digest", "sm3"],
    ...["-in", at("text"), "-sigfile", at("signature"), "-pkeyopt", `distid:${USER_ID}`],
  ]);
  return [byLibrary, status === 0];
}

async function newest(channel: string) {
  const [row] = await api.cases.database
    .select()
    .from(deliveries)
    .where(and(eq(deliveries.caseId, caseId), eq(deliveries.channel, channel)))
    .orderBy(desc(deliveries.version))
    .limit(1);
  return row?.sealSignature ?? "";
}

const HOLDS = [true, true];
const DOES_NOT = [false, false];

/** The one copy that a receiver holds. */
function copyAt({ holdings }: HttpReceiver) {
  const [copy] = holdings.list();
  if (copy === undefined) throw new Error("nothing is held");
  return { seal: copy.sealSignature ?? "", text: canonicalize(copy.body) ?? "", copy };
}

describe("where the seal of an authority is one of SM2", () => {
  it("the canonical record carries its signature beside that of the installation", async () => {
    const [record] = await api.cases.database
      .select()
      .from(publicationRecords)
      .where(eq(publicationRecords.caseId, caseId));
    const body = api.deps.encryption.decryptField(record?.bodySealed ?? "");
    const seal = record?.sealSignature ?? "";
    expect(await holds(seal, body)).toEqual(HOLDS);
    expect(await holds(seal, body.replace("云雀", "朱雀"))).toEqual(DOES_NOT);
    expect(record?.signature).toMatch(/^[A-Za-z0-9+/]{86}==$/);
  });

  it("every copy carries it over its own form: pushed, fetched, and in files", async () => {
    for (const { holdings } of [pushed, county]) {
      const [copy] = holdings.list();
      expect(await holds(copy?.sealSignature ?? "", canonicalize(copy?.body) ?? "")).toEqual(HOLDS);
    }
    const [row] = portal.holdings.list();
    expect(row?.signature).toMatch(/^ed25519:[A-Za-z0-9+/]{86}==( )sm2:[0-9a-f]{64}:[\w+/=]+$/);
    expect(row?.signature.split(" ")[1]).toBe(await newest("department-portal"));
  });

  it("the part of a single implementer carries it over that part, and not over the whole", async () => {
    const { seal, text, copy } = copyAt(bidding);
    expect(copy.body["measures"]).toMatchObject([{ implementers: ["招标投标行政监督部门"] }]);
    expect(await holds(seal, text)).toEqual(HOLDS);
    expect(await holds(seal, text.replace("云雀", "朱雀"))).toEqual(DOES_NOT);
    expect(seal).not.toBe(await newest("measure-implementers"));
    const kept = await api.cases.database.select().from(implementerSeals);
    expect(kept).toMatchObject([{ entryId: caseId, receiver: "bidding", sealSignature: seal }]);
  });

  it("it stays the same however often the copy is sent, and reading back finds nothing wrong", async () => {
    const before = await newest("credit-china-wuzhou");
    const part = copyAt(bidding).seal;
    await api.cases.moveClockTo("2026-04-02T09:00:00+08:00");
    await portal.work();
    await api.cases.moveClockTo("2026-04-03T09:00:00+08:00");
    await waitUntilSettled(api.cases.database);
    expect(await api.cases.database.select().from(divergences)).toEqual([]);
    pushed.holdings.rows.splice(0);
    bidding.holdings.rows.splice(0);
    await api.cases.moveClockTo("2026-04-04T09:00:00+08:00");
    await waitUntilSettled(api.cases.database);
    await expect.poll(() => pushed.holdings.list().length, { timeout: 20_000 }).toBe(1);
    expect(pushed.holdings.list()[0]?.sealSignature).toBe(before);
    await expect.poll(() => bidding.holdings.list().length, { timeout: 20_000 }).toBe(1);
    expect(copyAt(bidding).seal).toBe(part);
  });

  it("a removal is sealed like what it removes", async () => {
    await api.cases.moveClockTo("2026-04-08T09:00:00+08:00");
    await annul(api.cases, caseId, "2026-04-08");
    await waitUntilSettled(api.cases.database);
    for (const receiver of [pushed, bidding]) {
      const { seal, text, copy } = copyAt(receiver);
      expect(copy.state).toBe("removed");
      expect(await holds(seal, text)).toEqual(HOLDS);
    }
  });
});
