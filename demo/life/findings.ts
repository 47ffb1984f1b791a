/** What came out otherwise than the scenario says. */
export interface Expectations {
  readonly same: (what: string, actual: unknown, expected: unknown) => void;
  readonly differences: readonly string[];
}

/** Collects differences, and prints each expectation as it is met or not. */
export function collectDifferences(print: (line: string) => void): Expectations {
  const differences: string[] = [];
  return {
    differences,
    same(what, actual, expected) {
      const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)];
      if (is === should) {
        print(`            核对  ✓ ${what}：${should}`);
        return;
      }
      differences.push(`${what}：应为 ${should}，实为 ${is}`);
      print(`            核对  ✗ ${what}：应为 ${should}，实为 ${is}`);
    },
  };
}
