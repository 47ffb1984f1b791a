import type { Static, TSchema } from "typebox";
import { Check, Errors } from "typebox/value";
import type { Actor } from "../../domain/case-file/actor.ts";
import type { CommandKind, CommandOf } from "../../domain/case-file/commands.ts";
import type { Evidence, ServiceAddress } from "../../domain/case-file/content.ts";
import { BadInputError } from "../use-cases/faults.ts";
import { describeErrors } from "../use-cases/field-errors.ts";
import type { EvidenceRef } from "./parts.ts";

/** What an act's body needs to become a command. */
export interface ActHelpers {
  readonly actor: Actor;
  /** Turns an uploaded file of the actor's own into evidence. */
  readonly takeEvidence: (ref: EvidenceRef) => Promise<Evidence>;
  /** Finds the account of an officer of the case's authority by its name; null where there is none. */
  readonly findOfficer: (username: string) => Promise<string | null>;
  /** Keeps an address for service encrypted, and tells its id. */
  readonly keepServiceAddress: (address: ServiceAddress) => Promise<string>;
}

/** One kind of act as it comes in: what its body must look like, and the command that it means. */
export interface ActBody {
  readonly kind: CommandKind;
  readonly bodySchema: TSchema;
  /** Checks the body; throws `BadInputError` where it is not well-formed. */
  readonly toCommand: (body: unknown, helpers: ActHelpers) => Promise<CommandOf<CommandKind>>;
}

/** Defines an act's body; the types tie schema and command to the kind. */
export function defineAct<Kind extends CommandKind, Schema extends TSchema>(act: {
  readonly kind: Kind;
  readonly bodySchema: Schema;
  readonly toCommand: (
    body: Static<Schema>,
    helpers: ActHelpers,
  ) => CommandOf<Kind> | Promise<CommandOf<Kind>>;
}): ActBody & { readonly kind: Kind } {
  const { kind, bodySchema } = act;
  return {
    kind,
    bodySchema,
    toCommand: async (body, helpers) => {
      if (!isBody(bodySchema, body)) {
        throw new BadInputError(describeErrors(Errors(bodySchema, body), bodySchema));
      }
      return act.toCommand(body, helpers);
    },
  };
}

function isBody<Schema extends TSchema>(schema: Schema, body: unknown): body is Static<Schema> {
  return Check(schema, body);
}
