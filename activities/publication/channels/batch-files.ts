import { createHash } from "node:crypto";
import writeXlsxFile from "write-excel-file/node";
import { layOut } from "../../../domain/publication/layouts/index.ts";
import type { SignedForm } from "../../../domain/publication/layouts/layout.ts";
import { disarm, writeLines } from "../../../domain/publication/open-data.ts";
import type { FileLayout } from "../../../domain/publication/points/point.ts";
import type { Parcel } from "../../../records/parcels.ts";

/** A file of a batch. */
export interface BatchFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** A batch as files: the data twice, as CSV and XLSX, and the manifest that says what belongs to it and is written last. */
export interface BatchFiles {
  readonly data: readonly BatchFile[];
  readonly manifest: BatchFile;
  readonly manifestHash: string;
}

/** What makes up a batch. */
export interface BatchContent {
  readonly batchId: string;
  readonly channel: string;
  readonly layout: FileLayout;
  readonly madeAt: Date;
  /** Removals in front. */
  readonly parcels: readonly Parcel[];
}

/** Makes the files of a batch. The same parcels always make the same CSV and the same manifest. */
export async function makeBatchFiles(content: BatchContent): Promise<BatchFiles> {
  const { batchId, channel, layout, madeAt, parcels } = content;
  const lines = layOut(layout, parcels satisfies readonly SignedForm[]);
  const csv = { name: `${batchId}.csv`, bytes: Buffer.from(`\uFEFF${writeLines(lines)}`, "utf8") };
  const xlsx = { name: `${batchId}.xlsx`, bytes: await writeSheet(lines) };
  const manifest = {
    schema: "mingdan.batch/1",
    batchId,
    channel,
    layout,
    madeAt: madeAt.toISOString(),
    rows: parcels.length,
    shown: parcels.filter((each) => each.form.state === "shown").length,
    taken: parcels.filter((each) => each.form.state !== "shown").length,
    files: [csv, xlsx].map(({ name, bytes }) => ({
      name,
      bytes: bytes.length,
      sha256: hashOf(bytes),
    })),
    parcels: parcels.map(({ parcelId, form }) => ({
      ...{ parcelId, entryId: form.entryId, version: form.version, state: form.state },
    })),
  };
  const bytes = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`, "utf8");
  return {
    data: [csv, xlsx],
    manifest: { name: `${batchId}.manifest.json`, bytes },
    manifestHash: hashOf(bytes),
  };
}

/** SHA-256 in hex. */
export function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Every cell is text, so that codes keep their zeros; and disarmed, for programs that export it again. */
async function writeSheet(lines: readonly (readonly string[])[]): Promise<Buffer> {
  const rows = lines.map((cells, line) =>
    cells.map((cell) => ({
      ...{ type: String, value: disarm(cell) },
      ...(line === 0 ? { fontWeight: "bold" as const } : {}),
    })),
  );
  return writeXlsxFile(rows, { sheet: "名单", stickyRowsCount: 1 }).toBuffer();
}
