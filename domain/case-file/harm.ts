import { HARM_ITEM_TITLES } from "../glossary.ts";
import type { CaseFile } from "./state.ts";

/** What has to be undone beside the recall from the channels (消除影响事项). */
export const HARM_ITEM_KINDS = ["measure", "reader", "clarification", "reliance"] as const;
export type HarmItemKind = (typeof HARM_ITEM_KINDS)[number];

/** One thing that a wrong listing has left behind, open until somebody proved that it is undone. */
export interface HarmItem {
  /** Unique in the case: `measure/M05`, `reader/<office>`, `clarification`, `reliance`. */
  readonly itemId: string;
  readonly kind: HarmItemKind;
  /** Row of the measure catalog; empty for the others. */
  readonly rowId: string;
  /** Name of the office that looked at the listing; absent for the others. */
  readonly office?: string;
  /** What was done and found; null while the item is open. */
  readonly done: { readonly result: string; readonly evidenceId: string } | null;
}

/** An office whose people looked at a case beside those who handle it (查询登记簿所载的单位). */
export interface ReadingOffice {
  readonly officeId: string;
  readonly name: string;
}

/**
 * What a listing that was shown must have undone: every measure lifted, every office told that looked at it by the register of
 * readings, the wrong clarified where it was shown, and the decisions of others found that relied on it. The recall from each channel
 * is proven by its receipt and needs nobody.
 */
export function listHarmItems(
  file: CaseFile,
  readBy: readonly ReadingOffice[],
): readonly HarmItem[] {
  const measures = (file.proposal?.measures ?? []).map(({ rowId }) => ({
    itemId: `measure/${rowId}`,
    kind: "measure" as const,
    rowId,
    done: null,
  }));
  const readers = readBy.map(({ officeId, name }) => ({
    itemId: `reader/${officeId}`,
    kind: "reader" as const,
    rowId: "",
    office: name,
    done: null,
  }));
  return [
    ...measures,
    ...readers,
    { itemId: "clarification", kind: "clarification", rowId: "", done: null },
    { itemId: "reliance", kind: "reliance", rowId: "", done: null },
  ];
}

/** The items that nobody has proven done yet. */
export function findOpenHarmItems(items: readonly HarmItem[]): readonly HarmItem[] {
  return items.filter((each) => each.done === null);
}

/** What an item is called, with the row of the catalog or the office that it is about. */
export function titleHarmItem({ kind, rowId, office }: HarmItem): string {
  const about = office ?? rowId;
  return about === "" ? HARM_ITEM_TITLES[kind] : `${HARM_ITEM_TITLES[kind]}（${about}）`;
}
