import type { Transaction } from "../../platform/database.ts";
import type { SealError } from "../../platform/seal-error.ts";
import { lockCase } from "../../records/case-row.ts";
import { messages } from "../../schema/index.ts";

/** Tells the officer and the head, once for each reason, that a paper was issued and waits for its seal. */
export async function tellOfMissingSeal(
  tx: Transaction,
  paper: { readonly paperId: string; readonly caseId: string },
  error: SealError,
): Promise<void> {
  const { caseId, paperId } = paper;
  const { file, now } = await lockCase(tx, caseId, "read");
  const text = `有一份文书已经制发，但未能签章：${error.message}`;
  const recipients = [file.officerId, `head/${file.authorityId}`];
  const rows = recipients.map((recipient) => {
    const messageId = `${paperId}/${error.code}/${recipient}`;
    return { messageId, caseId, recipient, text, sentAt: now };
  });
  await tx.insert(messages).values(rows).onConflictDoNothing();
}
