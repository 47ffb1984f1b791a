import { readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readLines } from "../../domain/publication/layouts/read-table.ts";
import { writeLines } from "../../domain/publication/open-data.ts";
import { hashOf, openHoldings, type Held, type Holdings } from "./holdings.ts";

interface Manifest {
  readonly batchId: string;
  readonly rows: number;
  readonly files: readonly {
    readonly name: string;
    readonly bytes: number;
    readonly sha256: string;
  }[];
  readonly parcels: readonly {
    readonly parcelId: string;
    readonly entryId: string;
    readonly version: number;
    readonly state: Held["state"];
  }[];
}

/** A receiver of files: works through a folder, answers every complete batch with a receipt file, and writes down what it shows. */
export interface FileReceiver {
  readonly holdings: Holdings;
  /** Takes what is new in the folder; answers with how many batches it took. */
  readonly work: () => Promise<number>;
}

/** Opens a receiver over a folder. */
export function openFileReceiver(folder: string, before: readonly Held[] = []): FileReceiver {
  const holdings = openHoldings(before);
  return {
    holdings,
    async work() {
      if (holdings.temper.isDown) return 0;
      const names = await readdir(folder).catch((): string[] => []);
      const batches = names
        .filter((name) => name.endsWith(".manifest.json"))
        .map((name) => name.replace(".manifest.json", ""))
        .filter((batchId) => !names.includes(`${batchId}.receipt.json`));
      for (const batchId of batches.toSorted()) await takeBatch(folder, holdings, batchId);
      await writeHoldings(folder, holdings);
      return batches.length;
    },
  };
}

async function takeBatch(folder: string, holdings: Holdings, batchId: string): Promise<void> {
  const text = await readFile(join(folder, `${batchId}.manifest.json`));
  const manifest = JSON.parse(text.toString("utf8")) as Manifest; // written by the sender
  const csv = await checkFiles(folder, manifest);
  const [headings = [], ...lines] = readLines(csv);
  const refused: { parcelId: string; reason: string }[] = [];
  for (const [place, parcel] of manifest.parcels.entries()) {
    const cells = Object.fromEntries(
      headings.map((heading, at) => [heading, lines[place]?.[at] ?? ""]),
    );
    const { parcelId, entryId, version, state } = parcel;
    const signature = cells["签名"] ?? cells["QM"] ?? "";
    const receipt = holdings.take({ parcelId, entryId, version, state, signature, body: cells });
    if (receipt === null) refused.push({ parcelId, reason: "字段不符合要求" });
  }
  const receipt = { batchId, manifestSha256: hashOf(text), refused };
  await put(folder, `${batchId}.receipt.json`, JSON.stringify(receipt, null, 2));
}

async function checkFiles(folder: string, manifest: Manifest): Promise<string> {
  let csv = "";
  for (const file of manifest.files) {
    const bytes = await readFile(join(folder, file.name));
    if (bytes.length !== file.bytes || hashOf(bytes) !== file.sha256)
      throw new Error(`${file.name} is not what the manifest says`);
    if (file.name.endsWith(".csv")) csv = bytes.toString("utf8").replace(/^\uFEFF/, "");
  }
  const lines = readLines(csv).length - 1;
  if (lines !== manifest.rows) throw new Error("the count of the manifest is wrong");
  return csv;
}

/** What it shows, in the columns in which it came. */
async function writeHoldings(folder: string, holdings: Holdings): Promise<void> {
  const rows = holdings.list();
  const headings = Object.keys(rows[0]?.body ?? {});
  const lines = rows.map((row) => headings.map((heading) => cellOf(row, heading)));
  await put(folder, "holdings.csv", `\uFEFF${writeLines([headings, ...lines])}`);
}

/** What came from a file is text. */
function cellOf(row: Held, heading: string): string {
  const cell = row.body[heading];
  return typeof cell === "string" ? cell : "";
}

async function put(folder: string, name: string, text: string): Promise<void> {
  const unfinished = join(folder, `.${name}.part`);
  await writeFile(unfinished, text);
  await rename(unfinished, join(folder, name));
}
