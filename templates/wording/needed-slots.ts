import { leavesOf, type Inline, type Node, type Part } from "./syntax.ts";

/** Parts are read from text files once, and stay. */
const known = new WeakMap<Part, readonly string[]>();

/**
 * What a part cannot be printed without, whatever else the data says: every slot that stands outside of any repetition and choice, and
 * the group that a choice looks into. Paths as in the text file, each once.
 */
export function findNeededSlots(part: Part): readonly string[] {
  const found = known.get(part) ?? collectSlots(part);
  known.set(part, found);
  return found;
}

function collectSlots(part: Part): readonly string[] {
  const paths = part.lines.flatMap((line) =>
    line.kind === "leaf" ? line.leaf.content.flatMap(neededByPiece) : neededByBlock(line),
  );
  return [...new Set(paths)];
}

function neededByPiece(piece: Node<Inline>): readonly string[] {
  if (piece.kind !== "leaf") return neededByBlock(piece);
  return piece.leaf.kind === "words" ? [] : [piece.leaf.path];
}

/** A choice between two ways reads its group in any case: `origin` of `{{#is origin.kind "application"}}`. */
function neededByBlock(block: Exclude<Node<unknown>, { kind: "leaf" }>): readonly string[] {
  const group = /^(.+)\.\w+$/.exec(block.path)?.[1];
  return block.kind === "choice" && group !== undefined && leavesOf(block.then).length > 0
    ? [group]
    : [];
}
