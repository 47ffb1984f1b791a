import { eq } from "drizzle-orm";
import type { Actor } from "../../domain/case-file/actor.ts";
import { commands } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";
import { NotFoundError } from "./faults.ts";
import type { ActOutcome, Verdict } from "./keep-act.ts";

/** A kept act and what became of it. */
export type CommandView = ActOutcome & {
  readonly caseId: string;
  readonly kind: string;
  readonly receivedAt: Date;
};

/** Reads what became of an act; only the person who did it may ask. */
export async function readCommand(
  deps: Pick<AppDeps, "database">,
  actor: Actor,
  commandId: string,
): Promise<CommandView> {
  const rows = await deps.database.select().from(commands).where(eq(commands.commandId, commandId));
  const row = rows[0];
  // The actor was written by `keepAct`.
  if (row === undefined || (row.actor as Actor).userId !== actor.userId) {
    throw new NotFoundError("no such command");
  }
  const { caseId, kind, receivedAt } = row;
  const verdict = row.verdict as Verdict | null; // written by the ruling transaction
  const about = { caseId, kind, receivedAt, commandId };
  return verdict === null ? { ...about, outcome: "pending" } : { ...about, ...verdict };
}
