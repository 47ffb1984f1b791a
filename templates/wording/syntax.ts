/** A piece of a line: fixed words, or a slot to fill. */
export type Inline =
  | { readonly kind: "words"; readonly words: string }
  | { readonly kind: "slot"; readonly path: string }
  /** The text with exactly one full stop at its end. */
  | { readonly kind: "sentence"; readonly path: string }
  /** The text without a stop at its end, to stand inside a sentence. */
  | { readonly kind: "phrase"; readonly path: string }
  | { readonly kind: "day"; readonly path: string }
  | { readonly kind: "join"; readonly path: string; readonly separator: string };

/** One line of the text file. */
export interface Line {
  readonly kind: "paragraph" | "item" | "subheading";
  readonly content: readonly Node<Inline>[];
}

/** Leaves (lines or pieces of lines) with repetition and choice around them. */
export type Node<Leaf> =
  | { readonly kind: "leaf"; readonly leaf: Leaf }
  | { readonly kind: "each"; readonly path: string; readonly body: readonly Node<Leaf>[] }
  | {
      readonly kind: "choice";
      readonly path: string;
      /** Compare with this value; null asks whether there is a value at all. */
      readonly equals: string | null;
      readonly then: readonly Node<Leaf>[];
      readonly otherwise: readonly Node<Leaf>[];
    };

/** A part of a paper: `## grounds 事由` and the lines under it. */
export interface Part {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly Node<Line>[];
}

/** A whole text file. */
export interface Wording {
  readonly title: string;
  readonly parts: readonly Part[];
}

/** The text file itself is wrong; never depends on data. */
export class WordingError extends Error {
  override readonly name = "WordingError";
}

export type Token<Leaf> =
  | { readonly kind: "leaf"; readonly leaf: Leaf }
  | { readonly kind: "each"; readonly path: string }
  | { readonly kind: "choice"; readonly path: string; readonly equals: string | null }
  | { readonly kind: "else" }
  | { readonly kind: "end"; readonly of: "each" | "if" | "is" };

/** Reads `#each x`, `#if x`, `#is x "v"`, `else`, `/each` …; undefined when the text is none of these. */
export function readControl(text: string): Token<never> | undefined {
  const each = /^#each ([\w.]+)$/.exec(text);
  if (each?.[1]) return { kind: "each", path: each[1] };
  const choice = /^#if ([\w.]+)$/.exec(text);
  if (choice?.[1]) return { kind: "choice", path: choice[1], equals: null };
  const is = /^#is ([\w.]+) "([^"]+)"$/.exec(text);
  if (is?.[1] && is[2]) return { kind: "choice", path: is[1], equals: is[2] };
  if (text === "else") return { kind: "else" };
  const end = /^\/(each|if|is)$/.exec(text)?.[1];
  return end === "each" || end === "if" || end === "is" ? { kind: "end", of: end } : undefined;
}

/** Turns a flat row of tokens into nested nodes; an unclosed or unopened block is an error. */
export function nest<Leaf>(tokens: readonly Token<Leaf>[], where: string): Node<Leaf>[] {
  const { nodes, next } = nestFrom(tokens, 0, where);
  if (next !== tokens.length) throw new WordingError(`${where}：有多余的结束标记或 else`);
  return nodes;
}

function nestFrom<Leaf>(
  tokens: readonly Token<Leaf>[],
  start: number,
  where: string,
): { nodes: Node<Leaf>[]; next: number } {
  const nodes: Node<Leaf>[] = [];
  let at = start;
  for (let token = tokens[at]; token; token = tokens[at]) {
    if (token.kind === "end" || token.kind === "else") break;
    if (token.kind === "leaf") {
      nodes.push(token);
      at += 1;
    } else {
      const block = nestBlock(tokens, at, where);
      nodes.push(block.node);
      at = block.next;
    }
  }
  return { nodes, next: at };
}

function nestBlock<Leaf>(
  tokens: readonly Token<Leaf>[],
  start: number,
  where: string,
): { node: Node<Leaf>; next: number } {
  const opening = tokens[start];
  const body = nestFrom(tokens, start + 1, where);
  let { next } = body;
  if (opening?.kind === "each") {
    return {
      node: { kind: "each", path: opening.path, body: body.nodes },
      next: closeBlock(tokens[next], ["each"], next, where),
    };
  }
  if (opening?.kind !== "choice") throw new WordingError(`${where}：块标记不成对`);
  let otherwise: Node<Leaf>[] = [];
  if (tokens[next]?.kind === "else")
    ({ nodes: otherwise, next } = nestFrom(tokens, next + 1, where));
  const { path, equals } = opening;
  return {
    node: { kind: "choice", path, equals, then: body.nodes, otherwise },
    next: closeBlock(tokens[next], [equals === null ? "if" : "is"], next, where),
  };
}

function closeBlock(
  token: Token<unknown> | undefined,
  expected: readonly string[],
  at: number,
  where: string,
): number {
  if (token?.kind === "end" && expected.includes(token.of)) return at + 1;
  throw new WordingError(`${where}：缺少 {{/${expected.join("")}}}`);
}

/** All leaves, whatever is chosen and however often it is repeated. */
export function leavesOf<Leaf>(nodes: readonly Node<Leaf>[]): Leaf[] {
  return nodes.flatMap((node) => {
    if (node.kind === "leaf") return [node.leaf];
    if (node.kind === "each") return leavesOf(node.body);
    return [...leavesOf(node.then), ...leavesOf(node.otherwise)];
  });
}
