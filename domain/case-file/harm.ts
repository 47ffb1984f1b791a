import type { CaseFile } from "./state.ts";

/** What has to be undone beside the recall from the channels (消除影响事项). */
export const HARM_ITEM_KINDS = ["measure", "clarification", "reliance"] as const;
export type HarmItemKind = (typeof HARM_ITEM_KINDS)[number];

/** One thing that a wrong listing has left behind, open until somebody proved that it is undone. */
export interface HarmItem {
  /** Unique in the case: `measure/M05`, `clarification`, `reliance`. */
  readonly itemId: string;
  readonly kind: HarmItemKind;
  /** Row of the measure catalog; empty for the others. */
  readonly rowId: string;
  /** What was done and found; null while the item is open. */
  readonly done: { readonly result: string; readonly evidenceId: string } | null;
}

/**
 * What a listing that was shown must have undone: every measure lifted, the wrong clarified where it was shown, and the decisions of
 * others found that relied on it. The recall from each channel is proven by its receipt and needs nobody.
 */
export function listHarmItems(file: CaseFile): readonly HarmItem[] {
  const measures = (file.proposal?.measures ?? []).map(({ rowId }) => ({
    itemId: `measure/${rowId}`,
    kind: "measure" as const,
    rowId,
    done: null,
  }));
  return [
    ...measures,
    { itemId: "clarification", kind: "clarification", rowId: "", done: null },
    { itemId: "reliance", kind: "reliance", rowId: "", done: null },
  ];
}

/** The items that nobody has proven done yet. */
export function findOpenHarmItems(items: readonly HarmItem[]): readonly HarmItem[] {
  return items.filter((each) => each.done === null);
}
