import { SYSTEM_ACTOR, type Actor } from "../../domain/case-file/actor.ts";
import { signDecision } from "../../domain/case-file/acts/decision.ts";
import { stamp } from "../../domain/case-file/decide.ts";
import { evolve } from "../../domain/case-file/evolve.ts";
import { isRefusal } from "../../domain/case-file/judgement.ts";
import type { Stage } from "../../domain/case-file/stages.ts";
import type { CaseFile } from "../../domain/case-file/state.ts";
import { paperTitle, type PaperKind } from "../../domain/papers.ts";
import { inTransaction } from "../../platform/database.ts";
import { makeContext, type CaseLaw } from "../../records/case-context.ts";
import { readParty } from "../../records/party-rows.ts";
import { readEvents } from "../../records/read-events.ts";
import type { AppDeps, DraftSubject, PaperWords } from "../deps.ts";
import { compareParagraphs, type ComparedParagraph } from "./compare-paragraphs.ts";
import { ForbiddenError, NotFoundError } from "./faults.ts";
import { findReturnedDraft } from "./find-returned-draft.ts";
import { HANDLING, logReading } from "./party-view.ts";
import { handlesCases } from "./person.ts";
import { readCaseLaw, readVisibleCase, type VisibleCase } from "./visible-case.ts";

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
  const drawn = await deps.drawing.drawDraft(kind, subject);
  const title = paperTitle(kind);
  if (drawn.kind === "incomplete") return { ...drawn, title };
  return { ...drawn, title, changes: await findChanges(deps, kind, drawn.words, returned) };
}

/** What was changed since the draft was sent back, paragraph by paragraph; a draft that was of another kind has no such thing. */
async function findChanges(
  deps: PreviewDeps,
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
    const visible = await readVisibleCase(tx, actor, caseId);
    if (!handlesCases(actor)) throw new ForbiddenError("officials of the authority only");
    const { today } = visible;
    const law = await readCaseLaw(deps.law, tx, visible);
    const { authority, pack, calendar } = law;
    const { catalog } = law.books;
    const file = imagineSigned(visible, law);
    const party = await readParty(tx, deps.encryption, file.partyId);
    await logReading(tx, { caseId, userId: actor.userId, purpose: HANDLING, today });
    const subject = { file, pack, calendar, catalog, authority, party, today };
    const before = findReturnedDraft(await readEvents(tx, caseId));
    if (before === null) return { subject, returned: null };
    const imagined = imagineSigned({ ...visible, file: before }, law);
    return { subject, returned: { ...subject, file: imagined } };
  });
}

/** What a draft says where the paper will have its number. */
const NUMBER_TO_COME = "（签发时编号）";

/**
 * A decision's draft shows what it will say if it is signed today: its periods are counted from today, and it refers to papers that
 * come into being with it.
 */
function imagineSigned(visible: VisibleCase, law: CaseLaw): CaseFile {
  const { file, now } = visible;
  if (file.proposal === null || file.decision !== null) return file;
  const context = makeContext(law, { actId: "draft", actor: SYSTEM_ACTOR, at: now });
  const { draftHash } = file.proposal;
  const signed = signDecision({ kind: "sign-decision", draftHash }, file, context);
  if (isRefusal(signed)) return file;
  const after = stamp(signed, "system", context).reduce<CaseFile>(evolve, file);
  const papers = after.papers.map((paper) => ({
    ...paper,
    number: paper.number ?? NUMBER_TO_COME,
  }));
  return { ...after, stage: file.stage, papers };
}
