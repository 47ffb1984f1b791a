import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { createElement } from "react";
import { BadInputError } from "../../../api/use-cases/faults.ts";
import { findLawPacks } from "../../../api/use-cases/law-packs.ts";
import { readCatalog } from "../../../api/use-cases/find-editions.ts";
import { openMatter } from "../../../api/use-cases/open-matter.ts";
import { readLead, type LeadView } from "../../../api/use-cases/read-lead.ts";
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
import { fillInLead } from "./fill-in-lead.ts";
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
  const leadId = queryText(request, "lead");
  const read = readProposal(check, pack, await readCatalog(deps.app));
  const proposal = { ...read, ...(leadId === "" ? {} : { leadId }) };
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
  const lead = await readChosenLead(deps, request);
  const page = createElement(MatterPage, {
    context,
    pack,
    catalog: await readCatalog(deps.app),
    today: dayOf(await readMoment(deps.app)),
    lead,
    input: sent?.input ?? (lead === null ? inputOf({ finality: "open" }) : fillInLead(lead, pack)),
    errors: sent?.errors ?? [],
    refusal: sent?.refusal ?? null,
  });
  if (sent === null) return sendPage(reply, page);
  return sendPage(reply, page, sent.refusal === null ? 422 : 409);
}

/** The lead that the matter goes back to, if any: named in the address at first, in the form from then on. */
async function readChosenLead(deps: WebDeps, request: FastifyRequest): Promise<LeadView | null> {
  const { actor } = requireOfficialPerson(request);
  const leadId = queryText(request, "lead");
  return leadId === "" ? null : readLead(deps.app, actor, leadId);
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
