import { asc, eq, inArray } from "drizzle-orm";
import type { Actor } from "../../domain/case-file/actor.ts";
import type { Evidence } from "../../domain/case-file/content.ts";
import type { CaseEvent } from "../../domain/case-file/events.ts";
import type { CaseFile } from "../../domain/case-file/state.ts";
import { dayOf, parseDay } from "../../domain/deadlines/calendar-day.ts";
import { isPaperKind, paperTitle, VOLUME_SHEETS, type VolumeSheet } from "../../domain/papers.ts";
import type { VolumeItem, VolumeSubject } from "../../domain/volume.ts";
import { inTransaction, type Transaction } from "../../platform/database.ts";
import { readParty } from "../../records/party-rows.ts";
import { findChainFaults } from "../../records/verify-chain.ts";
import { accounts, caseEvents, papers } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";
import { countPages } from "./count-pages.ts";
import { ConflictError } from "./faults.ts";
import { HANDLING, logReading } from "./party-view.ts";
import { handlesCases, requireOfficial } from "./person.ts";
import type { FileView } from "./read-paper-file.ts";
import { readCaseLaw, readVisibleCase, type VisibleCase } from "./visible-case.ts";

type VolumeDeps = Pick<AppDeps, "database" | "law" | "blobs" | "encryption" | "drawing">;

/** A paper of the case whose file is made. */
export type MadePaper = Omit<typeof papers.$inferSelect, "fileBlob"> & {
  readonly fileBlob: string;
};

/** A case file as it is bound: what lies in it, in order. */
export interface BoundCase {
  readonly visible: VisibleCase;
  readonly events: readonly (typeof caseEvents.$inferSelect)[];
  readonly papers: readonly MadePaper[];
  readonly subject: Omit<VolumeSubject, "items">;
}

/** Draws one sheet of a case volume as the case stands now (案卷封面、卷内目录或者备考表). */
export async function drawVolumeSheet(
  deps: VolumeDeps,
  actor: Actor,
  caseId: string,
  sheet: VolumeSheet,
): Promise<FileView> {
  requireOfficial(actor);
  await recordTaking(deps, actor, caseId);
  const read = (tx: Transaction) => readBoundCase(deps, tx, actor, caseId);
  const bound = await inTransaction(deps.database, read, { isolation: "repeatable read" });
  const drawn = (await drawVolume(deps, bound))[sheet];
  if (drawn.kind === "incomplete") throw new ConflictError(drawn.missing);
  const fileName = `${VOLUME_SHEETS[sheet].shortTitle}${bound.subject.file.caseNumber}.pdf`;
  return { bytes: Buffer.from(drawn.bytes), fileName, mediaType: "application/pdf" };
}

/** Draws all sheets of a volume; its pages are counted in the very files that lie in it. */
export async function drawVolume(
  deps: VolumeDeps,
  bound: BoundCase,
): ReturnType<AppDeps["drawing"]["drawVolume"]> {
  const items = [...(await listPapers(deps, bound)), ...(await listEvidence(deps, bound))];
  return deps.drawing.drawVolume({ ...bound.subject, items });
}

/** Puts on record that a case's volume was taken out, by whom and why (查询登记). */
export async function recordTaking(
  deps: Pick<AppDeps, "database">,
  actor: Actor,
  caseId: string,
): Promise<void> {
  await inTransaction(deps.database, async (tx) => {
    const { today } = await readVisibleCase(tx, actor, caseId);
    const purpose = handlesCases(actor) ? HANDLING : "监督检查调取案卷";
    await logReading(tx, { caseId, userId: actor.userId, purpose, today });
  });
}

/** Reads a case with everything its volume is made of. */
export async function readBoundCase(
  deps: Pick<AppDeps, "law" | "encryption">,
  tx: Transaction,
  actor: Actor,
  caseId: string,
): Promise<BoundCase> {
  const visible = await readVisibleCase(tx, actor, caseId);
  const { file, chainHead, authority, today } = visible;
  const { pack } = await readCaseLaw(deps.law, tx, visible);
  const rows = await tx.select().from(papers).where(eq(papers.caseId, caseId));
  const events = await tx
    .select()
    .from(caseEvents)
    .where(eq(caseEvents.caseId, caseId))
    .orderBy(asc(caseEvents.seq));
  const made = inOrder(file, rows);
  const faults = findChainFaults(caseId, events, { version: file.version, chainHead });
  const names = await readNames(tx, [actor.userId, file.officerId, ...file.contributors]);
  const officers = [file.officerId, ...file.contributors].flatMap((id) => names.get(id) ?? []);
  const subject = {
    ...{ file, pack, authority, today },
    party: await readParty(tx, deps.encryption, file.partyId),
    unmade: rows.length - made.length,
    officers: [...new Set(officers)],
    binder: handlesCases(actor) ? (names.get(actor.userId) ?? null) : null,
    chain: { events: events.length, isIntact: faults.length === 0, head: chainHead },
  };
  return { visible, events, papers: made, subject };
}

/** In the order in which they were issued. */
function inOrder(file: CaseFile, rows: readonly (typeof papers.$inferSelect)[]): MadePaper[] {
  const places = new Map(file.papers.map(({ paperId }, place) => [paperId, place]));
  return rows
    .flatMap((row) => (row.fileBlob === null ? [] : [{ ...row, fileBlob: row.fileBlob }]))
    .toSorted((a, b) => (places.get(a.paperId) ?? 0) - (places.get(b.paperId) ?? 0));
}

async function readNames(
  tx: Transaction,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .select({ userId: accounts.userId, name: accounts.displayName })
    .from(accounts)
    .where(inArray(accounts.userId, [...new Set(userIds)]));
  return new Map(rows.map(({ userId, name }) => [userId, name]));
}

async function listPapers(deps: VolumeDeps, bound: BoundCase): Promise<readonly VolumeItem[]> {
  const items: VolumeItem[] = [];
  for (const paper of bound.papers) {
    const bytes = await deps.blobs.get(paper.fileBlob);
    items.push({
      title: isPaperKind(paper.kind) ? paperTitle(paper.kind) : paper.kind,
      number: paper.number,
      author: bound.visible.authority.name,
      day: parseDay(paper.issuedOn),
      pages: countPages(bytes, "application/pdf"),
    });
  }
  return items;
}

async function listEvidence(deps: VolumeDeps, bound: BoundCase): Promise<readonly VolumeItem[]> {
  const { file, authority } = bound.visible;
  const items: VolumeItem[] = [];
  for (const evidence of file.evidence) {
    const document = file.basisDocuments.find((each) => each.evidenceId === evidence.evidenceId);
    const event = findFiling(bound.events, evidence.evidenceId);
    const isPartys = event?.by.role === "party";
    items.push({
      title: evidence.title,
      number: document?.number ?? null,
      author: document?.issuingOrgan ?? (isPartys ? bound.subject.party.name : authority.name),
      day: document?.issuedOn ?? (event === null ? null : dayOf(new Date(event.at))),
      pages: await countEvidence(deps, evidence),
    });
  }
  return items;
}

async function countEvidence(
  deps: VolumeDeps,
  { blobHash, mediaType }: Evidence,
): Promise<number | null> {
  return countPages(await deps.blobs.get(blobHash), mediaType);
}

/** The event that brought a piece of evidence; null where the record was tampered with and does not say. */
function findFiling(rows: BoundCase["events"], evidenceId: string): CaseEvent | null {
  const named = `"evidenceId":${JSON.stringify(evidenceId)}`;
  const row = rows.find(({ body }) => body.includes(named));
  return row === undefined ? null : (JSON.parse(row.body) as CaseEvent); // written by this product
}
