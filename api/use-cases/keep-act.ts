import { sql } from "drizzle-orm";
import type { Actor } from "../../domain/case-file/actor.ts";
import type { Command } from "../../domain/case-file/commands.ts";
import { decide } from "../../domain/case-file/decide.ts";
import type { Refusal } from "../../domain/refusal.ts";
import type { Stage } from "../../domain/case-file/stages.ts";
import { inTransaction, type Transaction } from "../../platform/database.ts";
import { makeContext } from "../../records/case-context.ts";
import { findActFacts } from "../../records/act-facts.ts";
import { storeRefusal } from "../../records/refusal-rows.ts";
import { commands } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";
import { announceAct } from "./announce-act.ts";
import { hashRequest, makeCommandId } from "./command-id.ts";
import { KeyReusedError } from "./faults.ts";
import { readVisibleCase, readCaseLaw, type VisibleCase } from "./visible-case.ts";

/** An act on a case: by whom, on which, under which key of the caller, and what. */
export interface ActRequest {
  readonly actor: Actor;
  readonly caseId: string;
  readonly idempotencyKey: string;
  readonly command: Command;
}

/** What the transaction ruled on an act, as it is stored with the command. */
export type Verdict =
  | { readonly outcome: "accepted"; readonly version: number; readonly stage: Stage }
  | { readonly outcome: "refused"; readonly refusal: Refusal };

/** What became of an act: done, not allowed, or kept and still to be ruled on. */
export type ActOutcome =
  | (Extract<Verdict, { outcome: "accepted" }> & { readonly commandId: string })
  | {
      readonly outcome: "refused";
      /** Null where it was refused at once and no command was kept. */
      readonly commandId: string | null;
      readonly refusal: Refusal;
    }
  | { readonly outcome: "pending"; readonly commandId: string };

type UseCaseDeps = Pick<
  AppDeps,
  "database" | "law" | "commandIdKey" | "temporal" | "rulings" | "logger"
>;

/**
 * Keeps an act and has it ruled on (办理). From the commit on it cannot be lost: whatever happens to Temporal or to this
 * process, the act is ruled on once, as of the moment it was received.
 */
export async function keepAct(deps: UseCaseDeps, request: ActRequest): Promise<ActOutcome> {
  const { actor, caseId, idempotencyKey, command } = request;
  const commandId = makeCommandId(deps.commandIdKey, actor.userId, caseId, idempotencyKey);
  const ruling = deps.rulings.waitFor(commandId);
  try {
    const kept = await inTransaction(deps.database, (tx) => keep(deps, tx, request, commandId));
    if (kept.outcome !== "pending") return kept;
    // The ruling counts from its commit on; that Temporal writes down its own part of it is nobody's wait.
    const announced = announceAct(deps, { caseId, commandId, kind: command.kind });
    await Promise.race([announced, ruling.arrived]);
    // The act is kept: a database that went away since does not make it fail.
    return await readOutcome(deps, commandId).catch(() => kept);
  } finally {
    ruling.forget();
  }
}

async function keep(
  deps: UseCaseDeps,
  tx: Transaction,
  request: ActRequest,
  commandId: string,
): Promise<ActOutcome> {
  const { actor, caseId, command } = request;
  const visible = await readVisibleCase(tx, actor, caseId, "share");
  const requestHash = hashRequest(deps.commandIdKey, command);
  const { now, known } = await readNowAndKnown(tx, commandId);
  if (known !== null) return repeat(known, requestHash, commandId);
  const refusal = await judgeEarly(deps, tx, { ...visible, now }, request, commandId);
  if (refusal !== null) {
    await storeRefusal(tx, { caseId, commandId: null, act: command.kind, actor, refusal });
    return { outcome: "refused", commandId: null, refusal };
  }
  const row = { commandId, caseId, kind: command.kind, body: command, requestHash, actor };
  const inserted = await tx
    .insert(commands)
    .values({ ...row, receivedAt: now })
    .onConflictDoNothing()
    .returning({ commandId: commands.commandId });
  if (inserted.length > 0) return { outcome: "pending", commandId };
  // The same request came twice at once, and the other one was faster.
  const twin = await readNowAndKnown(tx, commandId);
  if (twin.known === null) throw new Error("a command of this id is neither there nor not");
  return repeat(twin.known, requestHash, commandId);
}

interface KnownCommand {
  readonly requestHash: string;
  readonly verdict: Verdict | null;
}

/** The moment is read after the lock was taken: no act is received before one that was already ruled on. */
async function readNowAndKnown(
  tx: Transaction,
  commandId: string,
): Promise<{ readonly now: Date; readonly known: KnownCommand | null }> {
  const result = await tx.execute<{
    now: string;
    request_hash: string | null;
    verdict: Verdict | null;
  }>(sql`
    select case_clock_now()::text as now, c.request_hash, c.verdict
    from (values (1)) as one left join commands c on c.command_id = ${commandId}`);
  const row = result.rows[0];
  if (row === undefined) throw new Error("the database did not tell the time");
  const known =
    row.request_hash === null ? null : { requestHash: row.request_hash, verdict: row.verdict };
  return { now: new Date(row.now), known };
}

function repeat(known: KnownCommand, requestHash: string, commandId: string): ActOutcome {
  if (known.requestHash !== requestHash) throw new KeyReusedError("another act has this key");
  return known.verdict === null
    ? { outcome: "pending", commandId }
    : { ...known.verdict, commandId };
}

/** A refusal that is plain from the case as it stands ends here; only the ruling transaction can accept. */
async function judgeEarly(
  deps: UseCaseDeps,
  tx: Transaction,
  visible: VisibleCase,
  { actor, command }: ActRequest,
  actId: string,
): Promise<Refusal | null> {
  const law = await readCaseLaw(deps.law, tx, visible);
  const facts = await findActFacts(tx, visible.file, command.kind);
  const context = makeContext(law, { actId, actor, at: visible.now }, facts);
  const judgement = decide(command, visible.file, context);
  return judgement.kind === "refused" ? judgement.refusal : null;
}

/** Reads what the transaction ruled; nothing yet means that the act is kept and will be. */
async function readOutcome(deps: UseCaseDeps, commandId: string): Promise<ActOutcome> {
  const result = await deps.database.execute<{ verdict: Verdict | null }>(
    sql`select verdict from commands where command_id = ${commandId}`,
  );
  const verdict = result.rows[0]?.verdict ?? null;
  return verdict === null ? { outcome: "pending", commandId } : { ...verdict, commandId };
}
