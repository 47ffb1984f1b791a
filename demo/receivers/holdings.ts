import { createHash, randomUUID } from "node:crypto";

/** What a receiver holds of one entry, and tells when it is asked. */
export interface Held {
  entryId: string;
  version: number;
  state: "shown" | "suspended" | "removed";
  /** The form as JSON; cells of a file by their headings, for receivers of files. */
  body: Record<string, unknown>;
  signature: string;
  /** The seal that came along, where the sender's key is one of SM2. */
  sealSignature?: string;
  parcelId: string;
}

/** How a receiver behaves (接收方的脾气), as receivers do in real life. */
export interface Temper {
  /** Answers after so many milliseconds. */
  slowMs: number;
  /** Answers nobody. */
  isDown: boolean;
  /** Refuses whatever names this field. */
  refusesField: string | null;
  /** Takes everything, and answers only when it is asked again. */
  answersLate: boolean;
  /** Answers with two receipts for the same parcel. */
  answersTwice: boolean;
  /** Proves that it took an entry, and loses it. */
  losesRecords: boolean;
  /** Keeps what it had and proves that it took the new version. */
  keepsOldVersions: boolean;
  /** Changes this field of what it takes. */
  changesField: string | null;
}

export const EVEN_TEMPER: Temper = {
  slowMs: 0,
  isDown: false,
  refusesField: null,
  answersLate: false,
  answersTwice: false,
  losesRecords: false,
  keepsOldVersions: false,
  changesField: null,
};

/** What a receiver holds, and how it takes what comes. */
export interface Holdings {
  readonly temper: Temper;
  readonly list: () => readonly Held[];
  /** Everything it holds, to be put out of order by hand. */
  readonly rows: Held[];
  /** Everything that came, in the order in which it came, taken or not. */
  readonly arrivals: readonly Held[];
  /** Takes an entry; answers with the receipt, or null where it refuses. The same parcel brings the same receipt. */
  readonly take: (incoming: Held) => string | null;
}

/** A receiver of an even temper, with what it held before. */
export function openHoldings(before: readonly Held[] = []): Holdings {
  const rows: Held[] = [...before];
  const arrivals: Held[] = [];
  const receipts = new Map<string, string>();
  const temper: Temper = { ...EVEN_TEMPER };
  return {
    temper,
    rows,
    arrivals,
    list: () => rows,
    take(incoming) {
      arrivals.push(incoming);
      if (
        temper.refusesField !== null &&
        JSON.stringify(incoming.body).includes(`"${temper.refusesField}"`)
      )
        return null;
      const known = receipts.get(incoming.parcelId);
      const receipt = known === undefined || temper.answersTwice ? randomUUID() : known;
      receipts.set(incoming.parcelId, receipt);
      if (known === undefined) keep(rows, temper, incoming);
      return receipt;
    },
  };
}

function keep(rows: Held[], temper: Temper, incoming: Held): void {
  if (temper.losesRecords) return;
  const place = rows.findIndex((row) => row.entryId === incoming.entryId);
  const held = rows[place];
  if (held !== undefined && held.version > incoming.version) return;
  if (held !== undefined && temper.keepsOldVersions) return;
  const taken = structuredClone(incoming);
  if (temper.changesField !== null && temper.changesField in taken.body)
    taken.body[temper.changesField] = "（改动）";
  if (held === undefined) rows.push(taken);
  else rows.splice(place, 1, taken);
}

/** SHA-256 in hex. */
export function hashOf(bytes: string | Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
