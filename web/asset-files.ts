import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";

/** Where a page finds its style, fonts and script; the address changes when the content does. */
export interface AssetAddresses {
  readonly style: string;
  readonly fonts: string;
  readonly script: string;
}

/** The parts of the one style sheet, in the order in which they build on each other. */
const STYLE_PARTS = [
  "base",
  "frame",
  "blocks",
  "tables",
  "forms",
  "clocks-and-map",
  "month-grid",
  "papers",
  "small-screens",
  "print",
] as const;

const FOLDER = fileURLToPath(new URL("./assets/", import.meta.url));
const FONT_STYLE = createRequire(import.meta.url).resolve(
  "@fontsource-variable/noto-sans-sc/index.css",
);
const YEAR_MS = 31_536_000_000;

/** Serves style, script and fonts from our own machine; nothing comes from elsewhere. */
export async function serveAssets(app: FastifyInstance): Promise<AssetAddresses> {
  const style = serveText(app, "app.css", readStyle(), CSS);
  const script = serveText(app, "app.js", readAsset("app.js"), "text/javascript; charset=utf-8");
  const fonts = serveText(app, "fonts/index.css", readFileSync(FONT_STYLE, "utf8"), CSS);
  serveText(app, "icon.svg", readAsset("icon.svg"), "image/svg+xml");
  await app.register(fastifyStatic, {
    root: join(dirname(FONT_STYLE), "files"),
    prefix: "/assets/fonts/files/",
    decorateReply: false,
    index: false,
    maxAge: YEAR_MS,
    immutable: true,
    allowedPath: (path) => path.endsWith(".woff2"),
  });
  return { style, script, fonts };
}

/** The whole style sheet, as browsers get it. */
export function readStyle(): string {
  return STYLE_PARTS.map((part) => readAsset(`style/${part}.css`)).join("\n");
}

function readAsset(name: string): string {
  return readFileSync(join(FOLDER, name), "utf8");
}

const CSS = "text/css; charset=utf-8";

function serveText(app: FastifyInstance, name: string, text: string, type: string): string {
  const bytes = Buffer.from(text);
  const tag = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
  app.get(`/assets/${name}`, (_request, reply) =>
    reply.header("cache-control", "public, max-age=31536000, immutable").type(type).send(bytes),
  );
  return `/assets/${name}?v=${tag}`;
}
