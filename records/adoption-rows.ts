import { eq, sql } from "drizzle-orm";
import type { AdoptionEvent, ListAdoption } from "../domain/adoption/adoption.ts";
import { evolveAdoption } from "../domain/adoption/evolve-adoption.ts";
import { makeLocalPack } from "../domain/adoption/local-pack.ts";
import type { Transaction } from "../platform/database.ts";
import { lawPacks, listAdoptions } from "../schema/index.ts";
import { recordRegistryEvent } from "./registry-events.ts";

/** A proposed list as it stands, its row held for the length of the transaction; null where there is none. */
export async function lockAdoption(
  tx: Transaction,
  adoptionId: string,
): Promise<ListAdoption | null> {
  const [row] = await tx
    .select({ state: listAdoptions.state })
    .from(listAdoptions)
    .where(eq(listAdoptions.adoptionId, adoptionId))
    .for("update");
  return row?.state ?? null;
}

/**
 * Records what happened to a proposed list: the event on its chain, the row, and, when the list is adopted, the draft of its law pack,
 * all in the caller's transaction.
 */
export async function recordAdoptionEvent(
  tx: Transaction,
  before: ListAdoption | null,
  { type, ...body }: AdoptionEvent,
  by: { readonly userId: string; readonly at: Date },
): Promise<ListAdoption> {
  const adoption = evolveAdoption(before, { type, ...body } as AdoptionEvent); // the same event, put together again
  const { adoptionId, listId, listName, stage, version } = adoption;
  const row = { stage, version, state: adoption, nextDueAt: findNextDue(adoption) };
  if (before === null) {
    const registered = { adoptionId, listId, listName, registeredAt: by.at };
    await tx.insert(listAdoptions).values({ ...registered, ...row });
  } else {
    await tx.update(listAdoptions).set(row).where(eq(listAdoptions.adoptionId, adoptionId));
  }
  await recordRegistryEvent(tx, { subject: subjectOf(adoptionId), type, body, ...by });
  if (type === "ListAdopted") await draftPack(tx, adoption);
  return adoption;
}

/** Under which name the events of a proposed list are chained. */
export function subjectOf(adoptionId: string): string {
  return `list-adoption/${adoptionId}`;
}

/** When the system has something to do by itself; null while it waits for people. */
export function findNextDue({ stage, comment }: ListAdoption): Date | null {
  if (stage !== "public-comment" || comment === null || comment.isOver) return null;
  return new Date(comment.dueAt);
}

async function draftPack(tx: Transaction, adoption: ListAdoption): Promise<void> {
  const body = makeLocalPack(adoption);
  const { listId, version } = body;
  const createdAt = sql`clock_timestamp()`;
  await tx.insert(lawPacks).values({ listId, version, body, state: "draft", createdAt });
}
