import type { Actor } from "../../domain/case-file/actor.ts";
import type { CommandKind } from "../../domain/case-file/commands.ts";
import { ACT_BODIES } from "../acts/index.ts";
import type { AppDeps } from "../deps.ts";
import { BadInputError } from "./faults.ts";
import { keepAct, type ActOutcome } from "./keep-act.ts";
import { officerFinder } from "./find-officer.ts";
import { evidenceTaker } from "./read-upload.ts";

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
  "database" | "law" | "commandIdKey" | "temporal" | "rulings" | "logger"
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
  });
  return keepAct(deps, { actor, caseId, idempotencyKey, command });
}
