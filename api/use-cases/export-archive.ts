import { sign } from "node:crypto";
import { asc, desc, eq } from "drizzle-orm";
import { strToU8, zipSync, type Zippable } from "fflate";
import type { Actor } from "../../domain/case-file/actor.ts";
import type { Evidence } from "../../domain/case-file/content.ts";
import { isPaperKind, isVolumeSheet, paperTitle, VOLUME_SHEETS } from "../../domain/papers.ts";
import { inTransaction, type Transaction } from "../../platform/database.ts";
import { caseKeyOf } from "../../records/anchor-statement.ts";
import { findChainFaults } from "../../records/verify-chain.ts";
import { anchors, type caseEvents, deliveries } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";
import { listArchive, type ArchiveEntry } from "./archive-index.ts";
import { drawVolume, readBoundCase, recordTaking, type BoundCase } from "./case-volume.ts";
import { requireOfficial } from "./person.ts";

type ArchiveDeps = Pick<
  AppDeps,
  "database" | "law" | "blobs" | "encryption" | "signing" | "drawing"
>;

interface ArchiveRows extends BoundCase {
  readonly deliveries: readonly (typeof deliveries.$inferSelect)[];
  readonly anchor: { readonly sequence: number; readonly hash: string } | null;
}

/**
 * Packs a case file (案卷) into one archive: cover, contents and reference sheet, an index for people and one for programs, every paper in its file copy (codes masked),
 * every piece of evidence, every event with its link of the chain, and every receipt. The index says whether the chain holds.
 */
export async function exportArchive(
  deps: ArchiveDeps,
  actor: Actor,
  caseId: string,
): Promise<{ readonly bytes: Uint8Array; readonly fileName: string }> {
  requireOfficial(actor);
  await recordTaking(deps, actor, caseId);
  const rows = await readRows(deps, actor, caseId);
  const entries = [
    ...(await packSheets(deps, rows)),
    ...(await packPapers(deps, rows)),
    ...(await packEvidence(deps, rows)),
  ];
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

async function readRows(deps: ArchiveDeps, actor: Actor, caseId: string): Promise<ArchiveRows> {
  return inTransaction(
    deps.database,
    async (tx) => ({
      ...(await readBoundCase(deps, tx, actor, caseId)),
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

const SHEETS = Object.keys(VOLUME_SHEETS).filter(isVolumeSheet);

/** Cover, contents and reference sheet. One that cannot be made keeps nobody from the rest: what it lacks is said in its place. */
async function packSheets(deps: ArchiveDeps, rows: ArchiveRows): Promise<ArchiveEntry[]> {
  const drawn = await drawVolume(deps, rows);
  return SHEETS.map((sheet) => {
    const [title, made] = [VOLUME_SHEETS[sheet].shortTitle, drawn[sheet]];
    return made.kind === "drawn"
      ? { path: `volume/${sheet}.pdf`, title, bytes: made.bytes }
      : { path: `volume/${sheet}.txt`, title: `${title}未能生成`, bytes: strToU8(made.missing) };
  });
}

async function packPapers(deps: ArchiveDeps, rows: ArchiveRows): Promise<ArchiveEntry[]> {
  const entries: ArchiveEntry[] = [];
  for (const paper of rows.papers) {
    if (!isPaperKind(paper.kind)) continue;
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
