import { and, eq } from "drizzle-orm";
import type { Actor } from "../../domain/case-file/actor.ts";
import type { Evidence } from "../../domain/case-file/content.ts";
import { inTransaction } from "../../platform/database.ts";
import { uploads } from "../../schema/index.ts";
import type { EvidenceRef } from "../acts/parts.ts";
import type { AppDeps } from "../deps.ts";
import { BadInputError, NotFoundError } from "./faults.ts";
import { HANDLING, logReading } from "./party-view.ts";
import { handlesCases } from "./person.ts";
import type { FileView } from "./read-paper-file.ts";
import { isUuid, readVisibleCase } from "./visible-case.ts";

type UploadDeps = Pick<AppDeps, "database" | "blobs">;

/** Gives a person back a file that they handed in themselves. */
export async function readUpload(
  deps: UploadDeps,
  actor: Actor,
  uploadId: string,
): Promise<FileView> {
  const row = await findOwn(deps, actor, uploadId);
  if (row === null) throw new NotFoundError("no such upload");
  const { fileName, mediaType } = row;
  return { bytes: await deps.blobs.get(row.blobHash), fileName, mediaType };
}

/** Turns a file that a person handed in into evidence; the id is the upload's, so that sending twice attaches once. */
export function evidenceTaker(
  deps: Pick<AppDeps, "database">,
  actor: Actor,
): (ref: EvidenceRef) => Promise<Evidence> {
  return async ({ uploadId, title, kind }) => {
    const row = await findOwn(deps, actor, uploadId);
    if (row === null) {
      throw new BadInputError([
        { field: "/evidence", message: "所附文件没有上传，或不是您上传的，请重新上传" },
      ]);
    }
    const { blobHash, fileName, mediaType } = row;
    return { evidenceId: uploadId, title, kind, blobHash, fileName, mediaType };
  };
}

/** Reads a piece of evidence of a case that the person may see. A party sees what it handed in itself. */
export async function readEvidence(
  deps: UploadDeps,
  actor: Actor,
  caseId: string,
  evidenceId: string,
): Promise<FileView> {
  const evidence = await inTransaction(deps.database, async (tx) => {
    const { file, today } = await readVisibleCase(tx, actor, caseId);
    const held = file.evidence.find((each) => each.evidenceId === evidenceId);
    if (held === undefined || !(actor.roles.includes("party") ? isOwn(file, evidenceId) : true)) {
      throw new NotFoundError("no such evidence");
    }
    if (actor.roles.includes("party")) return held;
    const purpose = handlesCases(actor) ? HANDLING : "监督检查查阅证据";
    await logReading(tx, { caseId, userId: actor.userId, purpose, today });
    return held;
  });
  const { fileName, mediaType } = evidence;
  return { bytes: await deps.blobs.get(evidence.blobHash), fileName, mediaType };
}

function isOwn(
  file: Awaited<ReturnType<typeof readVisibleCase>>["file"],
  evidenceId: string,
): boolean {
  const own = [
    ...file.statements.flatMap((each) => each.evidence),
    ...file.repairs.flatMap((each) => [each.pledge, ...each.evidence]),
  ];
  return own.some((each) => each.evidenceId === evidenceId);
}

async function findOwn({ database }: Pick<AppDeps, "database">, actor: Actor, uploadId: string) {
  if (!isUuid(uploadId)) return null;
  const rows = await database
    .select()
    .from(uploads)
    .where(and(eq(uploads.uploadId, uploadId), eq(uploads.uploadedBy, actor.userId)));
  return rows[0] ?? null;
}
