import type { FastifyInstance } from "fastify";
import { createElement } from "react";
import { OPEN_TO_ALL } from "../../../api/plugins/security.ts";
import {
  pictureDeadline,
  type DeadlineQuestion,
  type PicturedDeadline,
} from "../../../api/use-cases/calculate-deadlines.ts";
import { FormCheck, type FieldError } from "../../forms/form-check.ts";
import type { FormInput } from "../../forms/form-input.ts";
import { makeContext, queryText, readQueryInput, type WebDeps } from "../../layout/make-context.ts";
import { sendPage } from "../../layout/send-page.ts";
import { DeadlinesPage } from "./page.tsx";
import { faultsAtFields } from "../../forms/text-form.ts";

const FIELDS = ["startsOn", "length", "unit", "rollRule", "region", "direction"] as const;

const USUAL = {
  unit: "working-day",
  rollRule: "next-working-day",
  region: "CN-GX",
  direction: "after",
};

/** A few thousand days fill a page; more belongs to the API. */
const LONGEST = 2_000;

/** The calculation of a time limit; the question is in the address, so that an answer can be passed on. */
export function registerDeadlines(app: FastifyInstance, deps: WebDeps): void {
  app.get("/deadlines", { config: OPEN_TO_ALL }, async (request, reply) => {
    const context = await makeContext(deps, request, reply);
    const asked = FIELDS.some((field) => queryText(request, field) !== "");
    const input = readQueryInput(request, FIELDS, USUAL);
    const { pictured, errors } = asked ? await answer(deps, input) : { pictured: null, errors: [] };
    const page = createElement(DeadlinesPage, { context, input, errors, pictured });
    return sendPage(reply, page, errors.length > 0 ? 422 : 200);
  });
}

async function answer(
  deps: WebDeps,
  input: FormInput,
): Promise<{ pictured: PicturedDeadline | null; errors: readonly FieldError[] }> {
  const check = new FormCheck(input);
  const question = readQuestion(check);
  if (question === null) return { pictured: null, errors: check.errors };
  try {
    return { pictured: await pictureDeadline(deps.app, question), errors: [] };
  } catch (error) {
    const errors = faultsAtFields(error);
    return { pictured: null, errors };
  }
}

function readQuestion(check: FormCheck): DeadlineQuestion | null {
  const startsOn = check.day("startsOn", "请填写起算日");
  const text = check.text("length", "请填写长度");
  const length = /^[1-9]\d{0,3}$/.test(text) ? Number(text) : 0;
  if (length < 1 || length > LONGEST) {
    check.complain("length", `长度应为 1 至 ${String(LONGEST)} 的整数`);
  }
  const message = "请选择其中一项";
  const unit = check.oneOf("unit", ["working-day", "day", "month", "year"] as const, message);
  const rollRule = check.oneOf("rollRule", ["next-working-day", "none"] as const, message);
  const region = check.oneOf("region", ["CN", "CN-GX"] as const, message);
  const direction = check.oneOf("direction", ["after", "before"] as const, message);
  const isWhole = startsOn !== null && unit !== null && rollRule !== null;
  if (!isWhole || region === null || direction === null || check.errors.length > 0) return null;
  return { startsOn, length, unit, rollRule, region, direction };
}
