import { takeFromTarball } from "./unpack-program.ts";
import { TEMPORAL_VERSION } from "./temporal-version.ts";

export const OFFICIAL_DOWNLOAD = "https://temporal.download/cli/archive";

const STALLED_AFTER_MS = 20_000;

/** Downloads the official archive and takes the program out. Gives up when no answer comes within the patience. */
export async function downloadTemporal(base: string, patienceMs: number): Promise<Uint8Array> {
  const architecture = process.arch === "x64" ? "amd64" : process.arch;
  const url = `${base}/v${TEMPORAL_VERSION}?platform=${process.platform}&arch=${architecture}`;
  const giveUp = new AbortController();
  let timer = setTimeout(() => giveUp.abort(), patienceMs);
  try {
    const answer = await fetch(url, { signal: giveUp.signal });
    if (!answer.ok || !answer.body) throw new Error(`HTTP ${answer.status}`);
    const chunks: Uint8Array[] = [];
    const body: AsyncIterable<Uint8Array> = answer.body; // its chunks are bytes, which Node's types leave open
    for await (const chunk of body) {
      clearTimeout(timer);
      timer = setTimeout(() => giveUp.abort(), STALLED_AFTER_MS);
      chunks.push(chunk);
    }
    return takeFromTarball(Buffer.concat(chunks), "temporal");
  } finally {
    clearTimeout(timer);
  }
}
