import type { FastifyRequest } from "fastify";
import { BadInputError } from "../../api/use-cases/faults.ts";
import type { FieldError } from "./form-check.ts";
import type { FormInput } from "./form-input.ts";
import { readTexts } from "./receive-form.ts";

/** A form without files, as it came. */
export function readTextForm(request: FastifyRequest): FormInput {
  return { texts: readTexts(request), uploads: new Map() };
}

/** What is wrong with what was handed in, each at its field; any other error is a fault and rises. */
export function faultsAtFields(error: unknown, whole = "form"): readonly FieldError[] {
  if (!(error instanceof BadInputError)) throw error;
  return error.errors.map(({ field, message }) => ({
    field: field.split("/")[1] ?? whole,
    message,
  }));
}
