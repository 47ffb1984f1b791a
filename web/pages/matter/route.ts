import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { createElement } from "react";
import { BadInputError } from "../../../api/use-cases/faults.ts";
import { findLawPacks } from "../../../api/use-cases/law-packs.ts";
import { openMatter } from "../../../api/use-cases/open-matter.ts";
import { readMoment } from "../../../api/use-cases/read-moment.ts";
import { dayOf } from "../../../domain/deadlines/calendar-day.ts";
import type { LawPack } from "../../../domain/packs/law-pack.ts";
import type { ShownRefusal } from "../../components/findings-list.tsx";
import { FormCheck, type FieldError } from "../../forms/form-check.ts";
import { inputOf, textOf, type FormInput } from "../../forms/form-input.ts";
import { readForm, receiveFiles } from "../../forms/receive-form.ts";
import { makeContext, queryText, type WebDeps } from "../../layout/make-context.ts";
import { requireOfficialPerson } from "../../layout/require-person.ts";
import { sendPage } from "../../layout/send-page.ts";
import { ChooseListPage, MatterPage } from "./page.tsx";
import { readParties } from "./party-fields.tsx";
import { atOwnFields, readProposal } from "./read-proposal.ts";

/** Opening matters. */
export function registerMatter(app: FastifyInstance, deps: WebDeps): void {
  app.get("/matters/new", (request, reply) => show(deps, request, reply, null));
  app.post(
    "/matters/new",
    { preValidation: receiveFiles, preHandler: app.csrfProtection },
    (request, reply) => open(deps, request, reply),
  );
}

interface Sent {
  readonly input: FormInput;
  readonly errors: readonly FieldError[];
  readonly refusal: ShownRefusal | null;
}

async function open(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { actor } = requireOfficialPerson(request);
  const { input, errors: fileErrors } = await readForm(deps.app, request);
  const pack = findChosen(await findActivePacks(deps), request);
  if (pack === null) return show(deps, request, reply, null);
  const check = new FormCheck(input, fileErrors);
  const proposal = readProposal(check, pack);
  if (check.errors.length > 0) {
    return show(deps, request, reply, { input, errors: check.errors, refusal: null });
  }
  try {
    const idempotencyKey = textOf(input, "_key");
    const outcome = await openMatter(deps.app, { actor, idempotencyKey, proposal });
    if (outcome.outcome === "refused") {
      const { refusal } = outcome;
      return await show(deps, request, reply, { input, errors: [], refusal });
    }
    const first = outcome.cases[0]?.caseId ?? "";
    return await reply.redirect(`/cases/${first}?done=opened`, 303);
  } catch (error) {
    if (!(error instanceof BadInputError)) throw error;
    const errors = atOwnFields(error.errors, readParties(new FormCheck(input), pack));
    return show(deps, request, reply, { input, errors, refusal: null });
  }
}

async function show(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  sent: Sent | null,
): Promise<FastifyReply> {
  requireOfficialPerson(request);
  const context = await makeContext(deps, request, reply);
  const packs = await findActivePacks(deps);
  const pack = findChosen(packs, request);
  if (pack === null) return sendPage(reply, createElement(ChooseListPage, { context, packs }));
  const page = createElement(MatterPage, {
    context,
    pack,
    today: dayOf(await readMoment(deps.app)),
    input: sent?.input ?? inputOf({ finality: "open" }),
    errors: sent?.errors ?? [],
    refusal: sent?.refusal ?? null,
  });
  if (sent === null) return sendPage(reply, page);
  return sendPage(reply, page, sent.refusal === null ? 422 : 409);
}

async function findActivePacks(deps: WebDeps): Promise<readonly LawPack[]> {
  const packs = await findLawPacks(deps.app);
  return packs.map((each) => each.active?.pack).filter((pack) => pack !== undefined);
}

/** The list that was asked for; the only one where there is but one. */
function findChosen(packs: readonly LawPack[], request: FastifyRequest): LawPack | null {
  const listId = queryText(request, "list");
  if (listId === "" && packs.length === 1) return packs[0] ?? null;
  return packs.find((pack) => pack.listId === listId) ?? null;
}
