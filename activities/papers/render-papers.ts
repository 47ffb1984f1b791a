import canonicalize from "canonicalize";
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { SYSTEM_ACTOR } from "../../domain/case-file/actor.ts";
import { stamp } from "../../domain/case-file/decide.ts";
import type { CaseFile } from "../../domain/case-file/state.ts";
import { dayOf } from "../../domain/deadlines/calendar-day.ts";
import { maskCode } from "../../domain/masking/mask.ts";
import { isPaperKind } from "../../domain/papers.ts";
import type { BlobStore } from "../../platform/blobs.ts";
import { inTransaction, type Transaction } from "../../platform/database.ts";
import type { FieldEncryption } from "../../platform/encryption.ts";
import { isDiskFull } from "../../platform/disk-full.ts";
import { SealError } from "../../platform/seal-error.ts";
import type { Seals } from "../../platform/seals.ts";
import { makeContext } from "../../records/case-context.ts";
import { lockCase, type LockedCase } from "../../records/case-row.ts";
import { keepTemplate, type KeptTemplate } from "../../records/paper-templates.ts";
import { readParty } from "../../records/party-rows.ts";
import { readEvents, replayForPaper } from "../../records/read-events.ts";
import { recordEvents, saveCase } from "../../records/record-events.ts";
import { readServiceAddress } from "../../records/service-addresses.ts";
import { followUps, papers } from "../../schema/index.ts";
import type { PaperSubject } from "../../templates/compose/subject.ts";
import { templateOf } from "../../templates/papers/template.ts";
import { readStanding } from "../case-record/read-standing.ts";
import type { CaseStanding } from "../case-record/standing.ts";
import type { RecordDeps } from "../case-record/settle-case.ts";
import { findSigner, makeSignedPaper, type SigningMoments } from "./make-paper.ts";
import { readOfficial } from "./read-official.ts";
import type { PaperRenderer } from "./paper-renderer.ts";
import { tellOfWaitingPaper, type WaitingReason } from "./tell-of-waiting-paper.ts";

/** What making papers needs besides the record. */
export interface PaperDeps extends RecordDeps {
  readonly encryption: FieldEncryption;
  readonly blobs: BlobStore;
  readonly renderer: PaperRenderer;
  readonly seals: Seals;
  /** Address of the system, printed on papers, without a slash at its end. */
  readonly publicUrl: string;
  /** True outside production: seals are marked as specimens. */
  readonly specimen: boolean;
}

type PaperRow = typeof papers.$inferSelect;

/**
 * Renders and signs every paper of a case that is still to be made, and keeps its bytes: one copy to serve, one for the file with the
 * party's code masked. A paper that is kept is never made again: it is signed once. While a seal is missing its paper waits, and
 * the people concerned are told.
 */
export async function renderPapers(deps: PaperDeps, caseId: string): Promise<CaseStanding> {
  const open = await inTransaction(deps.database, (tx) => findOpenPapers(tx, caseId), {
    readOnly: true,
  });
  for (const paper of open) await renderOne(deps, paper);
  return inTransaction(deps.database, async (tx) => {
    const { file } = await lockCase(tx, caseId);
    return readStanding(tx, file);
  });
}

async function findOpenPapers(tx: Transaction, caseId: string): Promise<readonly PaperRow[]> {
  const rows = await tx
    .select({ paper: papers })
    .from(followUps)
    .innerJoin(papers, eq(papers.paperId, followUps.paperId))
    .where(and(eq(followUps.caseId, caseId), isNull(followUps.doneAt)))
    .orderBy(asc(followUps.createdAt), asc(followUps.followUpId));
  return rows.map((row) => row.paper);
}

async function renderOne(deps: PaperDeps, row: PaperRow): Promise<void> {
  try {
    await keep(deps, row, await make(deps, row));
  } catch (error) {
    const reason = whyItWaits(error);
    if (reason !== null) {
      await inTransaction(deps.database, (tx) => tellOfWaitingPaper(tx, row, reason));
    }
    throw error;
  }
}

/** What people can do something about; anything else goes away by itself. */
function whyItWaits(error: unknown): WaitingReason | null {
  if (error instanceof SealError) {
    return { code: error.code, words: `未能签章：${error.message}` };
  }
  if (!isDiskFull(error)) return null;
  return { code: "no-space", words: "存储空间不足，没有生成；腾出空间后自动生成，不会丢失" };
}

async function make(deps: PaperDeps, row: PaperRow): Promise<Made> {
  const { kind } = row;
  if (!isPaperKind(kind)) throw new Error("a paper of an unknown kind was issued");
  const read = (tx: Transaction) => readSubject(deps, tx, row);
  const { subject, moments } = await inTransaction(deps.database, read, { readOnly: true });
  const day = dayOf(moments.issuedAt);
  const signer = await findSigner(deps.seals, subject.authority, day, moments);
  const makeCopy = (code: PaperSubject["code"]) =>
    makeSignedPaper(deps.renderer, signer, kind, { ...subject, code }, moments.issuedAt);
  const [inClear, masked] = [codeOf(deps, row, "clear"), codeOf(deps, row, "masked")];
  const served = await makeCopy(inClear);
  const template = templateOf(kind);
  if (served.templateVersion !== template.version) {
    throw new Error("a thread makes papers from another template than this process");
  }
  const servedBlob = await deps.blobs.put(served.bytes);
  // Where no code is printed, both copies are the same file.
  const isSame = inClear.text === masked.text;
  const fileBlob = isSame ? servedBlob : await deps.blobs.put((await makeCopy(masked)).bytes);
  return {
    dataSealed: deps.encryption.encryptField(served.data),
    template: { version: template.version, kind, source: canonicalize(template.source) ?? "" },
    madeWith: served.madeWith,
    servedBlob,
    fileBlob,
    renderHash: served.renderHash,
  };
}

/** Only the notice carries a code, and only the served copy in clear. */
function codeOf(deps: PaperDeps, row: PaperRow, shown: "clear" | "masked"): PaperSubject["code"] {
  if (row.kind !== "prior-notice") return { shown: "none", text: null };
  const code = deps.codes.partyCodeOf(row.paperId);
  return { shown, text: shown === "clear" ? code : maskCode(code) };
}

async function readSubject(
  deps: PaperDeps,
  tx: Transaction,
  row: PaperRow,
): Promise<{ subject: Omit<PaperSubject, "code">; moments: SigningMoments }> {
  const { now, ...law } = await readLaw(deps, tx, row);
  const events = await readEvents(tx, row.caseId);
  const issued = events.find(
    (event) => event.type === "PaperIssued" && event.paper.paperId === row.paperId,
  );
  if (issued === undefined) throw new Error("a paper was never issued");
  const file = replayForPaper(events, issued);
  const issuedAt = new Date(issued.at);
  const subject = {
    ...law,
    file,
    party: await readParty(tx, deps.encryption, row.partyId),
    serviceAddress: await readConfirmedAddress(deps, tx, file),
    number: row.number,
    issuedOn: dayOf(issuedAt),
    issuedBy: await readOfficial(tx, issued),
    today: dayOf(issuedAt),
    checkUrl: `${deps.publicUrl}/check/${row.checkCode}`,
    portalUrl: `${deps.publicUrl}/portal`,
    specimen: deps.specimen,
  };
  return { subject, moments: { issuedAt, now } };
}

async function readConfirmedAddress(
  deps: PaperDeps,
  tx: Transaction,
  { serviceAddress }: CaseFile,
): Promise<PaperSubject["serviceAddress"]> {
  if (serviceAddress === null) return null;
  return readServiceAddress(tx, deps.encryption, serviceAddress.addressId);
}

async function readLaw(
  deps: PaperDeps,
  tx: Transaction,
  row: PaperRow,
): Promise<
  Pick<PaperSubject, "pack" | "calendar" | "catalog" | "authority"> & { readonly now: Date }
> {
  const { file, authority, calendarKey, now } = await lockCase(tx, row.caseId, "read");
  const pack = await deps.law.readPack(tx, file.listId, row.packVersion);
  const calendar = await deps.law.readCalendar(tx, calendarKey);
  const { catalog } = await deps.law.readBooks(tx, calendarKey);
  return { pack, authority, now, calendar, catalog };
}

interface Made extends Pick<
  typeof papers.$inferInsert,
  "dataSealed" | "madeWith" | "servedBlob" | "fileBlob" | "renderHash"
> {
  readonly template: KeptTemplate;
}

/** Records that a paper was made, once: its hash goes into the chain of the case. */
async function keep(deps: PaperDeps, row: PaperRow, made: Made): Promise<void> {
  await inTransaction(deps.database, async (tx) => {
    const locked = await lockCase(tx, row.caseId);
    const done = await tx
      .update(followUps)
      .set({ doneAt: locked.now })
      .where(and(inArray(followUps.paperId, [row.paperId]), isNull(followUps.doneAt)))
      .returning({ followUpId: followUps.followUpId });
    if (done.length === 0) return;
    const { template, ...columns } = made;
    await keepTemplate(tx, template, locked.now);
    await tx
      .update(papers)
      .set({ ...columns, templateVersion: template.version, renderedAt: locked.now })
      .where(eq(papers.paperId, row.paperId));
    const recorded = await recordRendering(deps, tx, locked, row, made);
    await saveCase(tx, recorded.file, recorded.chainHead, locked.now);
  });
}

async function recordRendering(
  deps: PaperDeps,
  tx: Transaction,
  locked: LockedCase,
  row: PaperRow,
  made: Made,
) {
  const law = {
    authority: locked.authority,
    pack: await deps.law.readPack(tx, locked.file.listId, locked.file.packVersion),
    calendar: await deps.law.readCalendar(tx, locked.calendarKey),
    books: await deps.law.readBooks(tx, locked.calendarKey),
  };
  const act = { actId: `${row.paperId}.made`, actor: SYSTEM_ACTOR, at: locked.now };
  const events = stamp(
    [
      {
        type: "PaperRendered",
        paperId: row.paperId,
        fileHash: made.servedBlob ?? "",
        renderHash: made.renderHash ?? "",
      },
    ],
    "system",
    makeContext(law, act),
  );
  return recordEvents(tx, deps.codes, locked.authority, locked, events);
}
