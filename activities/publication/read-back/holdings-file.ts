import { LAYOUTS } from "../../../domain/publication/layouts/index.ts";
import {
  STATE_WORDS,
  type Column,
  type ColumnRole,
} from "../../../domain/publication/layouts/layout.ts";
import { readLines } from "../../../domain/publication/layouts/read-table.ts";
import type { FileLayout } from "../../../domain/publication/points/point.ts";
import {
  expectCells,
  type HeldState,
  type Holding,
} from "../../../domain/publication/reconcile/holding.ts";
import { DeliveryFailed } from "../channels/channel.ts";
import type { FilePlace } from "../channels/file-place.ts";
import type { ReadBack } from "./read-back.ts";

/** The file in which a receiver of files tells what it shows, in the columns of its layout; more columns may stand behind them. */
const FILE = "holdings.csv";
/** It is written some time after the receipt. */
const HOUR_MS = 3_600_000;

/** Reads what a receiver of files shows. Without that file, it shows nothing that could be compared. */
export function readHoldingsFile(place: FilePlace, layout: FileLayout): ReadBack {
  const columns = LAYOUTS[layout];
  return {
    graceMs: HOUR_MS,
    expect: (signed, earlier) => expectCells(signed, earlier, columns),
    async read() {
      const bytes = await place.get(FILE);
      if (bytes === null) throw new DeliveryFailed("awaiting-receipt");
      const text = new TextDecoder("utf-8").decode(bytes);
      if (text.includes("\uFFFD")) throw new DeliveryFailed("bad-receipt");
      const [headings = [], ...lines] = readLines(text);
      return lines.map((cells) => toHolding(headings, cells, columns));
    },
  };
}

function toHolding(
  headings: readonly string[],
  cells: readonly string[],
  columns: readonly Column[],
): Holding {
  const byHeading = new Map(headings.map((heading, at) => [heading, cells[at] ?? ""]));
  const byRole = (role: ColumnRole): string => {
    const column = columns.find((each) => each.role === role);
    return byHeading.get(column?.heading ?? "") ?? "";
  };
  const special = new Set(columns.filter((each) => isTold(each.role)).map((each) => each.heading));
  const fields = [...byHeading].filter(([heading]) => !special.has(heading));
  return {
    entryId: byRole("entry"),
    version: Number(byRole("version")),
    state: stateOf(byRole("state")),
    signature: byRole("signature"),
    fields: Object.fromEntries(fields),
  };
}

function isTold(role: ColumnRole | null): boolean {
  return role === "entry" || role === "version" || role === "state" || role === "signature";
}

/** A word that is no state counts as shown: it must be compared. */
function stateOf(word: string): HeldState {
  if (word === STATE_WORDS.removed) return "removed";
  return word === STATE_WORDS.suspended ? "suspended" : "shown";
}
