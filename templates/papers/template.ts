import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import canonicalize from "canonicalize";
import type { TemplateKind } from "../../domain/papers.ts";
import { parseWording } from "../wording/parse.ts";
import type { Part, Wording } from "../wording/syntax.ts";
import type { AnyPaperLayout } from "./paper-layout.ts";
import { LAYOUTS } from "./paper-layouts.ts";

/** Raised whenever the same wording, layout and data would give other bytes. */
export const RENDERER_VERSION = "9";

/** All that the words of a paper and their order come from. It is kept with the first paper made from it, so that each can be made again. */
export interface TemplateSource {
  /** The text file of the kind. */
  readonly text: string;
  /** The text file that all papers share. */
  readonly frame: string;
  readonly layout: AnyPaperLayout;
  readonly renderer: string;
}

/** A template in one of its versions (文书模板). */
export interface Template {
  readonly kind: TemplateKind;
  /** Changes with every word, with the order of blocks and with the renderer. */
  readonly version: string;
  readonly source: TemplateSource;
  readonly wording: Wording;
  readonly layout: AnyPaperLayout;
  /** A part of the wording; a layout that names a part the text file lacks is an error. */
  partOf(id: string): Part;
  /** A part of the words that all papers share. */
  framePart(id: string): Part;
}

const current = new Map<TemplateKind, Template>();

/** The template of a kind as it stands now, read once. */
export function templateOf(kind: TemplateKind): Template {
  const known = current.get(kind);
  if (known) return known;
  const template = openTemplate(kind, {
    text: readWords(`./${kind}/text.zh-CN.md`),
    frame: readWords("./frame.zh-CN.md"),
    layout: LAYOUTS[kind],
    renderer: RENDERER_VERSION,
  });
  current.set(kind, template);
  return template;
}

function readWords(file: string): string {
  return readFileSync(new URL(file, import.meta.url), "utf8");
}

/** Opens a template from its source, of today or of long ago. */
export function openTemplate(kind: TemplateKind, source: TemplateSource): Template {
  const wording = parseWording(source.text, `${kind}/text.zh-CN.md`);
  const [parts, frame] = [
    partsById(wording),
    partsById(parseWording(source.frame, "frame.zh-CN.md")),
  ];
  const find = (id: string, among: ReadonlyMap<string, Part>, where: string): Part => {
    const part = among.get(id);
    if (!part) throw new RangeError(`${where}里没有 ## ${id}`);
    return part;
  };
  return {
    ...{ kind, source, wording },
    version: hashSource(source),
    layout: source.layout,
    partOf: (id) => find(id, parts, `${kind} 的文字`),
    framePart: (id) => find(id, frame, "共用文字"),
  };
}

function partsById({ parts }: Wording): ReadonlyMap<string, Part> {
  return new Map(parts.map((part) => [part.id, part]));
}

function hashSource(source: TemplateSource): string {
  return createHash("sha256")
    .update(canonicalize(source) ?? "")
    .digest("hex");
}

/** Version of a template as it stands now. */
export function templateVersion(kind: TemplateKind): string {
  return templateOf(kind).version;
}
