import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

import { BlobMissing, openBlobStore, type BlobStore } from "../../platform/blobs.ts";
import { createFieldEncryption } from "../../platform/encryption.ts";
import { loadKeys } from "../../platform/keys.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";

function openStore(): { store: BlobStore; folder: string } {
  const home = makeTemporaryFolder();
  const keys = loadKeys({ mode: "demo", keysFile: join(home, "keys.json") });
  const folder = join(home, "blobs");
  return { folder, store: openBlobStore(folder, createFieldEncryption(keys)) };
}

function listFiles(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe("blob store", () => {
  it("names a file by the SHA-256 of what it holds and gives it back", async () => {
    const { store } = openStore();
    const bytes = Buffer.from("现场检查笔录");
    const hash = await store.put(bytes);
    expect(hash).toBe(createHash("sha256").update(bytes).digest("hex"));
    expect((await store.get(hash)).equals(bytes)).toBe(true);
    expect(await store.has(hash)).toBe(true);
  });

  it("keeps it encrypted, for its owner only, and leaves nothing half-written", async () => {
    const { store, folder } = openStore();
    await store.put(Buffer.from("身份证明材料"));
    const [file, ...others] = listFiles(folder);
    expect(others).toEqual([]);
    expect(readFileSync(file ?? "").includes("身份证明材料")).toBe(false);
    expect(statSync(file ?? "").mode & 0o777).toBe(0o600);
  });

  it("keeps the same bytes once, also when many bring them at the same time", async () => {
    const { store, folder } = openStore();
    const hashes = await Promise.all(
      Array.from({ length: 8 }, () => store.put(Buffer.from("同一份"))),
    );
    expect(new Set(hashes).size).toBe(1);
    expect(listFiles(folder)).toHaveLength(1);
  });

  it("says when there is no such file", async () => {
    const { store } = openStore();
    await expect(store.get("0".repeat(64))).rejects.toBeInstanceOf(BlobMissing);
    expect(await store.has("0".repeat(64))).toBe(false);
  });

  it("never leaves its folder, whatever the name", async () => {
    const { store } = openStore();
    await expect(store.get("../../../../etc/passwd")).rejects.toBeInstanceOf(BlobMissing);
  });

  it("does not give out a damaged file, and takes the good bytes again", async () => {
    const { store, folder } = openStore();
    const hash = await store.put(Buffer.from("证据"));
    const [file = ""] = listFiles(folder);
    writeFileSync(file, readFileSync(file).subarray(0, -1));
    await expect(store.get(hash)).rejects.toThrow();
    await store.put(Buffer.from("证据"));
    expect((await store.get(hash)).toString()).toBe("证据");
  });

  it("does not give out a file that lies under another's name", async () => {
    const { store, folder } = openStore();
    const [one, two] = [await store.put(Buffer.from("一")), await store.put(Buffer.from("二"))];
    const pathOf = (hash: string): string => join(folder, hash.slice(0, 2), hash.slice(2));
    writeFileSync(pathOf(one), readFileSync(pathOf(two)));
    await expect(store.get(one)).rejects.toThrow("has been changed");
  });
});
