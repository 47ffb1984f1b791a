/** A paragraph of a text beside its earlier version. */
export interface ComparedParagraph {
  readonly kind: "same" | "added" | "removed";
  readonly text: string;
}

/**
 * Compares two texts paragraph by paragraph: what stayed, what went, what came, in reading order. The longest common run of
 * paragraphs stays; a changed paragraph is its old version and then its new one.
 */
export function compareParagraphs(
  before: readonly string[],
  after: readonly string[],
): readonly ComparedParagraph[] {
  const lengths = commonLengths(before, after);
  const compared: ComparedParagraph[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [old, fresh] = [before[i], after[j]];
    if (old !== undefined && old === fresh) {
      compared.push({ kind: "same", text: old });
      i += 1;
      j += 1;
    } else if (old !== undefined && at(lengths, i + 1, j) >= at(lengths, i, j + 1)) {
      compared.push({ kind: "removed", text: old });
      i += 1;
    } else {
      compared.push({ kind: "added", text: fresh ?? "" });
      j += 1;
    }
  }
  return compared;
}

/** Length of the longest common subsequence of what follows from each pair of places on. */
function commonLengths(before: readonly string[], after: readonly string[]): number[][] {
  const lengths = Array.from({ length: before.length + 1 }, () =>
    new Array<number>(after.length + 1).fill(0),
  );
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const row = lengths[i];
      if (row === undefined) continue;
      row[j] =
        before[i] === after[j]
          ? at(lengths, i + 1, j + 1) + 1
          : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1));
    }
  }
  return lengths;
}

function at(lengths: readonly (readonly number[])[], i: number, j: number): number {
  return lengths[i]?.[j] ?? 0;
}
