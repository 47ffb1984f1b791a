import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";

import type { Keys } from "./keys.ts";

/** Encrypts personal data for storage, and finds it again without decrypting everything. */
export interface FieldEncryption {
  /** AES-256-GCM; the same text never gives the same result twice. Form: `v1:<keyId>:<iv>:<tag>:<data>`. */
  encryptField(text: string): string;
  decryptField(stored: string): string;
  encryptBytes(bytes: Uint8Array): Buffer;
  decryptBytes(stored: Uint8Array): Buffer;
  /** HMAC-SHA-256 in hex, for exact lookup; the caller brings the text into one form first (no blanks, upper case). */
  indexOf(text: string): string;
}

const FORMAT = "v1";
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Makes the encryption that goes with an installation's keys. */
export function createFieldEncryption(keys: Keys): FieldEncryption {
  return {
    encryptField: (text) => {
      const sealed = seal(keys, Buffer.from(text, "utf8"));
      return [FORMAT, sealed.keyId, ...[sealed.iv, sealed.tag, sealed.data].map(toText)].join(":");
    },
    decryptField: (stored) => openText(keys, stored).toString("utf8"),
    encryptBytes: (bytes) => {
      const sealed = seal(keys, bytes);
      return Buffer.concat([
        Buffer.from(`${FORMAT}:${sealed.keyId}\n`),
        sealed.iv,
        sealed.tag,
        sealed.data,
      ]);
    },
    decryptBytes: (stored) => openBytes(keys, Buffer.from(stored)),
    indexOf: (text) => createHmac("sha256", keys.indexKey).update(text, "utf8").digest("hex"),
  };
}

interface Sealed {
  readonly keyId: string;
  readonly iv: Buffer;
  readonly tag: Buffer;
  readonly data: Buffer;
}

function seal(keys: Keys, plain: Uint8Array): Sealed {
  const keyId = keys.fieldEncryption.currentId;
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", findKey(keys, keyId), iv);
  const data = Buffer.concat([cipher.update(plain), cipher.final()]);
  return { keyId, iv, tag: cipher.getAuthTag(), data };
}

function unseal(keys: Keys, sealed: Sealed): Buffer {
  const decipher = createDecipheriv("aes-256-gcm", findKey(keys, sealed.keyId), sealed.iv, {
    authTagLength: TAG_BYTES,
  });
  decipher.setAuthTag(sealed.tag);
  return Buffer.concat([decipher.update(sealed.data), decipher.final()]);
}

function openText(keys: Keys, stored: string): Buffer {
  const [format, keyId, iv, tag, data, ...rest] = stored.split(":");
  if (format !== FORMAT || !keyId || !iv || !tag || data === undefined || rest.length > 0)
    throw notEncrypted();
  return unseal(keys, { keyId, iv: fromText(iv), tag: fromText(tag), data: fromText(data) });
}

function openBytes(keys: Keys, stored: Buffer): Buffer {
  const headEnd = stored.indexOf("\n");
  const [format, keyId] = stored.subarray(0, Math.max(headEnd, 0)).toString("utf8").split(":");
  if (format !== FORMAT || !keyId) throw notEncrypted();
  const body = stored.subarray(headEnd + 1);
  return unseal(keys, {
    keyId,
    iv: body.subarray(0, IV_BYTES),
    tag: body.subarray(IV_BYTES, IV_BYTES + TAG_BYTES),
    data: body.subarray(IV_BYTES + TAG_BYTES),
  });
}

function findKey(keys: Keys, id: string): Buffer {
  const key = keys.fieldEncryption.byId.get(id);
  if (!key) throw new Error(`the keys file has no encryption key ${id}`);
  return key;
}

function notEncrypted(): Error {
  return new Error("stored value is not in the encrypted form");
}

function toText(bytes: Buffer): string {
  return bytes.toString("base64url");
}

function fromText(text: string): Buffer {
  return Buffer.from(text, "base64url");
}
