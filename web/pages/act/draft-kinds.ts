import type { CommandKind } from "../../../domain/case-file/commands.ts";
import type { CaseFile } from "../../../domain/case-file/state.ts";
import type { PaperKind } from "../../../domain/papers.ts";

/** The papers that an act is about to make, whose drafts are shown beside its form. */
export function findDraftKinds(kind: CommandKind, file: CaseFile): readonly PaperKind[] {
  switch (kind) {
    case "submit-for-review":
    case "approve-notice":
    case "return-notice":
      return ["prior-notice"];
    case "approve-decision":
    case "return-decision":
    case "record-upper-consent":
    case "sign-decision":
    case "return-from-sign-off":
      return file.proposal?.outcome === "not-list"
        ? ["decision-not-to-list"]
        : ["listing-decision", "repair-notice"];
    default:
      return [];
  }
}
