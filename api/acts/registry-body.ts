import type { Static, TSchema } from "typebox";
import { Check, Errors } from "typebox/value";
import type { Evidence } from "../../domain/case-file/content.ts";
import { BadInputError } from "../use-cases/faults.ts";
import { describeErrors } from "../use-cases/field-errors.ts";
import type { EvidenceRef } from "./parts.ts";

/** Turns an uploaded file of the actor's own into evidence. */
export type TakeEvidence = (ref: EvidenceRef) => Promise<Evidence>;

/** An act on a registry as it comes in: what its body must look like, and the command that it means. */
export interface RegistryBody<Command> {
  readonly bodySchema: TSchema;
  /** Checks the body; throws `BadInputError` where it is not well-formed. */
  readonly toCommand: (body: unknown, takeEvidence: TakeEvidence) => Promise<Command>;
}

/** Defines the body of an act on a registry; the types tie schema and command together. */
export function defineRegistryAct<Command, Schema extends TSchema>(
  bodySchema: Schema,
  toCommand: (body: Static<Schema>, takeEvidence: TakeEvidence) => Command | Promise<Command>,
): RegistryBody<Command> {
  const isBody = (body: unknown): body is Static<Schema> => Check(bodySchema, body);
  return {
    bodySchema,
    toCommand: async (body, takeEvidence) => {
      if (!isBody(body))
        throw new BadInputError(describeErrors(Errors(bodySchema, body), bodySchema));
      return toCommand(body, takeEvidence);
    },
  };
}
