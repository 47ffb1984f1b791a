import { readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { prepareThreadFile } from "../../activities/papers/thread-file.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";

/** What the file says it was made from, as it is kept beside it. */
async function readHashes(file: string): Promise<{ path: string; hashes: Record<string, string> }> {
  const path = join(dirname(file), "made-from.json");
  const { hashes } = JSON.parse(await readFile(path, "utf8")) as { hashes: Record<string, string> };
  return { path, hashes };
}

describe("the file that threads run", () => {
  it("is made once, from the renderer and everything that it needs, and found again", async () => {
    const folder = makeTemporaryFolder();
    const file = await prepareThreadFile(folder);
    const { hashes } = await readHashes(file);
    const sources = Object.keys(hashes);
    for (const name of [
      "templates/render.ts",
      "templates/papers/template.ts",
      "pdfkit",
      "package-lock.json",
    ]) {
      expect(sources.some((path) => path.includes(name))).toBe(true);
    }
    expect(sources.some((path) => path.includes("fontkit"))).toBe(false);
    expect(await prepareThreadFile(folder)).toBe(file);
    expect((await readdir(dirname(file))).toSorted()).toHaveLength(2);
  });

  it("is made anew when a source is another one than it was made from, or is gone", async () => {
    const folder = makeTemporaryFolder();
    const file = await prepareThreadFile(folder);
    const { path, hashes } = await readHashes(file);
    const source = Object.keys(hashes).find((each) => each.endsWith("templates/render.ts")) ?? "";
    for (const wrong of [{ [source]: "0".repeat(64) }, { "/gone.ts": "0".repeat(64) }]) {
      await writeFile(
        path,
        JSON.stringify({ file: "/stale.mjs", hashes: { ...hashes, ...wrong } }),
      );
      expect(await prepareThreadFile(folder)).toBe(file);
      expect((await readHashes(file)).hashes).toEqual(hashes);
    }
  });

  it("is made anew when it was changed or cut short itself, and when its record is damaged", async () => {
    const folder = makeTemporaryFolder();
    const file = await prepareThreadFile(folder);
    const content = await readFile(file, "utf8");
    await writeFile(file, content.slice(0, 1000));
    expect(await prepareThreadFile(folder)).toBe(file);
    expect(await readFile(file, "utf8")).toBe(content);
    for (const record of ["{", "{}", JSON.stringify({ file: "/stale.mjs", hashes: {} })]) {
      await writeFile(join(dirname(file), "made-from.json"), record);
      expect(await prepareThreadFile(folder)).toBe(file);
    }
  });
});
