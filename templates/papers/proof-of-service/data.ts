import type { CommonPaperData } from "../paper-data.ts";

/** One paper that is served. */
export interface ServedPaperData {
  readonly title: string;
  readonly number: string;
  /** How many copies, e.g. 1份. */
  readonly copies: string;
}

/**
 * Proof of service (送达回证), a ruled form.
 *
 * A null is a cell left blank to be filled in by hand; so the same form serves as blank and as record.
 */
export interface ProofOfServiceData extends CommonPaperData {
  readonly papers: readonly ServedPaperData[];
  /** E.g. 直接送达. */
  readonly serviceMethod: string;
  readonly servicePlace: string;
  /** Who received it, in words; null until it is signed. */
  readonly signatory: string | null;
  /** Day and time of receipt, as printed. */
  readonly receivedAt: string | null;
  /** Why someone else received it (代收理由). */
  readonly receivedByOtherReason: string | null;
  /** Refusal and the way it was left (拒收事由和留置情况). */
  readonly refusal: string | null;
  /** Witnesses (见证人). */
  readonly witnesses: readonly string[];
  /** The two who served it (送达人). */
  readonly servers: readonly string[];
  readonly remarks: string | null;
}
