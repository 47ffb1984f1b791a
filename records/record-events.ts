import { eq } from "drizzle-orm";
import { evolve } from "../domain/case-file/evolve.ts";
import type { Authority } from "../domain/authorities/authority.ts";
import type { CaseEvent } from "../domain/case-file/events.ts";
import { findNextDeadline } from "../domain/case-file/fall-due.ts";
import { followUpsOf, messagesOf, type MessageTo } from "../domain/case-file/follow-ups.ts";
import type { CaseFile } from "../domain/case-file/state.ts";
import type { Transaction } from "../platform/database.ts";
import { caseEvents, caseFiles, followUps, messages, papers, partyCodes } from "../schema/index.ts";
import { CHAIN_ALGORITHM, CHAIN_START, forgeLink } from "./chain.ts";
import type { Codes } from "./codes.ts";
import { openFoundIncidents } from "./incident-rows.ts";
import { numberPapers } from "./number-papers.ts";

/** A case as it stands in the middle of a transaction: the state and the head of its audit chain. */
export interface Standing {
  readonly file: CaseFile | null;
  readonly chainHead: string;
}

/** Where a case that has no events yet stands. */
export const NOTHING_RECORDED: Standing = { file: null, chainHead: CHAIN_START };

/**
 * Writes down what happened: events with their links of the audit chain, papers with their numbers, follow-up work, and messages,
 * all in the caller's transaction. The row itself is written by `saveCase`, once, at the end.
 */
export async function recordEvents(
  tx: Transaction,
  codes: Codes,
  authority: Authority,
  standing: Standing,
  events: readonly CaseEvent[],
): Promise<{ readonly file: CaseFile; readonly chainHead: string }> {
  const numbered = await numberPapers(tx, authority, events);
  const written = collect(standing, numbered, codes);
  if (written.links.length > 0) await tx.insert(caseEvents).values(written.links);
  if (written.papers.length > 0) await tx.insert(papers).values(written.papers);
  if (written.partyCodes.length > 0) await tx.insert(partyCodes).values(written.partyCodes);
  if (written.followUps.length > 0) {
    await tx.insert(followUps).values(written.followUps).onConflictDoNothing();
  }
  if (written.messages.length > 0) {
    await tx.insert(messages).values(written.messages).onConflictDoNothing();
  }
  if (written.file === null) throw new Error("no event was given for a case that has none");
  await openFoundIncidents(tx, numbered, written.file);
  return { file: written.file, chainHead: written.chainHead };
}

/** Writes the read row of a case as it stands at the end of a transaction. */
export async function saveCase(
  tx: Transaction,
  file: CaseFile,
  chainHead: string,
  now: Date,
): Promise<void> {
  await tx
    .update(caseFiles)
    .set({ ...rowOf(file, chainHead), updatedAt: now })
    .where(eq(caseFiles.caseId, file.caseId));
}

/** The columns of the read row that follow from the state. */
export function rowOf(file: CaseFile, chainHead: string) {
  const next = findNextDeadline(file);
  return {
    stage: file.stage,
    version: file.version,
    state: file,
    reviewerId: file.reviewers.at(-1) ?? null,
    signerId: file.decision?.signedBy ?? null,
    nextDeadlineId: next?.deadlineId ?? null,
    nextDeadlineAt: next === undefined ? null : new Date(next.dueAt),
    chainHead,
  };
}

interface Written {
  file: CaseFile | null;
  chainHead: string;
  readonly links: (typeof caseEvents.$inferInsert)[];
  readonly papers: (typeof papers.$inferInsert)[];
  readonly partyCodes: (typeof partyCodes.$inferInsert)[];
  readonly followUps: (typeof followUps.$inferInsert)[];
  readonly messages: (typeof messages.$inferInsert)[];
}

function collect(standing: Standing, events: readonly CaseEvent[], codes: Codes): Written {
  const written: Written = {
    file: standing.file,
    chainHead: standing.chainHead,
    links: [],
    papers: [],
    partyCodes: [],
    followUps: [],
    messages: [],
  };
  for (const event of events) collectOne(written, event, codes);
  return written;
}

function collectOne(written: Written, event: CaseEvent, codes: Codes): void {
  const file = evolve(written.file, event);
  const { caseId, version: seq } = file;
  const at = new Date(event.at);
  const link = forgeLink(caseId, seq, event, written.chainHead);
  const { type, actId } = event;
  written.links.push({ caseId, seq, type, actId, at, algorithm: CHAIN_ALGORITHM, ...link });
  collectPaper(written, event, file, codes);
  for (const work of followUpsOf(event, file)) {
    const followUpId = `${caseId}/${String(seq)}/${work.kind}`;
    written.followUps.push({ followUpId, caseId, createdAt: at, ...work });
  }
  messagesOf(event).forEach((message, index) => {
    const messageId = `${caseId}/${String(seq)}/${String(index)}`;
    const recipient = recipientOf(message.to, file);
    written.messages.push({ messageId, caseId, recipient, text: message.text, sentAt: at });
  });
  written.file = file;
  written.chainHead = link.hash;
}

function collectPaper(written: Written, event: CaseEvent, file: CaseFile, codes: Codes): void {
  if (event.type !== "PaperIssued") return;
  const { paperId, kind, number, issuedOn, partyId } = event.paper;
  if (number === null) throw new Error("a paper was issued without a number");
  const { caseId, packVersion } = file;
  const checkCode = codes.checkCodeOf(paperId);
  written.papers.push({ paperId, caseId, partyId, kind, number, issuedOn, checkCode, packVersion });
  if (kind !== "prior-notice") return;
  const codeIndex = codes.indexOfPartyCode(codes.partyCodeOf(paperId));
  written.partyCodes.push({ paperId, caseId, codeIndex });
}

/** Officers get their messages by account, parties by case, the others by role within the authority. */
export function recipientOf(to: MessageTo, file: CaseFile): string {
  switch (to) {
    case "case-officer":
      return file.officerId;
    case "party":
      return `party/${file.caseId}`;
    case "supervisor":
      return "supervisor";
    case "legal-reviewer":
    case "head":
      return `${to}/${file.authorityId}`;
  }
}
