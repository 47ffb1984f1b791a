import { sign } from "node:crypto";
import { asc, desc, eq } from "drizzle-orm";
import { strToU8, zipSync, type Zippable } from "fflate";
import type { Actor } from "../../domain/case-file/actor.ts";
import type { Evidence } from "../../domain/case-file/content.ts";
import { isPaperKind, paperTitle } from "../../domain/papers.ts";
import { inTransaction, type Transaction } from "../../platform/database.ts";
import { caseKeyOf } from "../../records/anchor-statement.ts";
import { findChainFaults } from "../../records/verify-chain.ts";
import { anchors, caseEvents, deliveries, papers } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";
import { listArchive, type ArchiveEntry } from "./archive-index.ts";
import { requireOfficial } from "./person.ts";
import { readVisibleCase, type VisibleCase } from "./visible-case.ts";

type ArchiveDeps = Pick<AppDeps, "database" | "blobs" | "encryption" | "signing">;

interface ArchiveRows {
  readonly visible: VisibleCase;
  readonly events: readonly (typeof caseEvents.$inferSelect)[];
  readonly papers: readonly (typeof papers.$inferSelect)[];
  readonly deliveries: readonly (typeof deliveries.$inferSelect)[];
  readonly anchor: { readonly sequence: number; readonly hash: string } | null;
}

/**
 * Packs a case file (案卷) into one archive: an index for people and one for programs, every paper in its file copy (codes masked),
 * every piece of evidence, every event with its link of the chain, and every receipt. The index says whether the chain holds.
 */
export async function exportArchive(
  deps: ArchiveDeps,
  actor: Actor,
  caseId: string,
): Promise<{ readonly bytes: Uint8Array; readonly fileName: string }> {
  requireOfficial(actor);
  const rows = await readRows(deps, actor, caseId);
  const entries = [...(await packPapers(deps, rows)), ...(await packEvidence(deps, rows))];
  const lines = rows.events.map((event) => JSON.stringify(toLine(event))).join("\n");
  const receipts = JSON.stringify(rows.deliveries, null, 2);
  entries.push(
    { path: "events.jsonl", title: "办理事件（含散列链）", bytes: strToU8(lines) },
    { path: "deliveries.json", title: "公示与共享回执", bytes: strToU8(receipts) },
  );
  const { file, chainHead, now } = rows.visible;
  const head = { version: file.version, chainHead };
  const chainFaults = findChainFaults(caseId, rows.events, head);
  const caseKey = caseKeyOf(deps.encryption, caseId);
  const { anchor } = rows;
  const about = { file, entries, chainFaults, packedAt: now, chainHead, caseKey, anchor };
  const index = listArchive(about);
  const archive: Zippable = {};
  for (const entry of [...index, signIndex(deps, index), ...entries]) {
    archive[entry.path] = [entry.bytes, { mtime: now }];
  }
  return { bytes: zipSync(archive), fileName: `${file.caseNumber}.zip` };
}

/** The machine-readable index, signed: with the digests in it, nothing of the archive can be changed unseen. */
function signIndex({ signing }: ArchiveDeps, index: readonly ArchiveEntry[]): ArchiveEntry {
  const bytes = index.find((entry) => entry.path === "index.json")?.bytes ?? new Uint8Array();
  const signature = sign(null, bytes, signing.privateKey).toString("base64");
  const text = JSON.stringify({ keyId: signing.id, algorithm: "Ed25519", signature }, null, 2);
  return { path: "index.sig.json", title: "案卷目录签名", bytes: strToU8(text) };
}

async function readRows(
  { database }: ArchiveDeps,
  actor: Actor,
  caseId: string,
): Promise<ArchiveRows> {
  return inTransaction(
    database,
    async (tx) => ({
      visible: await readVisibleCase(tx, actor, caseId),
      events: await tx
        .select()
        .from(caseEvents)
        .where(eq(caseEvents.caseId, caseId))
        .orderBy(asc(caseEvents.seq)),
      papers: await tx
        .select()
        .from(papers)
        .where(eq(papers.caseId, caseId))
        .orderBy(asc(papers.issuedOn), asc(papers.paperId)),
      anchor: await readNewestAnchor(tx),
      deliveries: await tx
        .select()
        .from(deliveries)
        .where(eq(deliveries.caseId, caseId))
        .orderBy(asc(deliveries.version), asc(deliveries.channel)),
    }),
    { isolation: "repeatable read", readOnly: true },
  );
}

async function readNewestAnchor(tx: Transaction): Promise<ArchiveRows["anchor"]> {
  const [newest] = await tx
    .select({ sequence: anchors.sequence, hash: anchors.hash })
    .from(anchors)
    .orderBy(desc(anchors.sequence))
    .limit(1);
  return newest ?? null;
}

async function packPapers(deps: ArchiveDeps, rows: ArchiveRows): Promise<ArchiveEntry[]> {
  const entries: ArchiveEntry[] = [];
  for (const paper of rows.papers) {
    if (paper.fileBlob === null || !isPaperKind(paper.kind)) continue;
    const place = String(entries.length + 1).padStart(2, "0");
    const title = `${paperTitle(paper.kind)}（${paper.number}）`;
    const path = `papers/${place}-${paper.kind}.pdf`;
    entries.push({ path, title, bytes: await deps.blobs.get(paper.fileBlob) });
  }
  return entries;
}

async function packEvidence(deps: ArchiveDeps, rows: ArchiveRows): Promise<ArchiveEntry[]> {
  const entries: ArchiveEntry[] = [];
  for (const evidence of rows.visible.file.evidence) {
    const place = String(entries.length + 1).padStart(2, "0");
    const path = `evidence/${place}.${endingOf(evidence)}`;
    entries.push({ path, title: evidence.title, bytes: await deps.blobs.get(evidence.blobHash) });
  }
  return entries;
}

/** The ending of the file as it was handed in; its name may say more than an archive should. */
function endingOf({ fileName }: Evidence): string {
  return /\.([0-9a-z]{1,5})$/i.exec(fileName)?.[1]?.toLowerCase() ?? "bin";
}

function toLine(event: typeof caseEvents.$inferSelect): object {
  const { seq, type, at, actId, algorithm, previousHash, hash, body } = event;
  return { seq, type, at, actId, algorithm, previousHash, hash, body };
}
