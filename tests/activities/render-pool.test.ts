import { afterAll, describe, expect, it } from "vitest";
import { openRenderPool } from "../../activities/papers/render-pool.ts";
import { openFonts } from "../../templates/fonts/open-fonts.ts";
import { renderPaper } from "../../templates/render.ts";
import { PAPER_DATA } from "../templates/paper-fixtures.ts";

const pool = openRenderPool({ threads: 2 });
afterAll(() => pool.close());

const FINAL = { draft: false };
const listing = PAPER_DATA["listing-decision"];

describe("the pool that makes papers", () => {
  it("makes the same bytes as the same call in this thread", async () => {
    const here = renderPaper(await openFonts(), "listing-decision", listing, FINAL);
    const there = await pool.render("listing-decision", listing, FINAL);
    expect(Buffer.from(there.bytes).equals(here.bytes)).toBe(true);
    expect(there).toMatchObject({ renderHash: here.renderHash, text: here.text });
  });

  it("makes many at once, each its own, while this thread stays free", async () => {
    const numbers = Array.from({ length: 60 }, (_, i) => `苍人社列决字〔2026〕${i + 1}号`);
    let longestPause = 0;
    let last = performance.now();
    const beat = setInterval(() => {
      longestPause = Math.max(longestPause, performance.now() - last);
      last = performance.now();
    }, 1);
    const papers = await Promise.all(
      numbers.map((number) => pool.render("listing-decision", { ...listing, number }, FINAL)),
    );
    clearInterval(beat);
    expect(papers.map((paper) => paper.text[1])).toEqual(numbers);
    expect(new Set(papers.map((paper) => paper.renderHash)).size).toBe(numbers.length);
    // Made here, sixty papers would hold this thread for the sum of their times.
    const started = performance.now();
    renderPaper(await openFonts(), "listing-decision", listing, FINAL);
    expect(longestPause).toBeLessThan(30 * (performance.now() - started));
  });

  it("says why a paper cannot be made, and goes on with the next", async () => {
    const broken = { ...listing, addresseeName: "无\u{F0000}字" };
    await expect(pool.render("listing-decision", broken, FINAL)).rejects.toMatchObject({
      name: "MissingGlyphError",
      message: expect.stringContaining("addresseeName U+F0000"),
    });
    await expect(
      pool.render("listing-decision", { ...listing, number: null }, FINAL),
    ).rejects.toMatchObject({
      name: "IncompletePaperError",
    });
    expect((await pool.render("listing-decision", listing, FINAL)).bytes.length).toBeGreaterThan(
      1000,
    );
  });

  it("takes no work once it is closed, and leaves none unanswered", async () => {
    const short = openRenderPool({ threads: 1 });
    const open = [1, 2, 3].map(() => short.render("listing-decision", listing, FINAL));
    const settled = Promise.allSettled(open);
    await short.close();
    expect((await settled).every(({ status }) => status === "rejected")).toBe(true);
    await expect(short.render("listing-decision", listing, FINAL)).rejects.toThrow("closed");
  });

  it("replaces a thread that cannot start or dies, and fails only the paper it was at", async () => {
    const folder = "/dev/null/no-folder";
    const lame = openRenderPool({ threads: 1, fonts: { cacheFolder: folder } });
    await expect(lame.render("listing-decision", listing, FINAL)).rejects.toThrow();
    await expect(lame.render("listing-decision", listing, FINAL)).rejects.toThrow();
    await lame.close();
  });
});
