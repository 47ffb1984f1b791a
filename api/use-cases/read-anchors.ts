import { asc, desc, eq, gt } from "drizzle-orm";
import { parseDay, type CalendarDay } from "../../domain/deadlines/calendar-day.ts";
import { anchorHeads, anchors, sealCertificates } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";

/** An anchor as a list shows it. */
export interface AnchorRow {
  readonly sequence: number;
  readonly day: CalendarDay;
  readonly hash: string;
  readonly keyId: string;
  readonly madeAt: Date;
}

/** A public key by which signatures are proven: Ed25519, SPKI in base64. */
export interface PublicKeyView {
  readonly keyId: string;
  readonly algorithm: "Ed25519";
  readonly publicKey: string;
}

const NEWEST = 60;

/** The newest anchors, for people. */
export async function findNewestAnchors({
  database,
}: Pick<AppDeps, "database">): Promise<readonly AnchorRow[]> {
  const rows = await database
    .select({
      sequence: anchors.sequence,
      day: anchors.day,
      hash: anchors.hash,
      keyId: anchors.keyId,
      madeAt: anchors.madeAt,
    })
    .from(anchors)
    .orderBy(desc(anchors.sequence))
    .limit(NEWEST);
  return rows.map((row) => ({ ...row, day: parseDay(row.day) }));
}

const ANCHORS_AT_ONCE = 100;

/**
 * Writes the anchors after a number, one a line (每日锚): the text that was signed, its signature, and the heads that changed. All of them
 * together prove every root.
 */
export async function* writeAnchors(
  { database }: Pick<AppDeps, "database">,
  since: number,
): AsyncGenerator<string> {
  for (let after = since; ;) {
    const rows = await database
      .select()
      .from(anchors)
      .where(gt(anchors.sequence, after))
      .orderBy(asc(anchors.sequence))
      .limit(ANCHORS_AT_ONCE);
    for (const { sequence, statement, keyId, signature } of rows) {
      const changes = await database
        .select({ caseKey: anchorHeads.caseKey, leaf: anchorHeads.leaf })
        .from(anchorHeads)
        .where(eq(anchorHeads.sequence, sequence))
        .orderBy(asc(anchorHeads.caseKey));
      yield `${JSON.stringify({ statement, keyId, signature, changes })}\n`;
      after = sequence;
    }
    if (rows.length < ANCHORS_AT_ONCE) return;
  }
}

/** Every key that anchors or archives were signed with: those of the past stay, as long as what they signed. */
export async function findPublicKeys({
  database,
  signing,
}: Pick<AppDeps, "database" | "signing">): Promise<readonly PublicKeyView[]> {
  const past = await database
    .selectDistinct({ keyId: anchors.keyId, publicKey: anchors.publicKey })
    .from(anchors);
  const present = {
    keyId: signing.id,
    publicKey: signing.publicKey.export({ type: "spki", format: "der" }).toString("base64"),
  };
  return [present, ...past.filter((key) => key.keyId !== present.keyId)].map((key) => ({
    keyId: key.keyId,
    algorithm: "Ed25519" as const,
    publicKey: key.publicKey,
  }));
}

/** Every certificate by which records and copies were sealed (印章证书), those of the past included. */
export async function findSealCertificates({ database }: Pick<AppDeps, "database">) {
  const { certificateId, authorityName, pem } = sealCertificates;
  return database
    .select({ certificateId, authorityName, pem })
    .from(sealCertificates)
    .orderBy(asc(sealCertificates.firstUsedAt), asc(certificateId));
}
