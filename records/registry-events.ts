import canonicalize from "canonicalize";
import { desc, eq } from "drizzle-orm";
import type { Transaction } from "../platform/database.ts";
import { registryEvents } from "../schema/index.ts";
import { CHAIN_ALGORITHM, CHAIN_START, hashLink } from "./chain.ts";

/** Something that was done to a registry, by whom and when. */
export interface RegistryEvent {
  /** What it was done to: `incident/<id>` and the like; the caller holds its row under lock, or has just made it. */
  readonly subject: string;
  readonly type: string;
  /** What it says; no personal data. */
  readonly body: object;
  readonly userId: string;
  readonly at: Date;
}

/** Adds an event to the chain of its subject (登记簿留痕), in the transaction that did it. */
export async function recordRegistryEvent(tx: Transaction, event: RegistryEvent): Promise<void> {
  const { subject, type, userId, at } = event;
  const [last] = await tx
    .select({ seq: registryEvents.seq, hash: registryEvents.hash })
    .from(registryEvents)
    .where(eq(registryEvents.subject, subject))
    .orderBy(desc(registryEvents.seq))
    .limit(1);
  const seq = (last?.seq ?? 0) + 1;
  const previousHash = last?.hash ?? CHAIN_START;
  const body = canonicalize({ type, userId, at: at.toISOString(), ...event.body });
  if (body === undefined) throw new Error("an event has no canonical form");
  const hash = hashLink(subject, seq, body, previousHash);
  await tx.insert(registryEvents).values({
    subject,
    seq,
    type,
    body,
    userId,
    at,
    algorithm: CHAIN_ALGORITHM,
    previousHash,
    hash,
  });
}
