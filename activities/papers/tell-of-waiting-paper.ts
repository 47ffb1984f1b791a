import type { Transaction } from "../../platform/database.ts";
import { lockCase } from "../../records/case-row.ts";
import { messages } from "../../schema/index.ts";

/** Why a paper waits: a reason by its code, and in words. */
export interface WaitingReason {
  readonly code: string;
  readonly words: string;
}

/** Tells the officer and the head, once for each reason, that a paper was issued and waits. */
export async function tellOfWaitingPaper(
  tx: Transaction,
  paper: { readonly paperId: string; readonly caseId: string },
  { code, words }: WaitingReason,
): Promise<void> {
  const { caseId, paperId } = paper;
  const { file, now } = await lockCase(tx, caseId, "read");
  const text = `有一份文书已经制发，但${words}`;
  const recipients = [file.officerId, `head/${file.authorityId}`];
  const rows = recipients.map((recipient) => {
    const messageId = `${paperId}/${code}/${recipient}`;
    return { messageId, caseId, recipient, text, sentAt: now };
  });
  await tx.insert(messages).values(rows).onConflictDoNothing();
}
