import type { ComposedBlock } from "../layout/blocks.ts";
import { type FilledLine, withStop } from "../wording/fill.ts";
import { printChineseNumber } from "./chinese-number.ts";

/** Numbers subheadings （一）（二） through a part, and items 1. 2. within each list; an item alone needs no number. */
export function numberLines(lines: readonly FilledLine[]): ComposedBlock[] {
  let subheading = 0;
  let item = 0;
  return lines.map((line, i): ComposedBlock => {
    if (line.kind === "item") {
      const hasNext = lines[i + 1]?.kind === "item";
      item += 1;
      const text = withStop(line.text, hasNext && isOneClause(line.text) ? "；" : "。");
      return item === 1 && !hasNext
        ? { kind: "paragraph", text }
        : { kind: "list", text: `${item}.${text}` };
    }
    item = 0;
    if (line.kind === "paragraph") return { kind: "paragraph", text: line.text };
    subheading += 1;
    const number = printChineseNumber(subheading);
    return { kind: "heading", level: 3, text: `（${number}）${line.text}` };
  });
}

/** An item of several sentences ends with a full stop, also in the middle of a list. */
function isOneClause(text: string): boolean {
  return !/。./u.test(text);
}
