import { readFileSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { readStyle } from "../../web/asset-files.ts";

const ASSETS = new URL("../../web/assets/", import.meta.url);
const css = readStyle();
const script = readFileSync(new URL("app.js", ASSETS), "utf8");

/** What came after Chromium 88, and what would be a second source of style. */
const TOO_NEW: readonly RegExp[] = [
  /:has\(/,
  /@layer/,
  /@container/,
  /@scope/,
  /@property/,
  /@import/,
  /\bcolor-mix\(/,
  /\boklch\(|\boklab\(|\blch\(|\blab\(/,
  /\d(?:dvh|svh|lvh|cqw|cqi)\b/,
  /\baspect-ratio\s*:/,
  /\baccent-color\s*:/,
  /\btext-wrap\s*:/,
  /\binset-inline|margin-inline\s*:|padding-inline\s*:/,
  /^\s*&/m,
];

test.each(TOO_NEW.map((pattern) => [pattern.source, pattern] as const))(
  "the style sheet does not use %s",
  (_source, pattern) => {
    expect(css).not.toMatch(pattern);
  },
);

test("the scan would find what it looks for", () => {
  const samples = ["a:has(b)", "@layer x", "width: 10dvh", "  & b {"];
  for (const sample of samples) expect(TOO_NEW.some((each) => each.test(sample))).toBe(true);
});

test("rules are not nested: no selector begins before the last block ended, media queries aside", () => {
  const flat = css.replace(/\/\*[\s\S]*?\*\//g, "");
  let depth = 0;
  let inMedia = false;
  let deepest = 0;
  for (const piece of flat.split(/(?<=[{}])/)) {
    if (piece.endsWith("{")) {
      if (depth === 0) inMedia = /@media[^{]*\{$/.test(piece);
      depth += 1;
      deepest = Math.max(deepest, inMedia ? depth - 1 : depth);
    } else if (piece.endsWith("}")) depth -= 1;
  }
  expect(depth).toBe(0);
  expect(deepest).toBe(1);
});

test("controls use the page's font, or Chinese in them would have no glyphs", () => {
  expect(css).toMatch(/button,\s*input,\s*select,\s*textarea\s*\{\s*font: inherit;/);
});

test("own script is at most 10 KB and uses nothing newer than Chromium 88", () => {
  const bytes = readdirSync(ASSETS)
    .filter((name) => name.endsWith(".js"))
    .reduce((sum, name) => sum + readFileSync(new URL(name, ASSETS)).byteLength, 0);
  expect(bytes).toBeLessThanOrEqual(10 * 1024);
  for (const tooNew of [
    /\.at\(/,
    /structuredClone/,
    /randomUUID/,
    /\.replaceAll\(/,
    /Object\.hasOwn/,
    /\?\?=|\|\|=/,
    /showModal/,
  ])
    expect(script).not.toMatch(tooNew);
});

test("the script asks nothing but the page's own address, and runs no text as code", () => {
  expect(script).not.toMatch(/XMLHttpRequest|import\(|https?:|eval\(|innerHTML/);
  expect(script.match(/fetch\([^)]*/g)).toEqual([
    'fetch(window.location.href, { credentials: "same-origin" }',
  ]);
});

test("no part of the style sheet is left out", () => {
  const parts = readdirSync(new URL("style/", ASSETS));
  const whole = parts.reduce(
    (sum, name) => sum + readFileSync(new URL(`style/${name}`, ASSETS)).length,
    0,
  );
  expect(Buffer.byteLength(css)).toBe(whole + parts.length - 1);
});
