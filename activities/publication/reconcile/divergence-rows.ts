import { createHash, randomUUID } from "node:crypto";
import { and, eq, inArray, isNull } from "drizzle-orm";
import type { ChannelId } from "../../../domain/publication/channels.ts";
import { POINTS } from "../../../domain/publication/points/index.ts";
import {
  DIVERGENCE_TITLES,
  withoutPersonalData,
  type Divergence,
} from "../../../domain/publication/reconcile/find-divergences.ts";
import type { Transaction } from "../../../platform/database.ts";
import { openIncident } from "../../../records/incident-rows.ts";
import { caseFiles, divergences, elsewhereListings } from "../../../schema/index.ts";

type Row = typeof divergences.$inferSelect;

/** What comparing a channel found, and about which entries it can speak. */
export interface Findings {
  readonly channel: ChannelId;
  readonly now: Date;
  readonly found: readonly Divergence[];
  /** Entries that were compared; of others nothing is known this time. */
  readonly compared: ReadonlySet<string>;
  /** Whether everything was compared, so that unknown entries that are not found any more are gone. */
  readonly isWhole: boolean;
}

/**
 * Keeps what was found. A divergence that is new is put right by sending the entry anew; one that is still there after that calls
 * people (问责事项), and is sent anew every night, for a receiver that has been mended meanwhile; one that is not found any more has
 * ended. Answers with the entries to be sent anew.
 */
export async function keepFindings(
  tx: Transaction,
  findings: Findings,
): Promise<readonly string[]> {
  const { channel, now, found, compared, isWhole } = findings;
  const open = await tx
    .select()
    .from(divergences)
    .where(and(eq(divergences.channel, channel), isNull(divergences.endedAt)));
  const byKey = new Map(open.map((row) => [keyOf(row), row]));
  const seen = new Set<string>();
  const toRepair = new Set<string>();
  for (const divergence of found) {
    const entryId = keptId(divergence);
    const key = keyOf({ entryId, kind: divergence.kind });
    if (seen.has(key)) continue;
    seen.add(key);
    const known = byKey.get(key);
    if (known === undefined) {
      const isOurs = divergence.kind !== "extra";
      await enter(tx, findings, { divergence, entryId, isOurs });
      if (isOurs) toRepair.add(divergence.entryId);
    } else {
      const isAgain = isWhole && known.repairSentAt !== null;
      await see(tx, known, now, isAgain);
      if (isAgain) toRepair.add(divergence.entryId);
    }
  }
  const ended = open.filter(
    (row) =>
      !seen.has(keyOf(row)) && (compared.has(row.entryId) || (isWhole && row.kind === "extra")),
  );
  await end(tx, ended, now);
  return [...toRepair];
}

interface Entering {
  readonly divergence: Divergence;
  readonly entryId: string;
  readonly isOurs: boolean;
}

async function enter(
  tx: Transaction,
  { channel, now }: Findings,
  { divergence, entryId, isOurs }: Entering,
): Promise<void> {
  const row = {
    divergenceId: randomUUID(),
    ...{ channel, entryId, kind: divergence.kind },
    differences: withoutPersonalData(divergence.differences),
    ...{ foundAt: now, lastSeenAt: now, endedAt: null },
    repairSentAt: isOurs ? now : null,
    alarmedAt: isOurs ? null : now,
  };
  await tx.insert(divergences).values(row);
  // Nothing that is sent takes away what was never ours.
  if (!isOurs) await callPeople(tx, row);
}

async function see(tx: Transaction, row: Row, now: Date, isAgain: boolean): Promise<void> {
  const alarmedAt = row.alarmedAt ?? now;
  await tx
    .update(divergences)
    .set({ lastSeenAt: now, alarmedAt, ...(isAgain ? { repairSentAt: now } : {}) })
    .where(eq(divergences.divergenceId, row.divergenceId));
  if (row.alarmedAt === null) await callPeople(tx, { ...row, alarmedAt });
}

async function end(tx: Transaction, rows: readonly Row[], now: Date): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map((row) => row.divergenceId);
  await tx.update(divergences).set({ endedAt: now }).where(inArray(divergences.divergenceId, ids));
}

/** Other sites must show the same (细则（六）): what does not go away by itself is a matter of accountability. */
export async function callPeople(
  tx: Transaction,
  row: Pick<Row, "divergenceId" | "channel" | "entryId" | "kind"> & {
    readonly alarmedAt: Date | null;
  },
): Promise<void> {
  const about = isUuid(row.entryId) ? await findSubject(tx, row.entryId) : {};
  await openIncident(tx, {
    source: `divergence/${row.divergenceId}`,
    kind: "other-breach",
    cause: `公示不一致：${titleOf(row.channel)}，${kindTitle(row.kind)}，自动更正没有成功`,
    ...{ caseId: null, listId: null, authorityId: null, ...about },
    openedAt: row.alarmedAt ?? new Date(0),
    openedBy: "system",
  });
}

/** The case that an entry belongs to, or the list that others decide. */
async function findSubject(tx: Transaction, entryId: string): Promise<Partial<Subject>> {
  const { caseId, listId, authorityId } = caseFiles;
  const [own] = await tx
    .select({ caseId, listId, authorityId })
    .from(caseFiles)
    .where(eq(caseId, entryId));
  if (own !== undefined) return own;
  const [received] = await tx
    .select({ listId: elsewhereListings.listId })
    .from(elsewhereListings)
    .where(eq(elsewhereListings.entryId, entryId));
  return received ?? {};
}

type Subject = Pick<typeof caseFiles.$inferSelect, "caseId" | "listId" | "authorityId">;

function titleOf(channel: string): string {
  return Object.entries(POINTS).find(([id]) => id === channel)?.[1].title ?? channel;
}

function kindTitle(kind: string): string {
  const known = Object.entries({ ...DIVERGENCE_TITLES, ...SILENCE_TITLES });
  return known.find(([id]) => id === kind)?.[1] ?? kind;
}

/** What is wrong with a receiver as a whole. */
const SILENCE_TITLES = { silent: "迟迟没有回执", unreadable: "无法核对所展示的内容" } as const;

/** An id that is not ours could be anything, also somebody's number: only its hash is kept. */
function keptId({ kind, entryId }: Divergence): string {
  if (kind !== "extra" || isUuid(entryId)) return entryId;
  return `sha256:${createHash("sha256").update(entryId).digest("hex").slice(0, 16)}`;
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

function keyOf({ entryId, kind }: Pick<Row, "entryId" | "kind">): string {
  return `${entryId} ${kind}`;
}
