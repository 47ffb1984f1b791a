import type { PaperKind } from "../../domain/papers.ts";

const SERVED: readonly PaperKind[] = [
  "prior-notice",
  "listing-decision",
  "repair-notice",
  "decision-not-to-list",
  "withdrawal-notice",
  "restoration-notice",
  "restoration-decision",
];

/** Whether a paper takes effect only by service (须送达的文书). */
export function mustBeServed(kind: PaperKind): boolean {
  return SERVED.includes(kind);
}
