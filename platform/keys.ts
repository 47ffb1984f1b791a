import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  type KeyObject,
} from "node:crypto";
import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";

import { Type, type Static } from "typebox";
import { Check } from "typebox/value";

import type { Settings } from "./settings.ts";
import { StartFault } from "./start-fault.ts";

/** All secrets of one installation. They lie in one file outside the database; whoever loses it loses the data. */
export interface Keys {
  /** Keys for personal data. New texts use `currentId`; the others stay, to read what they wrote. */
  readonly fieldEncryption: {
    readonly currentId: string;
    readonly byId: ReadonlyMap<string, Buffer>;
  };
  /** For the index by which an encrypted identifier is found. */
  readonly indexKey: Buffer;
  /** For the ids of commands: the caller's own key never leaves the API. */
  readonly commandIdKey: Buffer;
  /** For the codes with which parties come to their papers. */
  readonly partyCodeKey: Buffer;
  readonly sessionSecret: string;
  /** Standard Webhooks secrets (`whsec_…`), one for each channel that is pushed to. */
  readonly webhookSecrets: { readonly cityPlatform: string; readonly implementers: string };
  /**
   * Secrets of the connection points, by point: the one in use first. While a secret is replaced, the old and the new one stand here
   * together and both hold. Webhook secrets for pushes, a token for those that fetch, a password or a private key for SFTP.
   */
  readonly pointSecrets: ReadonlyMap<string, readonly string[]>;
  /** Standard Webhooks secrets (`whsec_…`) of those who push records of lists that they decide, by list; at most two while one is replaced. */
  readonly sourceSecrets: ReadonlyMap<string, readonly string[]>;
  /** Ed25519, for publication records and receipts. */
  readonly signing: {
    readonly id: string;
    readonly privateKey: KeyObject;
    readonly publicKey: KeyObject;
  };
}

const SECRET = Type.String({ pattern: "^[A-Za-z0-9+/]{43}=$" });
const WEBHOOK_SECRET = Type.String({ pattern: "^whsec_[A-Za-z0-9+/]{43}=$" });
const KEYS_FILE = Type.Object({
  fieldEncryption: Type.Object({
    currentId: Type.String({ pattern: "^[A-Za-z0-9-]+$" }),
    keys: Type.Record(Type.String({ pattern: "^[A-Za-z0-9-]+$" }), SECRET),
  }),
  indexKey: SECRET,
  commandIdKey: SECRET,
  partyCodeKey: SECRET,
  sessionSecret: SECRET,
  webhookSecrets: Type.Object({ cityPlatform: WEBHOOK_SECRET, implementers: WEBHOOK_SECRET }),
  pointSecrets: Type.Optional(
    Type.Record(
      Type.String({ pattern: "^[a-z-]+(/[a-z-]+)?$" }),
      Type.Array(Type.String({ minLength: 20 }), { minItems: 1, maxItems: 2 }),
    ),
  ),
  sourceSecrets: Type.Optional(
    Type.Record(
      Type.String({ pattern: "^[a-z-]+$" }),
      Type.Array(WEBHOOK_SECRET, { minItems: 1, maxItems: 2 }),
    ),
  ),
  signing: Type.Object({ id: Type.String({ minLength: 1 }), privateKey: Type.String() }),
});
type KeysFile = Static<typeof KEYS_FILE>;

/** Reads the keys. In demo mode they are made at the first start; in production the file must be there. */
export function loadKeys(settings: Pick<Settings, "mode" | "keysFile">): Keys {
  const file = settings.keysFile;
  if (!existsSync(file)) {
    if (settings.mode === "production") {
      throw new StartFault(
        `没有找到密钥文件 ${file}：请从备份恢复；若是首次安装，请运行 npm run keys -- ${file}。`,
      );
    }
    createKeysFile(file);
  }
  if ((statSync(file).mode & 0o077) !== 0) {
    throw new StartFault(`密钥文件 ${file} 别的用户也能读取：请运行 chmod 600 ${file}。`);
  }
  return toKeys(readKeysFile(file), file);
}

/** Makes a keys file with fresh secrets. One that is there is never overwritten. */
export function createKeysFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const fresh = `${file}.${process.pid}.new`;
  writeFileSync(fresh, `${JSON.stringify(makeKeys(), null, 2)}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(fresh, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(fresh, { force: true });
  }
}

function makeKeys(): KeysFile {
  const id = randomBytes(4).toString("hex");
  const { privateKey } = generateKeyPairSync("ed25519");
  return {
    fieldEncryption: { currentId: id, keys: { [id]: makeSecret() } },
    indexKey: makeSecret(),
    commandIdKey: makeSecret(),
    partyCodeKey: makeSecret(),
    sessionSecret: makeSecret(),
    webhookSecrets: {
      cityPlatform: `whsec_${makeSecret()}`,
      implementers: `whsec_${makeSecret()}`,
    },
    pointSecrets: {
      "credit-china-wuzhou": [`whsec_${makeSecret()}`],
      "county-portal": [makeSecret()],
    },
    signing: { id, privateKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString() },
  };
}

function makeSecret(): string {
  return randomBytes(32).toString("base64");
}

function readKeysFile(file: string): KeysFile {
  try {
    const read: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (Check(KEYS_FILE, read)) return read;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new StartFault(`密钥文件 ${file} 已损坏或不完整：请从备份恢复。`);
}

function toKeys(read: KeysFile, file: string): Keys {
  const entries = Object.entries(read.fieldEncryption.keys).map(
    ([id, key]) => [id, decode(key)] as const,
  );
  const byId = new Map(entries);
  if (!byId.has(read.fieldEncryption.currentId)) {
    throw new StartFault(
      `密钥文件 ${file} 没有当前的加密密钥 ${read.fieldEncryption.currentId}：请从备份恢复。`,
    );
  }
  return {
    fieldEncryption: { currentId: read.fieldEncryption.currentId, byId },
    indexKey: decode(read.indexKey),
    commandIdKey: decode(read.commandIdKey),
    partyCodeKey: decode(read.partyCodeKey),
    sessionSecret: read.sessionSecret,
    webhookSecrets: read.webhookSecrets,
    pointSecrets: new Map([
      ["city-credit-platform", [read.webhookSecrets.cityPlatform]],
      ["measure-implementers", [read.webhookSecrets.implementers]],
      ...Object.entries(read.pointSecrets ?? {}),
    ]),
    sourceSecrets: new Map(Object.entries(read.sourceSecrets ?? {})),
    signing: readSigningKey(read, file),
  };
}

function readSigningKey(read: KeysFile, file: string): Keys["signing"] {
  try {
    const privateKey = createPrivateKey(read.signing.privateKey);
    return { id: read.signing.id, privateKey, publicKey: createPublicKey(privateKey) };
  } catch {
    throw new StartFault(`密钥文件 ${file} 中的签名密钥已损坏：请从备份恢复。`);
  }
}

function decode(secret: string): Buffer {
  return Buffer.from(secret, "base64");
}
