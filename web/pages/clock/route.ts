import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { createElement } from "react";
import { ConflictError } from "../../../api/use-cases/faults.ts";
import { moveClock } from "../../../api/use-cases/move-clock.ts";
import { readClock } from "../../../api/use-cases/read-clock.ts";
import type { CalendarDay } from "../../../domain/deadlines/calendar-day.ts";
import { FormCheck, type FieldError } from "../../forms/form-check.ts";
import { EMPTY_INPUT, type FormInput } from "../../forms/form-input.ts";
import { readTextForm } from "../../forms/text-form.ts";
import { makeContext, queryText, type WebDeps } from "../../layout/make-context.ts";
import { requireOfficialPerson } from "../../layout/require-person.ts";
import { sendPage } from "../../layout/send-page.ts";
import { ClockPage } from "./page.tsx";

/** The demonstration's clock; a production system has no such page. */
export function registerClock(app: FastifyInstance, deps: WebDeps): void {
  if (deps.app.mode !== "demo") return;
  const guarded = { preHandler: app.csrfProtection };
  app.get("/clock", (request, reply) => show(deps, request, reply, EMPTY_INPUT, []));
  app.post("/clock", guarded, async (request, reply) => {
    const input = readTextForm(request);
    const check = new FormCheck(input);
    const day = check.day("day", "请填写日期");
    if (day === null) return show(deps, request, reply, input, check.errors);
    return move(deps, request, reply, input, day);
  });
  app.post("/clock/next", guarded, (request, reply) =>
    move(deps, request, reply, EMPTY_INPUT, "next"),
  );
}

async function move(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  input: FormInput,
  to: CalendarDay | "next",
): Promise<FastifyReply> {
  const { actor } = requireOfficialPerson(request);
  try {
    const { unsettled } = await moveClock(deps.app, actor, to);
    const after = unsettled === 0 ? "done=clock-moved" : `unsettled=${String(unsettled)}`;
    return await reply.redirect(`/clock?${after}`, 303);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    return show(deps, request, reply, input, [{ field: "day", message: error.message }]);
  }
}

async function show(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  input: FormInput,
  errors: readonly FieldError[],
): Promise<FastifyReply> {
  requireOfficialPerson(request);
  const context = await makeContext(deps, request, reply);
  const clock = await readClock(deps.app);
  const unsettled = Number(queryText(request, "unsettled")) || 0;
  const page = createElement(ClockPage, { context, clock, input, errors, unsettled });
  return sendPage(reply, page, errors.length > 0 ? 422 : 200);
}
