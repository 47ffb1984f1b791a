import type { AddressedPaperData, ContactData, PaperReference } from "../paper-data.ts";

/** Word to the party that nothing is restored (不予恢复列入告知书): the removal stands. */
export interface RestorationEndNoticeData extends AddressedPaperData {
  readonly listName: string;
  readonly removalDecision: PaperReference;
  readonly notice: PaperReference;
  readonly reasons: readonly string[];
  readonly contact: ContactData;
}
