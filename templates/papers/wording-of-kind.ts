import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import canonicalize from "canonicalize";
import type { TemplateKind } from "../../domain/papers.ts";
import { parseWording } from "../wording/parse.ts";
import type { Part, Wording } from "../wording/syntax.ts";
import { LAYOUTS } from "./paper-layouts.ts";

/** Raised whenever the same wording, layout and data would give other bytes. */
export const RENDERER_VERSION = "6";

interface LoadedWording {
  readonly wording: Wording;
  readonly parts: ReadonlyMap<string, Part>;
  readonly source: string;
}

const loaded = new Map<string, LoadedWording>();

function load(file: string): LoadedWording {
  const known = loaded.get(file);
  if (known) return known;
  const source = readFileSync(new URL(file, import.meta.url), "utf8");
  const wording = parseWording(source, file);
  const parts = new Map(wording.parts.map((part) => [part.id, part]));
  const result = { wording, parts, source };
  loaded.set(file, result);
  return result;
}

/** The wording of a paper, read once. */
export function wordingOf(kind: TemplateKind): Wording {
  return load(`./${kind}/text.zh-CN.md`).wording;
}

/** A part of a paper's wording; a layout that names a part the text file lacks is an error. */
export function partOf(kind: TemplateKind, id: string): Part {
  const part = load(`./${kind}/text.zh-CN.md`).parts.get(id);
  if (!part) throw new RangeError(`${kind} 的文字里没有 ## ${id}`);
  return part;
}

/** A part of the words that all papers share. */
export function framePart(id: string): Part {
  const part = load("./frame.zh-CN.md").parts.get(id);
  if (!part) throw new RangeError(`共用文字里没有 ## ${id}`);
  return part;
}

const versions = new Map<TemplateKind, string>();

/** Version of a template: changes with every word, with the order of blocks and with the renderer. */
export function templateVersion(kind: TemplateKind): string {
  const version = versions.get(kind) ?? computeVersion(kind);
  versions.set(kind, version);
  return version;
}

function computeVersion(kind: TemplateKind): string {
  const content = canonicalize({
    text: load(`./${kind}/text.zh-CN.md`).source,
    frame: load("./frame.zh-CN.md").source,
    layout: LAYOUTS[kind],
    renderer: RENDERER_VERSION,
  });
  return createHash("sha256")
    .update(content ?? "")
    .digest("hex");
}
