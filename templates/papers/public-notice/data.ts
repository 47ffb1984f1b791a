import type { ContactData, AddressedPaperData, RemediesData } from "../paper-data.ts";

/** What the addressee may do once the paper counts as served. */
export type AfterServiceData =
  | { readonly kind: "defense"; readonly term: string; readonly termBasis: string }
  | { readonly kind: "remedies"; readonly remedies: RemediesData }
  | { readonly kind: "none" };

/**
 * Service by public notice (送达公告), the last resort.
 *
 * It never carries a party's code; a natural person's name comes in masked, and the identifier may be empty.
 */
export interface PublicNoticeData extends AddressedPaperData {
  /** Title of the paper that is served. */
  readonly paperTitle: string;
  readonly paperNumber: string;
  /** What that paper says, in short and without personal details. */
  readonly gist: string;
  /** Why no other method could be used (原因和经过). */
  readonly reasons: readonly string[];
  /** E.g. 三十日. */
  readonly term: string;
  readonly termBasis: string;
  /** Where the paper can be collected. */
  readonly contact: ContactData;
  readonly afterService: AfterServiceData;
}
