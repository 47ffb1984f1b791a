import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { createElement, type ReactElement } from "react";
import { doAct } from "../../../api/use-cases/do-act.ts";
import { BadInputError, NotFoundError } from "../../../api/use-cases/faults.ts";
import { findPossibleActs } from "../../../api/use-cases/find-possible-acts.ts";
import type { ActOutcome } from "../../../api/use-cases/keep-act.ts";
import { hasPreview, previewAct } from "../../../api/use-cases/preview-act.ts";
import {
  findPreviews,
  previewPaper,
  type PaperPreview,
} from "../../../api/use-cases/preview-paper.ts";
import { readCaseFile } from "../../../api/use-cases/read-case-file.ts";
import { isCommandKind } from "../../../domain/case-file/act-table.ts";
import type { Actor } from "../../../domain/case-file/actor.ts";
import type { CommandKind } from "../../../domain/case-file/commands.ts";
import type { PaperKind } from "../../../domain/papers.ts";
import { PREVIEW_FIELD } from "../../components/form.tsx";
import type { ShownFinding, ShownRefusal } from "../../components/findings-list.tsx";
import { FormCheck, type FieldError } from "../../forms/form-check.ts";
import { textOf, type FormInput } from "../../forms/form-input.ts";
import { readForm, receiveFiles } from "../../forms/receive-form.ts";
import { draftFileName } from "../../layout/draft-file-name.ts";
import { makeContext, pathText, type WebDeps } from "../../layout/make-context.ts";
import { requirePerson } from "../../layout/require-person.ts";
import { sendPage } from "../../layout/send-page.ts";
import { startInput, type ActSubject } from "./act-form.ts";
import { ACT_FORMS } from "./act-forms.ts";
import { showsDrafts } from "./shows-drafts.ts";
import {
  ActNotHerePage,
  ActPage,
  type ActPlace,
  type DraftFile,
  type ShownDraft,
} from "./page.tsx";

interface ActTarget {
  readonly caseId: string;
  readonly kind: CommandKind;
  readonly actor: Actor;
  readonly place: ActPlace;
}

type FindTarget = (request: FastifyRequest) => ActTarget;

/** Acts of officials, on the page of the case; acts of the party, on its own page. */
export function registerActs(app: FastifyInstance, deps: WebDeps): void {
  registerAct(app, deps, "/cases/:caseId/acts/:kind", findOfficialTarget);
  registerAct(app, deps, "/portal/acts/:kind", findPartyTarget);
}

function registerAct(
  app: FastifyInstance,
  deps: WebDeps,
  path: string,
  findTarget: FindTarget,
): void {
  app.get(path, (request, reply) => showAct(deps, request, reply, findTarget(request), null));
  app.post(
    path,
    { preValidation: receiveFiles, preHandler: app.csrfProtection },
    (request, reply) => performAct(deps, request, reply, findTarget(request)),
  );
}

function findOfficialTarget(request: FastifyRequest): ActTarget {
  const caseId = pathText(request, "caseId");
  const kind = readKind(request);
  const { actor } = requirePerson(request);
  const home = `/cases/${caseId}`;
  const action = `${home}/acts/${kind}`;
  const place = { home, homeTitle: "案件", action, drafts: `${home}/drafts` };
  return { caseId, kind, actor, place };
}

function findPartyTarget(request: FastifyRequest): ActTarget {
  const kind = readKind(request);
  const { actor } = requirePerson(request, "/portal");
  if (actor.partyCaseId === null) throw new NotFoundError("not a party");
  const action = `/portal/acts/${kind}`;
  const place = { home: "/portal", homeTitle: "我的案件", action, drafts: null };
  return { caseId: actor.partyCaseId, kind, actor, place };
}

function readKind(request: FastifyRequest): CommandKind {
  const kind = pathText(request, "kind");
  if (!isCommandKind(kind)) throw new NotFoundError("no such act");
  return kind;
}

/** What became of a form that was sent, when it is shown again. */
interface Sent {
  readonly input: FormInput;
  readonly errors: readonly FieldError[];
  readonly refusal: ShownRefusal | null;
  /** What the form would put on paper, or what stands against it, where it was only to be looked at. */
  readonly preview?: {
    readonly drafts: readonly ShownDraft[];
    readonly findings: readonly ShownFinding[];
  };
}

async function performAct(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  target: ActTarget,
): Promise<FastifyReply> {
  const { kind, caseId, actor } = target;
  const { input, errors: fileErrors } = await readForm(deps.app, request);
  const check = new FormCheck(input, fileErrors);
  const body = ACT_FORMS[kind].read(check, await readSubject(deps, target));
  if (check.errors.length > 0) {
    return showAct(deps, request, reply, target, { input, errors: check.errors, refusal: null });
  }
  const idempotencyKey = textOf(input, "_key");
  try {
    if (offersPreview(target) && textOf(input, PREVIEW_FIELD) !== "") {
      const preview = await sketch(deps, target, body);
      const sent = { input, errors: [], refusal: null, preview };
      return await showAct(deps, request, reply, target, sent);
    }
    const outcome = await doAct(deps.app, { actor, caseId, kind, body, idempotencyKey });
    return await answer(deps, request, reply, target, input, outcome);
  } catch (error) {
    if (!(error instanceof BadInputError)) throw error;
    return showAct(deps, request, reply, target, { input, errors: error.errors, refusal: null });
  }
}

/** Drafts lie before officials alone. */
function offersPreview({ kind, place }: ActTarget): boolean {
  return place.drafts !== null && hasPreview(kind);
}

async function sketch(
  deps: WebDeps,
  { actor, caseId, kind }: ActTarget,
  body: unknown,
): Promise<NonNullable<Sent["preview"]>> {
  const preview = await previewAct(deps.app, { actor, caseId, kind, body });
  if (preview.kind === "refused") return { drafts: [], findings: preview.refusal.findings };
  const drafts = preview.papers.map((paper) => asShown(paper.kind, paper.preview, saveOnly));
  return { drafts, findings: [] };
}

async function answer(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  target: ActTarget,
  input: FormInput,
  outcome: ActOutcome,
): Promise<FastifyReply> {
  switch (outcome.outcome) {
    case "accepted":
      return reply.redirect(`${target.place.home}?done=${target.kind}`, 303);
    case "pending":
      return reply.redirect(`/commands/${outcome.commandId}`, 303);
    case "refused": {
      const { refusal } = outcome;
      return showAct(deps, request, reply, target, { input, errors: [], refusal });
    }
  }
}

async function showAct(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  target: ActTarget,
  sent: Sent | null,
): Promise<FastifyReply> {
  const { kind, place, actor, caseId } = target;
  const context = await makeContext(deps, request, reply);
  const subject = await readSubject(deps, target);
  const acts = await findPossibleActs(deps.app, actor, caseId);
  const act = acts.find((each) => each.kind === kind);
  const findings = act?.findings ?? [];
  const isElsewhere = act === undefined || findings.some((each) => each.ruleId === "stage");
  if (isElsewhere && sent === null) {
    return sendPage(reply, createElement(ActNotHerePage, { context, kind, place, findings }), 409);
  }
  const form = ACT_FORMS[kind];
  const page: ReactElement = createElement(ActPage, {
    context,
    kind,
    form,
    subject,
    place,
    drafts:
      sent?.preview?.drafts ??
      (place.drafts === null ? [] : await drawDrafts(deps, target, subject, place.drafts)),
    isPreview: sent?.preview !== undefined,
    hasPreview: offersPreview(target),
    input: sent?.input ?? startInput(form, subject),
    errors: sent?.errors ?? [],
    refusal: sent?.refusal ?? null,
    findings: sent?.preview?.findings ?? findings,
  });
  return sendPage(reply, page, statusOf(sent));
}

function statusOf(sent: Sent | null): number {
  if (sent === null || sent.preview !== undefined) return 200;
  if (sent.refusal === null || sent.refusal.kind === "content") return 422;
  return sent.refusal.kind === "role" ? 403 : 409;
}

async function readSubject(deps: WebDeps, target: ActTarget): Promise<ActSubject> {
  const view = await readCaseFile(deps.app, target.actor, target.caseId);
  const { file, pack, catalog, today } = view;
  return { file, pack, catalog, today, isParty: target.actor.partyCaseId !== null };
}

async function drawDrafts(
  deps: WebDeps,
  { actor, caseId, kind: act }: ActTarget,
  { file }: ActSubject,
  folder: string,
): Promise<readonly ShownDraft[]> {
  const drafts: ShownDraft[] = [];
  for (const kind of showsDrafts(act) ? findPreviews(file) : []) {
    const drawn = await previewPaper(deps.app, actor, caseId, kind);
    drafts.push(asShown(kind, drawn, () => ({ href: `${folder}/${kind}`, saveAs: null })));
  }
  return drafts;
}

type Drawn = Extract<PaperPreview, { readonly kind: "drawn" }>;

function asShown(
  kind: PaperKind,
  drawn: PaperPreview,
  findFile: (drawn: Drawn) => DraftFile,
): ShownDraft {
  if (drawn.kind === "incomplete") {
    const { missing, sections } = drawn;
    return { kind, words: [], file: null, missing, sections, changes: null };
  }
  const { words, changes } = drawn;
  return { kind, words, file: findFile(drawn), missing: null, sections: [], changes };
}

/** Nothing is kept of what was only looked at: its file goes to the page with it. */
function saveOnly({ bytes, title }: Drawn): DraftFile {
  const content = Buffer.from(bytes).toString("base64");
  return { href: `data:application/pdf;base64,${content}`, saveAs: draftFileName(title) };
}
