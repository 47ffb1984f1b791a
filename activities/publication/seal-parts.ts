import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { dayOf } from "../../domain/deadlines/calendar-day.ts";
import { inTransaction, type Database } from "../../platform/database.ts";
import type { Seals } from "../../platform/seals.ts";
import { lockCase } from "../../records/case-row.ts";
import { implementerSeals } from "../../schema/index.ts";
import { findSmSigner, keepCertificate, sealText } from "./seal-text.ts";

/** What sealing parts needs. */
export interface PartSealDeps {
  readonly database: Database;
  readonly seals: Seals;
}

/** The part of a copy that one implementer gets. */
export interface SealedPart {
  readonly entryId: string;
  readonly version: number;
  readonly receiver: string;
  readonly body: string;
}

/**
 * The seal over the part of one implementer (各实施单位所得部分的国密签名): made once and kept, so that it goes along unchanged however often the part
 * is sent; null where the seal of the authority is of another kind, or cannot be used now.
 */
export async function sealPart(deps: PartSealDeps, part: SealedPart): Promise<string | null> {
  const bodyHash = createHash("sha256").update(part.body).digest("hex");
  const known = await findSeal(deps, part, bodyHash);
  if (known !== null) return known;
  const request = await inTransaction(
    deps.database,
    async (tx) => {
      const { authority, now } = await lockCase(tx, part.entryId, "read");
      return { authority, day: dayOf(now), moments: [now] as const, now };
    },
    { readOnly: true },
  );
  const signer = await findSmSigner(deps.seals, request);
  if (signer === null) return null;
  const sealSignature = await sealText(signer, part.body);
  const { entryId, version, receiver } = part;
  await inTransaction(deps.database, async (tx) => {
    await keepCertificate(tx, signer, request, request.now);
    await tx
      .insert(implementerSeals)
      .values({ entryId, version, receiver, bodyHash, sealSignature })
      .onConflictDoNothing();
  });
  return findSeal(deps, part, bodyHash);
}

async function findSeal(
  { database }: PartSealDeps,
  { entryId, version, receiver }: SealedPart,
  bodyHash: string,
): Promise<string | null> {
  const [row] = await database
    .select({ sealSignature: implementerSeals.sealSignature })
    .from(implementerSeals)
    .where(
      and(
        eq(implementerSeals.entryId, entryId),
        eq(implementerSeals.version, version),
        eq(implementerSeals.receiver, receiver),
        eq(implementerSeals.bodyHash, bodyHash),
      ),
    );
  return row?.sealSignature ?? null;
}
