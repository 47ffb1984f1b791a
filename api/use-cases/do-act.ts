import type { Actor } from "../../domain/case-file/actor.ts";
import type { CommandKind } from "../../domain/case-file/commands.ts";
import type { ServiceAddress } from "../../domain/case-file/content.ts";
import { inTransaction } from "../../platform/database.ts";
import { keepServiceAddress } from "../../records/service-addresses.ts";
import { ACT_BODIES } from "../acts/index.ts";
import type { AppDeps } from "../deps.ts";
import { BadInputError } from "./faults.ts";
import { keepAct, type ActOutcome } from "./keep-act.ts";
import { officerFinder } from "./find-officer.ts";
import { evidenceTaker } from "./read-upload.ts";
import { readVisibleCase } from "./visible-case.ts";

/** An act as it comes in from a page or a caller: its kind, and a body that is still to be checked. */
export interface IncomingAct {
  readonly actor: Actor;
  readonly caseId: string;
  readonly kind: CommandKind;
  readonly body: unknown;
  readonly idempotencyKey: string;
}

type ActDeps = Pick<
  AppDeps,
  "database" | "law" | "commandIdKey" | "temporal" | "rulings" | "logger" | "encryption"
>;

/** Checks what came in, makes the command that it means, and keeps it. */
export async function doAct(deps: ActDeps, act: IncomingAct): Promise<ActOutcome> {
  const { actor, caseId, kind, body, idempotencyKey } = act;
  if (!/^[\x21-\x7e]{8,200}$/.test(idempotencyKey)) {
    throw new BadInputError([
      { field: "/idempotency-key", message: "Idempotency-Key 应为 8 至 200 个字母、数字或符号" },
    ]);
  }
  const command = await ACT_BODIES[kind].toCommand(body, {
    actor,
    takeEvidence: evidenceTaker(deps, actor),
    findOfficer: officerFinder(deps, caseId),
    keepServiceAddress: (address) => keepAddress(deps, actor, caseId, address),
  });
  return keepAct(deps, { actor, caseId, idempotencyKey, command });
}

/** Nothing is kept for a case that this person does not see. */
async function keepAddress(
  deps: ActDeps,
  actor: Actor,
  caseId: string,
  address: ServiceAddress,
): Promise<string> {
  await inTransaction(deps.database, (tx) => readVisibleCase(tx, actor, caseId), {
    readOnly: true,
  });
  return keepServiceAddress(deps.database, deps.encryption, caseId, address);
}
