/** Reads a CSV table (RFC 4180) as a receiver does. */
export function parseCsv(text: string): string[][] {
  const lines: string[][] = [];
  let cells: string[] = [];
  for (const match of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|$)/g)) {
    const [whole, quoted, plain, end] = match;
    if (whole === "" && cells.length === 0) break;
    cells.push(quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    lines.push(cells);
    cells = [];
    if (end === "") break;
  }
  return lines;
}

/** Writes a CSV table. */
export function writeCsvLines(lines: readonly (readonly string[])[]): string {
  const cell = (text: string): string =>
    /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return lines.map((cells) => `${cells.map(cell).join(",")}\r\n`).join("");
}
