import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { WorkflowNotFoundError, type Client } from "@temporalio/client";
import { asc, eq, sql } from "drizzle-orm";
import type { Actor } from "../../domain/case-file/actor.ts";
import type { Command } from "../../domain/case-file/commands.ts";
import type { CaseFile } from "../../domain/case-file/state.ts";
import type { Database } from "../../platform/database.ts";
import { caseEvents, caseFiles, commands, followUps } from "../../schema/index.ts";
import { actUpdate, listingCaseId } from "../../workflows/messages.ts";
import { within } from "./within.ts";

/** What was ruled on an act. */
export type Verdict =
  | { readonly outcome: "accepted"; readonly version: number; readonly stage: string }
  | {
      readonly outcome: "refused";
      readonly refusal: {
        readonly kind: string;
        readonly findings: readonly {
          readonly ruleId: string;
          readonly missing: string;
          readonly toDo: string;
        }[];
      };
    };

/** How an act is kept: under which id, and when it was received; now, unless a moment is given. */
export interface KeepOptions {
  readonly id?: string;
  readonly receivedAt?: Date;
}

/** What tests do with cases that run. */
export interface CaseStore {
  /** Keeps an act and has it ruled on; answers with the verdict. */
  readonly act: (caseId: string, actor: Actor, command: Command, id?: string) => Promise<Verdict>;
  /** Keeps an act in the database, and tells nobody. */
  readonly keep: (
    caseId: string,
    actor: Actor,
    command: Command,
    options?: KeepOptions,
  ) => Promise<string>;
  /** Tells the case's workflow of a kept act, and waits until it is ruled on. */
  readonly send: (caseId: string, commandId: string, kind: string) => Promise<void>;
  readonly verdictOf: (commandId: string) => Promise<Verdict | null>;
  readonly waitForVerdict: (commandId: string) => Promise<Verdict>;
  readonly read: (caseId: string) => Promise<CaseFile>;
  readonly until: (caseId: string, isDone: (file: CaseFile) => boolean) => Promise<CaseFile>;
}

const WAIT_MS = 90_000;

export function storeOf(database: Database, client: Client): CaseStore {
  const read = (caseId: string) => readCase(database, caseId);
  const verdictOf = (commandId: string) => readVerdict(database, commandId);
  const keep: CaseStore["keep"] = async (caseId, actor, command, options = {}) => {
    const commandId = options.id ?? randomUUID();
    const receivedAt = options.receivedAt ?? sql`case_clock_now()`;
    await database
      .insert(commands)
      .values({
        ...{ commandId, caseId, actor, receivedAt },
        ...{ kind: command.kind, body: command, requestHash: "test" },
      })
      .onConflictDoNothing();
    return commandId;
  };
  const send: CaseStore["send"] = async (caseId, commandId, kind) => {
    try {
      const ruled = client.workflow
        .getHandle(listingCaseId(caseId))
        .executeUpdate(actUpdate, { updateId: commandId, args: [{ commandId, kind }] });
      await within(WAIT_MS, `${kind} of case ${caseId}`, ruled);
    } catch (error) {
      // The look that another act caused can have ruled on this one too, and have been the case's last.
      const isOver = error instanceof WorkflowNotFoundError;
      if (!isOver || (await verdictOf(commandId)) === null) throw error;
    }
  };
  return {
    read,
    keep,
    send,
    verdictOf,
    waitForVerdict: (commandId) => waitFor(() => verdictOf(commandId), "a ruling on the act"),
    until: (caseId, isDone) =>
      waitFor(async () => {
        const file = await read(caseId);
        return isDone(file) ? file : null;
      }, "the case to come to what was expected"),
    async act(caseId, actor, command, id) {
      const commandId = await keep(caseId, actor, command, id === undefined ? {} : { id });
      await send(caseId, commandId, command.kind);
      const verdict = await verdictOf(commandId);
      if (verdict === null) throw new Error("the act was not ruled on");
      return verdict;
    },
  };
}

async function waitFor<Thing>(look: () => Promise<Thing | null>, what: string): Promise<Thing> {
  const startedAt = performance.now();
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    if (performance.now() - startedAt > WAIT_MS) throw new Error(`waited in vain for ${what}`);
    await pause(25);
  }
}

async function readCase(database: Database, caseId: string): Promise<CaseFile> {
  const [row] = await database
    .select({ state: caseFiles.state })
    .from(caseFiles)
    .where(eq(caseFiles.caseId, caseId));
  if (row === undefined) throw new Error("no such case");
  return row.state;
}

async function readVerdict(database: Database, commandId: string): Promise<Verdict | null> {
  const [row] = await database.select().from(commands).where(eq(commands.commandId, commandId));
  return (row?.verdict ?? null) as Verdict | null; // written by the transaction under test
}

/** Every event of a case by type, in order. */
export async function eventTypesOf(database: Database, caseId: string): Promise<readonly string[]> {
  const rows = await database
    .select({ type: caseEvents.type })
    .from(caseEvents)
    .where(eq(caseEvents.caseId, caseId))
    .orderBy(asc(caseEvents.seq));
  return rows.map((row) => row.type);
}

/** The acts of a case's events in their order, each named once. */
export async function actIdsOf(database: Database, caseId: string): Promise<readonly string[]> {
  const rows = await database
    .select({ actId: caseEvents.actId })
    .from(caseEvents)
    .where(eq(caseEvents.caseId, caseId))
    .orderBy(asc(caseEvents.seq));
  return rows.map((row) => row.actId).filter((id, index, ids) => id !== ids[index - 1]);
}

/** How much follow-up work of a case is still open. */
export async function countOpenWork(database: Database, caseId: string): Promise<number> {
  const rows = await database
    .select({ id: followUps.followUpId })
    .from(followUps)
    .where(sql`case_id = ${caseId} and done_at is null`);
  return rows.length;
}
