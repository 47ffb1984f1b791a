import qrcode from "qrcode";
import type { Draw } from "./page-model.ts";
import { BLACK } from "./page-model.ts";

/** Modules of a QR code: rows of dark (true) and light. */
export function qrModules(content: string): boolean[][] {
  // A fixed mask saves the search over all eight; scanners read every mask.
  // Bytes throughout: the search for shorter encodings costs more than the code of an address gains by it.
  const segments = [{ data: Buffer.from(content, "utf8"), mode: "byte" as const }];
  const { modules } = qrcode.create(segments, { errorCorrectionLevel: "M", maskPattern: 2 });
  return Array.from({ length: modules.size }, (_, row) =>
    Array.from({ length: modules.size }, (_unused, column) => modules.get(row, column) === 1),
  );
}

/** Draws a QR code as black boxes, neighbors in a row joined. */
export function drawQrCode(content: string, left: number, top: number, side: number): Draw {
  const modules = qrModules(content);
  const unit = side / modules.length;
  const boxes = modules.flatMap((row, y) =>
    runsOf(row).map(
      ([from, to]) => [left + from * unit, top + y * unit, (to - from) * unit, unit] as const,
    ),
  );
  return { kind: "boxes", color: BLACK, boxes };
}

function runsOf(row: readonly boolean[]): [number, number][] {
  const runs: [number, number][] = [];
  row.forEach((isDark, x) => {
    const last = runs.at(-1);
    if (!isDark) return;
    if (last?.[1] === x) last[1] = x + 1;
    else runs.push([x, x + 1]);
  });
  return runs;
}
