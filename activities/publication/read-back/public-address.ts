import { setTimeout as pause } from "node:timers/promises";
import { DeliveryFailed } from "../channels/channel.ts";

const TIMEOUT_MS = 30_000;
/** Our own pages answer one address so often a minute and no more, whoever asks; whoever waits as told is answered again. */
const LONGEST_PAUSE_MS = 60_000;
const PAUSES = 5;
/** What is gone or was never there is an answer too. */
const NOT_THERE: readonly number[] = [404, 410];

/** What a public address answered. */
export interface PublicAnswer {
  readonly isThere: boolean;
  readonly text: string;
}

/** Reads a public address as anybody does, without a key and under the same limits. One that does not answer, or with a fault, is not reached. */
export async function readPublic(address: URL): Promise<PublicAnswer> {
  for (let pauses = 0; ; pauses += 1) {
    const { status, retryAfter, text } = await ask(address);
    if (status === 200) return { isThere: true, text };
    if (NOT_THERE.includes(status)) return { isThere: false, text };
    if (status !== 429 || pauses === PAUSES) throw new DeliveryFailed("refused");
    await pause(Math.min(Number(retryAfter) * 1_000 || 1_000, LONGEST_PAUSE_MS));
  }
}

async function ask(address: URL) {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    const retryAfter = response.headers.get("retry-after");
    return { status: response.status, retryAfter, text: await response.text() };
  } catch {
    throw new DeliveryFailed("unreachable");
  }
}

/** Reads JSON of a public address; null where there is nothing. */
export async function readPublicJson(address: URL): Promise<unknown> {
  const { isThere, text } = await readPublic(address);
  if (!isThere) return null;
  try {
    return JSON.parse(text);
  } catch {
    throw new DeliveryFailed("bad-receipt");
  }
}
