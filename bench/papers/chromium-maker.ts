import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { findBrowser } from "../../tests/support/browser.ts";
import { FONT_FILES, type Maker, lookOf } from "./faces.ts";

/** A browser that prints a page; null where there is none. The page with its fonts stays open from paper to paper. */
export async function openChromiumMaker(): Promise<Maker | null> {
  const executablePath = await findBrowser().catch(() => null);
  if (executablePath === null) return null;
  const args = process.getuid?.() === 0 ? ["--no-sandbox", "--disable-gpu"] : ["--disable-gpu"];
  const browser = await chromium.launch({ executablePath, args });
  const page = await browser.newPage();
  const faces = Object.entries(FONT_FILES).map(([face, path]) => {
    const data = readFileSync(path).toString("base64");
    return `@font-face { font-family: ${face}; src: url(data:font/ttf;base64,${data}) }`;
  });
  await page.setContent(
    `<html lang="zh-CN"><style>${faces.join("\n")}</style><main></main></html>`,
  );
  return {
    name: "Chromium",
    async make(blocks) {
      const html = blocks.map((block) => {
        const { face, size } = lookOf(block);
        return `<p style="font: ${size}pt/1.8 ${face}">${block.text}</p>`;
      });
      const inner = JSON.stringify(html.join(""));
      await page.evaluate(`document.querySelector("main").innerHTML = ${inner}`);
      return page.pdf({ format: "A4", tagged: true });
    },
    close: () => browser.close(),
  };
}
