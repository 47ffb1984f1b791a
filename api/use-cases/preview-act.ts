import type { Actor } from "../../domain/case-file/actor.ts";
import type { CommandKind } from "../../domain/case-file/commands.ts";
import { decide } from "../../domain/case-file/decide.ts";
import { evolve } from "../../domain/case-file/evolve.ts";
import type { CaseFile } from "../../domain/case-file/state.ts";
import type { PaperKind } from "../../domain/papers.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { inTransaction } from "../../platform/database.ts";
import { findActFacts } from "../../records/act-facts.ts";
import { makeContext } from "../../records/case-context.ts";
import { readEvents } from "../../records/read-events.ts";
import { ACT_BODIES } from "../acts/index.ts";
import type { AppDeps, DraftSubject } from "../deps.ts";
import {
  imagineSigned,
  readDraftCase,
  withNumbersToCome,
  type DraftCase,
} from "./draft-subject.ts";
import { ForbiddenError, NotFoundError } from "./faults.ts";
import { officerFinder } from "./find-officer.ts";
import { findReturnedDraft } from "./find-returned-draft.ts";
import { drawPreview, findPreviews, type PaperPreview } from "./preview-paper.ts";
import { evidenceTaker } from "./read-upload.ts";

/** Acts of officials that put something on paper, or change what a draft says. */
const WITH_PAPERS: readonly CommandKind[] = [
  ...(["state-grounds", "choose-measures", "propose-decision"] as const),
  ...(["approve-notice", "return-notice", "refuse-notice"] as const),
  ...(["approve-decision", "return-decision", "refuse-decision", "sign-decision"] as const),
  ...(["record-service", "publish-service-notice", "state-defense", "answer-defense"] as const),
  ...(["schedule-hearing", "hold-hearing"] as const),
  ...(["withdraw-case", "transfer-case", "record-basis-annulled"] as const),
  ...(["accept-repair", "refuse-repair", "grant-repair", "deny-repair"] as const),
  ...(["answer-objection", "sign-annulment", "certify-harm-repair"] as const),
  ...(["propose-restoration", "restore-listing", "end-restoration"] as const),
];

/** Whether the papers of an act can be looked at before it is done. */
export function hasPreview(kind: CommandKind): boolean {
  return WITH_PAPERS.includes(kind);
}

/** An act as it stands in a form, not handed in. */
export interface UndoneAct {
  readonly actor: Actor;
  readonly caseId: string;
  readonly kind: CommandKind;
  readonly body: unknown;
}

/** What an act would put on paper; or why it would be refused. */
export type ActPreview =
  | { readonly kind: "refused"; readonly refusal: Refusal }
  | {
      readonly kind: "papers";
      readonly papers: readonly { readonly kind: PaperKind; readonly preview: PaperPreview }[];
    };

type PreviewDeps = Pick<AppDeps, "database" | "law" | "encryption" | "drawing">;

interface Imagined {
  readonly kinds: readonly PaperKind[];
  readonly subject: DraftSubject;
  readonly returned: DraftSubject | null;
}

/** Draws the papers of an act as if it were done now (办理前预览文书): nothing is kept, no number is given, and a refusal is not recorded. */
export async function previewAct(deps: PreviewDeps, act: UndoneAct): Promise<ActPreview> {
  if (!hasPreview(act.kind)) throw new NotFoundError("an act without papers");
  const imagined = await imagine(deps, act);
  if ("findings" in imagined) return { kind: "refused", refusal: imagined };
  const { kinds, subject, returned } = imagined;
  const papers: { kind: PaperKind; preview: PaperPreview }[] = [];
  for (const kind of kinds) {
    papers.push({ kind, preview: await drawPreview(deps, kind, subject, returned) });
  }
  return { kind: "papers", papers };
}

async function imagine(
  deps: PreviewDeps,
  { actor, caseId, kind, body }: UndoneAct,
): Promise<Imagined | Refusal> {
  const command = await ACT_BODIES[kind].toCommand(body, {
    actor,
    takeEvidence: evidenceTaker(deps, actor),
    findOfficer: officerFinder(deps, caseId),
    keepServiceAddress: () => Promise.reject(new ForbiddenError("nothing is kept by a preview")),
  });
  return inTransaction(deps.database, async (tx) => {
    const draft = await readDraftCase(deps, tx, actor, caseId);
    const { file, now } = draft.visible;
    const facts = await findActFacts(tx, file, kind);
    const context = makeContext(draft.law, { actId: "draft", actor, at: now }, facts);
    const judged = decide(command, file, context);
    if (judged.kind === "refused") return judged.refusal;
    const after = judged.events.reduce<CaseFile>(evolve, file);
    const issued = judged.events.flatMap((event) =>
      event.type === "PaperIssued" ? [event.paper.kind] : [],
    );
    if (issued.length === 0) {
      return imagineDraft(draft, after, findReturnedDraft(await readEvents(tx, caseId)));
    }
    const stood = { ...withNumbersToCome(after), stage: file.stage };
    return { kinds: issued, subject: await draft.subjectOf(stood), returned: null };
  });
}

/** An act that issues nothing itself changes the draft of what the next signature will issue. */
async function imagineDraft(
  { visible: { now }, law, subjectOf }: DraftCase,
  after: CaseFile,
  before: CaseFile | null,
): Promise<Imagined> {
  const file = imagineSigned(after, now, law);
  return {
    kinds: findPreviews(file),
    subject: await subjectOf(file),
    returned: before === null ? null : await subjectOf(imagineSigned(before, now, law)),
  };
}
