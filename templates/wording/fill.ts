import { isCalendarDay, printDay } from "../../domain/deadlines/calendar-day.ts";
import { readPath, readProperty, rootOf } from "./read-path.ts";
import type { Inline, Line, Node, Part } from "./syntax.ts";

/** A line with every slot filled. */
export interface FilledLine {
  readonly kind: Line["kind"];
  readonly text: string;
}

/** A part with every slot filled. */
export interface FilledPart {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly FilledLine[];
  /** The lines of the text file that the data chose; one in a list comes once for each item. */
  readonly chosen: readonly ChosenLine[];
}

/** A line of the text file, with those of its pieces that the data chose. */
export interface ChosenLine {
  readonly kind: Line["kind"];
  readonly pieces: readonly Inline[];
}

const STOPS = /[。；，、;,.]+$/u;

/** Takes the stops off the end of a text. */
function withoutStop(text: string): string {
  return text.replace(STOPS, "");
}

/** Ends a text with one stop; a text that ends with ！？：… or a closed sentence in quotes keeps its own. */
export function withStop(text: string, stop: "。" | "；"): string {
  const bare = withoutStop(text);
  return bare === "" || /[！？：…]$|[。！？]”$/u.test(bare) ? bare : `${bare}${stop}`;
}

/** A slot that the data does not fill, or fills with the wrong thing. Names the slot, never the value. */
export class SlotError extends Error {
  override readonly name = "SlotError";
  readonly path: string;
  constructor(path: string, problem: string) {
    super(`填空 {{${path}}} ${problem}`);
    this.path = path;
  }
}

type Scopes = readonly unknown[];

/** Fills a part with data; a slot without a value is an error, never an empty space. */
export function fillPart(part: Part, data: object): FilledPart {
  const chosen: ChosenLine[] = [];
  const lines = expand(part.lines, [data]).flatMap(({ leaf: { kind, content }, scopes }) => {
    const pieces = expand(content, scopes);
    chosen.push({ kind, pieces: pieces.map((piece) => piece.leaf) });
    return splitLine(kind, pieces.map((piece) => printInline(piece.leaf, piece.scopes)).join(""));
  });
  return { id: part.id, title: part.title, lines, chosen };
}

/** A line becomes several where the data brings line ends. */
function splitLine(kind: Line["kind"], text: string): FilledLine[] {
  const [first = "", ...rest] = text
    .split("\n")
    .map((row) => row.trim())
    .filter((row) => row !== "");
  const head = first === "" ? [] : [{ kind, text: first }];
  return [...head, ...rest.map((row) => ({ kind: "paragraph" as const, text: row }))];
}

function expand<Leaf>(
  nodes: readonly Node<Leaf>[],
  scopes: Scopes,
): { leaf: Leaf; scopes: Scopes }[] {
  return nodes.flatMap((node) => {
    if (node.kind === "leaf") return [{ leaf: node.leaf, scopes }];
    const value = lookUp(node.path, scopes);
    if (node.kind === "each") {
      return readList(node.path, value).flatMap((item) => expand(node.body, [item, ...scopes]));
    }
    const holds = node.equals === null ? isFilled(value) : value === node.equals;
    return expand(holds ? node.then : node.otherwise, scopes);
  });
}

function printInline(inline: Inline, scopes: Scopes): string {
  if (inline.kind === "words") return inline.words;
  const value = lookUp(inline.path, scopes);
  if (inline.kind === "join") {
    const words = readList(inline.path, value).map((item) => readText(inline.path, item));
    return words.join(inline.separator);
  }
  const text = readText(inline.path, value);
  if (inline.kind === "slot") return text;
  if (inline.kind === "phrase") return withoutStop(text);
  if (inline.kind === "sentence") return withStop(text, "。");
  if (!isCalendarDay(text)) throw new SlotError(inline.path, "不是日期");
  return printDay(text);
}

function readText(path: string, value: unknown): string {
  if (typeof value === "string") return value.trim();
  throw new SlotError(path, value === null ? "没有内容" : "不是文字");
}

function readList(path: string, value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new SlotError(path, "不是列表");
}

function isFilled(value: unknown): boolean {
  if (typeof value === "string") return value.trim() !== "";
  if (Array.isArray(value)) return value.length > 0;
  return value !== null && value !== false;
}

/** Looks a path up in the innermost scope that knows its first name; `this` is the item itself. */
function lookUp(path: string, scopes: Scopes): unknown {
  if (path === "this") return scopes[0];
  const first = rootOf(path);
  const scope = scopes.find((candidate) => readProperty(candidate, first) !== undefined);
  const value = readPath(scope, path);
  if (value === undefined) throw new SlotError(path, "在数据中不存在");
  return value;
}
