import { chmodSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { sign, verify } from "node:crypto";
import { join } from "node:path";

import { Webhook } from "standardwebhooks";
import { describe, expect, it } from "vitest";

import { createKeysFile, loadKeys } from "../../platform/keys.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";

describe("keys", () => {
  it("are made at the first start of a demo, readable by nobody else, and stay the same", () => {
    const keysFile = join(makeTemporaryFolder(), "new", "keys.json");
    const first = loadKeys({ mode: "demo", keysFile });
    const second = loadKeys({ mode: "demo", keysFile });
    expect(statSync(keysFile).mode & 0o777).toBe(0o600);
    expect(second.indexKey).toEqual(first.indexKey);
    expect(second.fieldEncryption.byId.get(first.fieldEncryption.currentId)).toHaveLength(32);
    expect(new Set([first.indexKey, first.commandIdKey, first.partyCodeKey].map(String)).size).toBe(
      3,
    );
  });

  it("are never made by a production start", () => {
    const keysFile = join(makeTemporaryFolder(), "keys.json");
    expect(() => loadKeys({ mode: "production", keysFile })).toThrow(
      `没有找到密钥文件 ${keysFile}`,
    );
  });

  it("serve what they are for: signatures of records and of webhooks", () => {
    const keysFile = join(makeTemporaryFolder(), "keys.json");
    const keys = loadKeys({ mode: "demo", keysFile });
    const record = Buffer.from("公示记录");
    expect(
      verify(null, record, keys.signing.publicKey, sign(null, record, keys.signing.privateKey)),
    ).toBe(true);
    const webhook = new Webhook(keys.webhookSecrets.cityPlatform);
    expect(webhook.sign("m1", new Date(0), "{}")).toMatch(/^v1,/);
    expect(keys.webhookSecrets.implementers).not.toBe(keys.webhookSecrets.cityPlatform);
  });

  it("are not overwritten when two processes make them at once", () => {
    const keysFile = join(makeTemporaryFolder(), "keys.json");
    createKeysFile(keysFile);
    const before = readFileSync(keysFile, "utf8");
    createKeysFile(keysFile);
    expect(readFileSync(keysFile, "utf8")).toBe(before);
  });

  it("are refused when others can read them", () => {
    const keysFile = join(makeTemporaryFolder(), "keys.json");
    createKeysFile(keysFile);
    chmodSync(keysFile, 0o644);
    expect(() => loadKeys({ mode: "demo", keysFile })).toThrow("chmod 600");
  });

  it.each([
    ["cut off", (text: string) => text.slice(0, 100)],
    ["a key missing", (text: string) => text.replace('"indexKey"', '"other"')],
    [
      "the current key missing",
      (text: string) => text.replace(/"currentId": "\w+"/, '"currentId": "gone"'),
    ],
    [
      "the signing key damaged",
      (text: string) => text.replace("BEGIN PRIVATE KEY", "BEGIN PRIVATE"),
    ],
  ])("are refused in words when the file is damaged: %s", (_, damage) => {
    const keysFile = join(makeTemporaryFolder(), "keys.json");
    createKeysFile(keysFile);
    writeFileSync(keysFile, damage(readFileSync(keysFile, "utf8")));
    expect(() => loadKeys({ mode: "demo", keysFile })).toThrow(/从备份恢复/);
  });
});
