import { createHash, randomUUID } from "node:crypto";
import canonicalize from "canonicalize";
import { and, eq, sql } from "drizzle-orm";
import { Webhook } from "standardwebhooks";
import { Type } from "typebox";
import { Check } from "typebox/value";
import { dayOf } from "../../domain/deadlines/calendar-day.ts";
import type { ElsewhereAnswer, ElsewhereOutcome } from "../../domain/elsewhere/elsewhere-answer.ts";
import { findFedList, type FedList } from "../../domain/elsewhere/elsewhere-columns.ts";
import { readElsewhereRecord } from "../../domain/elsewhere/read-elsewhere-record.ts";
import { machineNow, readCaseClock } from "../../platform/clock.ts";
import { inTransaction, type Transaction } from "../../platform/database.ts";
import { keepElsewhereRecord, lockFedList } from "../../records/elsewhere-rows.ts";
import { elsewhereMessages } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";
import { BadInputError, KeyReusedError, NotSignedInError } from "./faults.ts";
import { toElsewhereCells } from "./elsewhere-cells.ts";
import { wakeMeasures } from "./wake-measures.ts";

/** A push as it came: its headers and the text that is signed. */
export interface ElsewherePush {
  readonly listId: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The answer and its own signature: it is the source's receipt. */
export interface SignedAnswer {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

type ReceiveDeps = Pick<
  AppDeps,
  "database" | "encryption" | "sourceSecrets" | "temporal" | "logger"
>;

const MOST_RECORDS = 1_000;
const MESSAGE = Type.Object({
  records: Type.Array(Type.Unknown(), { minItems: 1, maxItems: MOST_RECORDS }),
});

/**
 * Takes in what those who decide a list push (接收外部认定的名单信息): signed by Standard Webhooks, the whole message in one transaction. A record
 * that is wrong is named with what is wrong with it, kept sealed, and holds up no other. The same message again is answered as it was.
 */
export async function receiveElsewhere(
  deps: ReceiveDeps,
  push: ElsewherePush,
): Promise<SignedAnswer> {
  const list = findFedList(push.listId);
  const webhook = list === null ? null : findSigner(deps, push);
  const messageId = push.headers["webhook-id"] ?? "";
  // Who is not known learns nothing, not even whether there is such a list.
  if (list === null || webhook === null) throw new NotSignedInError("not signed by the source");
  const records = readMessage(push.body);
  const answer = await inTransaction(deps.database, (tx) =>
    take(deps, tx, { list, messageId, body: push.body, records }),
  );
  await wakeMeasures(deps);
  return signAnswer(webhook, { messageId, body: push.body, answer });
}

function findSigner({ sourceSecrets }: ReceiveDeps, push: ElsewherePush): Webhook | null {
  const webhooks = (sourceSecrets.get(push.listId) ?? []).map((secret) => new Webhook(secret));
  const holds = (webhook: Webhook): boolean => {
    try {
      webhook.verify(push.body, { ...push.headers });
      return true;
    } catch (error) {
      // The signature held and the text is no JSON: that is said below.
      return error instanceof SyntaxError;
    }
  };
  return webhooks.find(holds) ?? null;
}

function readMessage(body: string): readonly unknown[] {
  try {
    const read: unknown = JSON.parse(body);
    if (Check(MESSAGE, read)) return read.records;
  } catch {
    // Said below.
  }
  const message = `内容应为 {"records": [ … ]}，每次1至${String(MOST_RECORDS)}条`;
  throw new BadInputError([{ field: "/records", message }]);
}

interface Message {
  readonly list: FedList;
  readonly messageId: string;
  readonly body: string;
  readonly records: readonly unknown[];
}

async function take(
  { encryption }: ReceiveDeps,
  tx: Transaction,
  { list, messageId, body, records }: Message,
): Promise<ElsewhereAnswer> {
  await lockFedList(tx, list);
  const bodyHash = hashOf(body);
  const [known] = await tx
    .select()
    .from(elsewhereMessages)
    .where(
      and(eq(elsewhereMessages.listId, list.listId), eq(elsewhereMessages.messageId, messageId)),
    );
  if (known !== undefined) {
    if (known.bodyHash === bodyHash) return known.answer;
    throw new KeyReusedError("the same message id with another content");
  }
  const now = await readCaseClock(tx);
  const counts: Record<ElsewhereOutcome, number> = {
    ...{ taken: 0, changed: 0, withdrawn: 0, unchanged: 0, overtaken: 0 },
  };
  const rejected: ElsewhereAnswer["rejected"][number][] = [];
  for (const [index, sent] of records.entries()) {
    const cells = toElsewhereCells(sent);
    const read = cells.kind === "wrong" ? cells : readElsewhereRecord(cells.cells, now, dayOf(now));
    if (read.kind === "wrong") {
      rejected.push({ index, findings: read.findings });
      continue;
    }
    const origin = { list, cameBy: "push", now } as const;
    counts[await keepElsewhereRecord(tx, encryption, origin, read.record)] += 1;
  }
  const answer: ElsewhereAnswer = { receiptId: randomUUID(), ...counts, rejected };
  const wrong = rejected.map(({ index }) => records[index]);
  await tx.insert(elsewhereMessages).values({
    ...{ listId: list.listId, messageId, bodyHash, answer },
    receivedAt: sql`case_clock_now()`,
    rejectedSealed:
      wrong.length === 0 ? null : encryption.encryptField(canonicalize(wrong) ?? "[]"),
  });
  return answer;
}

function signAnswer(
  webhook: Webhook,
  sent: { readonly messageId: string; readonly body: string; readonly answer: ElsewhereAnswer },
): SignedAnswer {
  const { answer, messageId } = sent;
  const body = JSON.stringify({ ...answer, messageId, bodyHash: hashOf(sent.body) });
  const now = machineNow();
  return {
    body,
    headers: {
      "webhook-id": answer.receiptId,
      "webhook-timestamp": String(Math.floor(now.getTime() / 1000)),
      "webhook-signature": webhook.sign(answer.receiptId, now, body),
    },
  };
}

function hashOf(body: string): string {
  return createHash("sha256").update(body).digest("hex");
}
