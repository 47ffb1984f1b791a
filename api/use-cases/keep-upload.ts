import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Actor } from "../../domain/case-file/actor.ts";
import { uploads } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";
import { BadInputError } from "./faults.ts";
import { detectMediaType, MEDIA_TYPES } from "./media-types.ts";

/** The largest file that is taken. */
export const LARGEST_UPLOAD_BYTES = 20 * 1024 * 1024;

/** A file as it was handed in. */
export interface HandedIn {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** A file that is kept and can be referred to in an act. */
export interface UploadView {
  readonly uploadId: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly byteCount: number;
  readonly sha256: string;
}

/** Keeps a file that a person handed in; what it contains decides what it is, not what it says. */
export async function keepUpload(
  deps: Pick<AppDeps, "database" | "blobs">,
  actor: Actor,
  { fileName, mediaType, bytes }: HandedIn,
): Promise<UploadView> {
  const name = toFileName(fileName);
  const detected = detectMediaType(name, bytes);
  const isKnown = detected !== null && (mediaType === "" || isSame(mediaType, detected));
  if (!isKnown) throw bad("只接受 PDF、PNG、JPG、TXT、DOCX 文件，且内容须与文件类型相符");
  if (bytes.length === 0) throw bad("文件是空的");
  if (bytes.length > LARGEST_UPLOAD_BYTES) throw bad("文件超过 20 MB");
  const sha256 = await deps.blobs.put(bytes);
  const uploadId = randomUUID();
  await deps.database.insert(uploads).values({
    uploadId,
    blobHash: sha256,
    fileName: name,
    mediaType: detected,
    bytes: bytes.length,
    uploadedBy: actor.userId,
    uploadedAt: sql`case_clock_now()`,
  });
  return { uploadId, fileName: name, mediaType: detected, byteCount: bytes.length, sha256 };
}

/** Browsers call some types by other names, or by none. */
function isSame(said: string, detected: string): boolean {
  const type = said.split(";")[0]?.trim().toLowerCase() ?? "";
  return type === detected || type === "application/octet-stream" || !MEDIA_TYPES.includes(type);
}

/** The last part of a path, without what no file name may hold. */
export function toFileName(text: string): string {
  const last = text.normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  const clean = last.replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, "").trim();
  if (clean === "" || clean === "." || clean === "..") throw bad("文件没有名称");
  return clean.length <= 150 ? clean : clean.slice(-150);
}

function bad(message: string): BadInputError {
  return new BadInputError([{ field: "/file", message }]);
}
