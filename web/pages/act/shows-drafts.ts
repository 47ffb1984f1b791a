import type { CommandKind } from "../../../domain/case-file/commands.ts";

const BESIDE_DRAFTS: readonly CommandKind[] = [
  "submit-for-review",
  "approve-notice",
  "return-notice",
  "refuse-notice",
  "approve-decision",
  "return-decision",
  "refuse-decision",
  "record-upper-consent",
  "sign-decision",
  "return-from-sign-off",
];

/** Whether an act is done with the drafts in sight that it is about. */
export function showsDrafts(kind: CommandKind): boolean {
  return BESIDE_DRAFTS.includes(kind);
}
