import type { Actor } from "../../domain/case-file/actor.ts";
import type { Stage } from "../../domain/case-file/stages.ts";
import type { CaseFile } from "../../domain/case-file/state.ts";
import { paperTitle, type PaperKind } from "../../domain/papers.ts";
import { inTransaction } from "../../platform/database.ts";
import { readParty } from "../../records/party-rows.ts";
import type { AppDeps, DraftSubject, PaperWords } from "../deps.ts";
import { ForbiddenError, NotFoundError } from "./faults.ts";
import { HANDLING, logReading } from "./party-view.ts";
import { handlesCases } from "./person.ts";
import { readCaseLaw, readVisibleCase } from "./visible-case.ts";

/** A draft of a paper: its file, marked as a draft on every page, and its words; or what it still lacks. */
export type PaperPreview =
  | {
      readonly kind: "drawn";
      readonly title: string;
      readonly bytes: Uint8Array;
      readonly words: readonly PaperWords[];
    }
  | { readonly kind: "incomplete"; readonly title: string; readonly missing: string };

type PreviewDeps = Pick<AppDeps, "database" | "law" | "encryption" | "drawing">;

const NOTICE_STAGES: readonly Stage[] = ["draft", "notice-legal-review"];
const DECISION_STAGES: readonly Stage[] = [
  "verification",
  "decision-legal-review",
  "upper-consent",
  "sign-off",
];

/** The papers that the next signature would issue, and that can be looked at before. */
export function findPreviews(file: CaseFile): readonly PaperKind[] {
  if (NOTICE_STAGES.includes(file.stage)) return ["prior-notice"];
  if (!DECISION_STAGES.includes(file.stage) || file.proposal === null) return [];
  return file.proposal.outcome === "list"
    ? ["listing-decision", "repair-notice"]
    : ["decision-not-to-list"];
}

/** Draws a draft of a paper as the case stands now; nothing is issued and no number is given. */
export async function previewPaper(
  deps: PreviewDeps,
  actor: Actor,
  caseId: string,
  kind: PaperKind,
): Promise<PaperPreview> {
  const subject = await readSubject(deps, actor, caseId);
  if (!findPreviews(subject.file).includes(kind)) throw new NotFoundError("no draft of this kind");
  return { ...(await deps.drawing.drawDraft(kind, subject)), title: paperTitle(kind) };
}

async function readSubject(deps: PreviewDeps, actor: Actor, caseId: string): Promise<DraftSubject> {
  return inTransaction(deps.database, async (tx) => {
    const visible = await readVisibleCase(tx, actor, caseId);
    if (!handlesCases(actor)) throw new ForbiddenError("officials of the authority only");
    const { file, today } = visible;
    const { authority, pack, calendar } = await readCaseLaw(deps.law, tx, visible);
    const party = await readParty(tx, deps.encryption, file.partyId);
    await logReading(tx, { caseId, userId: actor.userId, purpose: HANDLING, today });
    return { file, pack, calendar, authority, party, today };
  });
}
