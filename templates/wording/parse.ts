import {
  type Inline,
  type Line,
  type Node,
  type Part,
  type Token,
  type Wording,
  WordingError,
  nest,
  readControl,
} from "./syntax.ts";

/** Reads a text file (`text.zh-CN.md`): a title, then named parts; every line is a paragraph of its own. */
export function parseWording(source: string, where: string): Wording {
  const [head = "", ...sections] = source.replaceAll("\r\n", "\n").split(/^(?=## )/m);
  const title = /^# (.+)$/m.exec(head)?.[1]?.trim();
  if (!title) throw new WordingError(`${where}：缺少标题（# …）`);
  const parts = sections.map((section) => parsePart(section, where));
  const ids = new Set(parts.map((part) => part.id));
  if (ids.size !== parts.length) throw new WordingError(`${where}：有同名的部分`);
  return { title, parts };
}

function parsePart(section: string, where: string): Part {
  const [first = "", ...rest] = section.split("\n");
  const heading = /^## ([a-z][a-z0-9-]*)(?: (.+))?$/.exec(first.trim());
  if (!heading?.[1])
    throw new WordingError(`${where}：部分的写法应为“## 英文名 中文标题”：${first}`);
  const here = `${where} ## ${heading[1]}`;
  const tokens = rest
    .map((line) => line.trim())
    .filter((line) => line !== "" && !/^<!--.*-->$/.test(line))
    .map((line) => parseLine(line, here));
  return { id: heading[1], title: heading[2]?.trim() ?? "", lines: nest(tokens, here) };
}

function parseLine(line: string, where: string): Token<Line> {
  const alone = /^\{\{([^{}]+)\}\}$/.exec(line)?.[1];
  const control = alone === undefined ? undefined : readControl(alone.trim());
  if (control) return control;
  const item = /^\d+\. +(.+)$/.exec(line)?.[1];
  if (item) return leaf({ kind: "item", content: parseInline(item, where) });
  const subheading = /^### +(.+)$/.exec(line)?.[1];
  if (subheading) return leaf({ kind: "subheading", content: parseInline(subheading, where) });
  if (/^[#>*-]/.test(line)) throw new WordingError(`${where}：不认识的写法：${line}`);
  return leaf({ kind: "paragraph", content: parseInline(line, where) });
}

/** Reads the slots and the small choices inside one line. */
export function parseInline(text: string, where: string): Node<Inline>[] {
  const tokens = text
    .split(/(\{\{[^{}]*\}\})/)
    .filter((piece) => piece !== "")
    .map((piece) => parsePiece(piece, where));
  return nest(tokens, where);
}

function parsePiece(piece: string, where: string): Token<Inline> {
  const inner = /^\{\{([^{}]*)\}\}$/.exec(piece)?.[1]?.trim();
  if (inner === undefined) {
    if (/\{\{|\}\}/.test(piece)) throw new WordingError(`${where}：括号不成对：${piece}`);
    return leaf({ kind: "words", words: piece });
  }
  return readControl(inner) ?? leaf(readSlot(inner, where));
}

function readSlot(inner: string, where: string): Inline {
  const day = /^day ([\w.]+)$/.exec(inner)?.[1];
  if (day) return { kind: "day", path: day };
  const shaped = /^(sentence|phrase) ([\w.]+)$/.exec(inner);
  if (shaped?.[2]) return { kind: shaped[1] === "phrase" ? "phrase" : "sentence", path: shaped[2] };
  const join = /^join ([\w.]+) "([^"]+)"$/.exec(inner);
  if (join?.[1] && join[2]) return { kind: "join", path: join[1], separator: join[2] };
  if (/^[\w.]+$/.test(inner)) return { kind: "slot", path: inner };
  throw new WordingError(`${where}：不认识的填空：{{${inner}}}`);
}

function leaf<Leaf>(value: Leaf): { kind: "leaf"; leaf: Leaf } {
  return { kind: "leaf", leaf: value };
}
