import type { Actor } from "../../domain/case-file/actor.ts";
import type { Stage } from "../../domain/case-file/stages.ts";
import type { CaseFile } from "../../domain/case-file/state.ts";
import { paperTitle, type PaperKind } from "../../domain/papers.ts";
import { inTransaction } from "../../platform/database.ts";
import { readEvents } from "../../records/read-events.ts";
import type { AppDeps, DraftSubject, PaperWords } from "../deps.ts";
import { compareParagraphs, type ComparedParagraph } from "./compare-paragraphs.ts";
import { imagineSigned, readDraftCase } from "./draft-subject.ts";
import { NotFoundError } from "./faults.ts";
import { findReturnedDraft } from "./find-returned-draft.ts";

/** A draft of a paper: its file, marked as a draft on every page, and its words; or what it still lacks. */
export type PaperPreview =
  | {
      readonly kind: "drawn";
      readonly title: string;
      readonly bytes: Uint8Array;
      readonly words: readonly PaperWords[];
      /** Beside the draft that was last sent back; null where none was. */
      readonly changes: readonly ComparedParagraph[] | null;
    }
  | {
      readonly kind: "incomplete";
      readonly title: string;
      readonly missing: string;
      /** Titles of the sections that are still empty. */
      readonly sections: readonly string[];
    };

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
  const { subject, returned } = await readSubject(deps, actor, caseId);
  if (!findPreviews(subject.file).includes(kind)) throw new NotFoundError("no draft of this kind");
  return drawPreview(deps, kind, subject, returned);
}

/** Draws a draft of a paper from a subject, beside the draft that was last sent back where there was one. */
export async function drawPreview(
  deps: Pick<AppDeps, "drawing">,
  kind: PaperKind,
  subject: DraftSubject,
  returned: DraftSubject | null,
): Promise<PaperPreview> {
  const drawn = await deps.drawing.drawDraft(kind, subject);
  const title = paperTitle(kind);
  if (drawn.kind === "incomplete") return { ...drawn, title };
  return { ...drawn, title, changes: await findChanges(deps, kind, drawn.words, returned) };
}

/** What was changed since the draft was sent back, paragraph by paragraph; a draft that was of another kind has no such thing. */
async function findChanges(
  deps: Pick<AppDeps, "drawing">,
  kind: PaperKind,
  words: readonly PaperWords[],
  returned: DraftSubject | null,
): Promise<readonly ComparedParagraph[] | null> {
  if (returned === null || !findPreviews(returned.file).includes(kind)) return null;
  const earlier = await deps.drawing.drawDraft(kind, returned);
  if (earlier.kind === "incomplete") return null;
  const textOf = (block: PaperWords): string => block.text;
  return compareParagraphs(earlier.words.map(textOf), words.map(textOf));
}

interface DraftSubjects {
  readonly subject: DraftSubject;
  /** The same as it stood when the draft was last sent back. */
  readonly returned: DraftSubject | null;
}

async function readSubject(
  deps: PreviewDeps,
  actor: Actor,
  caseId: string,
): Promise<DraftSubjects> {
  return inTransaction(deps.database, async (tx) => {
    const { visible, law, subjectOf } = await readDraftCase(deps, tx, actor, caseId);
    const { file, now } = visible;
    const before = findReturnedDraft(await readEvents(tx, caseId));
    return {
      subject: await subjectOf(imagineSigned(file, now, law)),
      returned: before === null ? null : await subjectOf(imagineSigned(before, now, law)),
    };
  });
}
