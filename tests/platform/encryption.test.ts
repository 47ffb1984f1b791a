import { readFileSync, writeFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { join } from "node:path";

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { createFieldEncryption } from "../../platform/encryption.ts";
import { loadKeys, type Keys } from "../../platform/keys.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";

interface KeysOnDisk {
  fieldEncryption: { currentId: string; keys: Record<string, string> };
}

function makeKeys(): Keys {
  return loadKeys({ mode: "demo", keysFile: join(makeTemporaryFolder(), "keys.json") });
}

describe("field encryption", () => {
  it("gives every text back", () => {
    const encryption = createFieldEncryption(makeKeys());
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(encryption.decryptField(encryption.encryptField(text))).toBe(text);
      }),
      { seed: 1 },
    );
  });

  it("gives all bytes back", () => {
    const encryption = createFieldEncryption(makeKeys());
    for (const bytes of [Buffer.alloc(0), Buffer.from("\n:\n"), randomBytes(100_000)]) {
      const stored = encryption.encryptBytes(bytes);
      expect(encryption.decryptBytes(stored).equals(bytes)).toBe(true);
    }
  });

  it("stores the key's id, shows nothing of the text, and never the same twice", () => {
    const keys = makeKeys();
    const encryption = createFieldEncryption(keys);
    const [one, two] = [encryption.encryptField("张示例"), encryption.encryptField("张示例")];
    expect(one).toMatch(
      new RegExp(`^v1:${keys.fieldEncryption.currentId}:[\\w-]{16}:[\\w-]{22}:[\\w-]+$`),
    );
    expect(one).not.toBe(two);
    expect(one).not.toContain(Buffer.from("张示例").toString("base64url"));
  });

  it.each(["key id", "iv", "tag", "data"])("notices a changed %s", (part) => {
    const encryption = createFieldEncryption(makeKeys());
    const parts = encryption.encryptField("450400199001011234").split(":");
    const at = ["key id", "iv", "tag", "data"].indexOf(part) + 1;
    parts[at] = flipFirst(parts[at] ?? "");
    expect(() => encryption.decryptField(parts.join(":"))).toThrow();
  });

  it.each(["", "张示例", "v0:a:b:c:d", "v1:a:b:c"])("refuses %j as not encrypted", (stored) => {
    const encryption = createFieldEncryption(makeKeys());
    expect(() => encryption.decryptField(stored)).toThrow("not in the encrypted form");
  });

  it("reads what an older key wrote, and writes with the current one", () => {
    const keysFile = join(makeTemporaryFolder(), "keys.json");
    const before = createFieldEncryption(loadKeys({ mode: "demo", keysFile }));
    const old = before.encryptField("旧");
    const file = JSON.parse(readFileSync(keysFile, "utf8")) as KeysOnDisk; // made a line above
    file.fieldEncryption.keys["second"] = randomBytes(32).toString("base64");
    file.fieldEncryption.currentId = "second";
    writeFileSync(keysFile, JSON.stringify(file));
    const after = createFieldEncryption(loadKeys({ mode: "demo", keysFile }));
    expect(after.decryptField(old)).toBe("旧");
    expect(after.encryptField("新")).toMatch(/^v1:second:/);
    expect(() => before.decryptField(after.encryptField("新"))).toThrow("no encryption key second");
  });

  it("finds the same text by the same index, and only with the same keys", () => {
    const [keys, others] = [createFieldEncryption(makeKeys()), createFieldEncryption(makeKeys())];
    expect(keys.indexOf("91450400MA5EXAMPLE")).toMatch(/^[0-9a-f]{64}$/);
    expect(keys.indexOf("91450400MA5EXAMPLE")).toBe(keys.indexOf("91450400MA5EXAMPLE"));
    expect(keys.indexOf("91450400MA5EXAMPLE")).not.toBe(others.indexOf("91450400MA5EXAMPLE"));
  });
});

function flipFirst(text: string): string {
  return (text.startsWith("A") ? "B" : "A") + text.slice(1);
}
