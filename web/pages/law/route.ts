import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { createElement } from "react";
import { approvePack } from "../../../api/use-cases/approve-pack.ts";
import { chooseSource, enterValue } from "../../../api/use-cases/enter-pack-value.ts";
import { findLawPacks, readLawPack } from "../../../api/use-cases/law-packs.ts";
import { enterSharingBasis, readSharingBasis } from "../../../api/use-cases/sharing-bases.ts";
import type { Refusal } from "../../../domain/refusal.ts";
import { readBasis } from "../../components/basis-fields.tsx";
import { FormCheck } from "../../forms/form-check.ts";
import type { FormInput } from "../../forms/form-input.ts";
import { faultsAtFields, readTextForm } from "../../forms/text-form.ts";
import { makeContext, pathText, type WebDeps } from "../../layout/make-context.ts";
import { requireOfficialPerson } from "../../layout/require-person.ts";
import { sendPage } from "../../layout/send-page.ts";
import type { UNIT_TITLES } from "./pack-forms.tsx";
import { type SentForm } from "./pack-forms.tsx";
import { PackPage } from "./pack-page.tsx";
import { valueFields } from "../../../domain/packs/pack-values.ts";
import { LawPage } from "./page.tsx";

/** Law packs: reading them, completing them, approving them. */
export function registerLaw(app: FastifyInstance, deps: WebDeps): void {
  const guarded = { preHandler: app.csrfProtection };
  app.get("/law", async (request, reply) => {
    requireOfficialPerson(request);
    const packs = await findLawPacks(deps.app);
    const context = await makeContext(deps, request, reply);
    return sendPage(reply, createElement(LawPage, { context, packs }));
  });
  app.get("/law/packs/:listId", (request, reply) => show(deps, request, reply, null, null));
  app.post("/law/packs/:listId/values", guarded, (request, reply) => enter(deps, request, reply));
  app.post("/law/packs/:listId/sharing-basis", guarded, (request, reply) =>
    enterBasis(deps, request, reply),
  );
  app.post("/law/packs/:listId/source", guarded, (request, reply) => choose(deps, request, reply));
  app.post("/law/packs/:listId/approvals", guarded, (request, reply) =>
    approve(deps, request, reply),
  );
}

function readInput(request: FastifyRequest): FormInput {
  return readTextForm(request);
}

async function enter(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { actor } = requireOfficialPerson(request);
  const listId = pathText(request, "listId");
  const input = readInput(request);
  const check = new FormCheck(input);
  const { pack } = (await readLawPack(deps.app, listId)).newest;
  const field = check.oneOf("field", valueFields(pack), "请选择数值");
  const units = [
    "working-day",
    "day",
    "month",
    "year",
  ] as const satisfies readonly (keyof typeof UNIT_TITLES)[];
  const unit = check.oneOf("unit", units, "请选择期限单位");
  const length = Number(check.text("length", "请填写期限长度"));
  if (!Number.isInteger(length) || length < 1) check.complain("length", "期限长度应为正整数");
  const instrument = check.text("instrument", "请填写依据文件");
  const article = check.text("article", "请填写依据条款");
  if (field === null || unit === null || check.errors.length > 0) {
    return show(deps, request, reply, { form: "value", input, errors: check.errors }, null);
  }
  const entered = { field, value: { length, unit }, citation: { instrument, article } };
  return finish(deps, request, reply, { form: "value", input, errors: [] }, "value-entered", () =>
    enterValue(deps.app, actor, listId, entered),
  );
}

async function choose(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { actor } = requireOfficialPerson(request);
  const listId = pathText(request, "listId");
  const input = readInput(request);
  const check = new FormCheck(input);
  const sourceId = check.text("sourceId", "请选择适用的依据");
  const reasons = check.text("sourceReasons", "请写明适用该依据的理由");
  if (check.errors.length > 0) {
    return show(deps, request, reply, { form: "source", input, errors: check.errors }, null);
  }
  return finish(deps, request, reply, { form: "source", input, errors: [] }, "source-chosen", () =>
    chooseSource(deps.app, actor, listId, { sourceId, reasons }),
  );
}

async function enterBasis(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { actor } = requireOfficialPerson(request);
  const input = readTextForm(request);
  const list = { listId: pathText(request, "listId"), decided: "here" } as const;
  return finish(deps, request, reply, { form: "basis", input, errors: [] }, "basis-entered", () =>
    enterSharingBasis(deps.app, actor, list, readBasis(input)),
  );
}

async function finish(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  sent: SentForm,
  done: string,
  work: () => Promise<unknown>,
): Promise<FastifyReply> {
  try {
    await work();
  } catch (error) {
    return show(deps, request, reply, { ...sent, errors: faultsAtFields(error, "") }, null);
  }
  return reply.redirect(
    `/law/packs/${encodeURIComponent(pathText(request, "listId"))}?done=${done}`,
    303,
  );
}

async function approve(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { actor } = requireOfficialPerson(request);
  const listId = pathText(request, "listId");
  const version = new FormCheck(readInput(request)).optionalText("version");
  const outcome = await approvePack(deps.app, actor, listId, version);
  if (outcome.outcome === "refused") return show(deps, request, reply, null, outcome.refusal);
  return reply.redirect(`/law/packs/${encodeURIComponent(listId)}?done=approved`, 303);
}

async function show(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  sent: SentForm | null,
  refusal: Refusal | null,
): Promise<FastifyReply> {
  requireOfficialPerson(request);
  const view = await readLawPack(deps.app, pathText(request, "listId"));
  const basis = await readSharingBasis(deps.app, view.listId);
  const context = await makeContext(deps, request, reply);
  const status = refusal === null ? (sent === null ? 200 : 422) : 409;
  return sendPage(reply, createElement(PackPage, { context, view, basis, sent, refusal }), status);
}
