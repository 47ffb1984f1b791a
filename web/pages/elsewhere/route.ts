import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { createElement } from "react";
import { BY_WHOLE_NUMBER } from "../../../api/plugins/security.ts";
import { findLeadImports } from "../../../api/use-cases/find-lead-imports.ts";
import {
  findElsewhereListings,
  findElsewhereMessages,
  findElsewhereSources,
} from "../../../api/use-cases/oversee-elsewhere.ts";
import { hasRole } from "../../../api/use-cases/person.ts";
import { enterSharingBasis, mayEnterBasis } from "../../../api/use-cases/sharing-bases.ts";
import { readBasis } from "../../components/basis-fields.tsx";
import type { FieldError } from "../../forms/form-check.ts";
import { textOf, type FormInput } from "../../forms/form-input.ts";
import { faultsAtFields, readTextForm } from "../../forms/text-form.ts";
import { makeContext, type WebDeps } from "../../layout/make-context.ts";
import { requireOfficialPerson } from "../../layout/require-person.ts";
import { sendPage } from "../../layout/send-page.ts";
import { receiveImport } from "../leads/receive-import.ts";
import { receiveWholeName, type AskedName } from "../leads/receive-whole-name.ts";
import { ElsewherePage } from "./page.tsx";

interface Sent extends AskedName {
  readonly uploadErrors: readonly FieldError[];
  readonly basis: FormInput | null;
  readonly basisErrors: readonly FieldError[];
}

const NOTHING_SENT: Sent = {
  ...{ who: null, searchErrors: [], uploadErrors: [] },
  ...{ basis: null, basisErrors: [] },
};

/** What others decide and this place only receives, for officials. */
export function registerElsewhere(app: FastifyInstance, deps: WebDeps): void {
  const guarded = { preHandler: app.csrfProtection };
  app.get("/elsewhere", (request, reply) => show(deps, request, reply, NOTHING_SENT));
  app.post("/elsewhere/search", { ...guarded, config: BY_WHOLE_NUMBER }, (request, reply) =>
    show(deps, request, reply, { ...NOTHING_SENT, ...receiveWholeName(request) }),
  );
  app.post("/elsewhere/basis", guarded, (request, reply) => enterBasis(deps, request, reply));
  app.post("/elsewhere/imports", async (request, reply) => {
    try {
      const { importId } = await receiveImport(app, deps, request, reply);
      return await reply.redirect(`/leads/imports/${importId}`, 303);
    } catch (error) {
      const uploadErrors = faultsAtFields(error, "");
      return show(deps, request, reply, { ...NOTHING_SENT, uploadErrors });
    }
  });
}

/** Names what lets implementers know a person on a list, or takes it back. */
async function enterBasis(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { actor } = requireOfficialPerson(request);
  const sent = readTextForm(request);
  try {
    const list = { listId: textOf(sent, "listId"), decided: "elsewhere" } as const;
    await enterSharingBasis(deps.app, actor, list, readBasis(sent));
    return await reply.redirect("/elsewhere?done=basis-entered", 303);
  } catch (error) {
    const basisErrors = faultsAtFields(error, "");
    return show(deps, request, reply, { ...NOTHING_SENT, basis: sent, basisErrors });
  }
}

async function show(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  sent: Sent,
): Promise<FastifyReply> {
  const { actor } = requireOfficialPerson(request);
  const who = sent.who === null ? "" : textOf(sent.who, "who");
  const page = createElement(ElsewherePage, {
    ...sent,
    sources: await findElsewhereSources(deps.app, actor),
    listings: await findElsewhereListings(deps.app, actor, who),
    messages: await findElsewhereMessages(deps.app, actor),
    imports: (await findLeadImports(deps.app, actor, { limit: 20, of: "elsewhere" })).rows,
    context: await makeContext(deps, request, reply),
    mayEnterBasis: mayEnterBasis(actor),
    mayImport: actor.authorityId !== null && hasRole(actor, ["case-officer"]),
  });
  const { searchErrors, uploadErrors, basisErrors } = sent;
  const hasErrors = searchErrors.length + uploadErrors.length + basisErrors.length > 0;
  return sendPage(reply, page, hasErrors ? 422 : 200);
}
