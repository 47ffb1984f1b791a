import type { FastifyRequest } from "fastify";
import type { FieldError } from "../../forms/form-check.ts";
import { inputOf, textOf, type FormInput } from "../../forms/form-input.ts";
import { readTextForm } from "../../forms/text-form.ts";

/** Who is looked for, or what is wrong with the question. */
export interface AskedName {
  readonly who: FormInput | null;
  readonly searchErrors: readonly FieldError[];
}

/** Reads whom a form looks for by the whole name or number. */
export function receiveWholeName(request: FastifyRequest): AskedName {
  const who = inputOf({ who: textOf(readTextForm(request), "who") });
  if (textOf(who, "who").length >= 2) return { who, searchErrors: [] };
  const message = "请填写完整的名称、代码或者证件号码";
  return { who: null, searchErrors: [{ field: "who", message }] };
}
