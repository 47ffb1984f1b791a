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
  const boxes: (readonly [number, number, number, number])[] = [];
  modules.forEach((row, y) => {
    for (let from = 0; from < row.length; from += 1) {
      if (!row[from]) continue;
      let to = from + 1;
      while (row[to]) to += 1;
      boxes.push([left + from * unit, top + y * unit, (to - from) * unit, unit]);
      from = to;
    }
  });
  return { kind: "boxes", color: BLACK, boxes };
}
