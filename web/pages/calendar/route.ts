import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { createElement } from "react";
import {
  enterCalendarNotice,
  findCalendarNotices,
  type EnteredNotice,
} from "../../../api/use-cases/enter-calendar-notice.ts";
import { FormCheck, type FieldError } from "../../forms/form-check.ts";
import { inputOf, type FormInput } from "../../forms/form-input.ts";
import { faultsAtFields, readTextForm } from "../../forms/text-form.ts";
import { makeContext, type WebDeps } from "../../layout/make-context.ts";
import { requireOfficialPerson } from "../../layout/require-person.ts";
import { sendPage } from "../../layout/send-page.ts";
import { CalendarPage } from "./page.tsx";

/** The notices on days off: everybody reads them, a legal officer enters new ones. */
export function registerCalendar(app: FastifyInstance, deps: WebDeps): void {
  app.get("/law/calendar", (request, reply) =>
    show(deps, request, reply, inputOf({ region: "CN" }), []),
  );
  app.post("/law/calendar", { preHandler: app.csrfProtection }, (request, reply) =>
    enter(deps, request, reply),
  );
}

async function show(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  input: FormInput,
  errors: readonly FieldError[],
): Promise<FastifyReply> {
  const context = await makeContext(deps, request, reply);
  const notices = await findCalendarNotices(deps.app);
  const mayEnter = context.person?.actor.roles.includes("legal-officer") ?? false;
  const page = createElement(CalendarPage, { context, notices, input, errors, mayEnter });
  return sendPage(reply, page, errors.length > 0 ? 422 : 200);
}

async function enter(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { actor } = requireOfficialPerson(request);
  const input: FormInput = readTextForm(request);
  const check = new FormCheck(input);
  const notice = readNotice(check);
  if (notice === null) return show(deps, request, reply, input, check.errors);
  try {
    await enterCalendarNotice(deps.app, actor, notice);
  } catch (error) {
    const errors = faultsAtFields(error, "offDays");
    return show(deps, request, reply, input, errors);
  }
  return reply.redirect("/law/calendar?done=notice-entered", 303);
}

function readNotice(check: FormCheck): EnteredNotice | null {
  const number = check.text("number", "请填写文号或者标题");
  const region = check.oneOf("region", ["CN", "CN-GX"] as const, "请选择适用地区");
  const yearText = check.text("year", "请填写年度");
  const year = /^20\d\d$/.test(yearText) ? Number(yearText) : 0;
  if (yearText !== "" && year === 0) check.complain("year", "年度应为四位数字，如 2027");
  const issuedOn = check.day("issuedOn", "请填写发布日");
  const offDays = linesOf(check.optionalText("offDays")).flatMap((line) => {
    const [name, from, to, ...rest] = line.split(/\s+/);
    if (name !== undefined && from !== undefined && to !== undefined && rest.length === 0) {
      return [{ name, from, to }];
    }
    check.complain("offDays", `“${line}”应写成：名称 首日 末日`);
    return [];
  });
  const workDays = linesOf(check.optionalText("workDays"));
  const cancels = linesOf(check.optionalText("cancels"));
  if (region === null || issuedOn === null || check.errors.length > 0) return null;
  return { number, region, year, issuedOn, offDays, workDays, cancels };
}

function linesOf(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
