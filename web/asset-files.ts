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

const FOLDER = fileURLToPath(new URL("./assets/", import.meta.url));
const FONT_STYLE = createRequire(import.meta.url).resolve(
  "@fontsource-variable/noto-sans-sc/index.css",
);
const YEAR_MS = 31_536_000_000;

/** Serves style, script and fonts from our own machine; nothing comes from elsewhere. */
export async function serveAssets(app: FastifyInstance): Promise<AssetAddresses> {
  const style = serveText(app, "app.css", join(FOLDER, "app.css"), "text/css; charset=utf-8");
  const script = serveText(app, "app.js", join(FOLDER, "app.js"), "text/javascript; charset=utf-8");
  const fonts = serveText(app, "fonts/index.css", FONT_STYLE, "text/css; charset=utf-8");
  serveText(app, "icon.svg", join(FOLDER, "icon.svg"), "image/svg+xml");
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

function serveText(app: FastifyInstance, name: string, file: string, type: string): string {
  const bytes = readFileSync(file);
  const tag = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
  app.get(`/assets/${name}`, (_request, reply) =>
    reply.header("cache-control", "public, max-age=31536000, immutable").type(type).send(bytes),
  );
  return `/assets/${name}?v=${tag}`;
}
