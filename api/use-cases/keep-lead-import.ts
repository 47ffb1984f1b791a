import { createHash, randomUUID } from "node:crypto";
import { and, eq, isNull, ne, sql } from "drizzle-orm";
import type { Actor } from "../../domain/case-file/actor.ts";
import type { FedList } from "../../domain/elsewhere/elsewhere-columns.ts";
import { machineNow } from "../../platform/clock.ts";
import { inTransaction } from "../../platform/database.ts";
import { leadImports } from "../../schema/index.ts";
import { startLeadImport } from "../../workflow-client/lead-import.ts";
import type { AppDeps } from "../deps.ts";
import { BadInputError, UnavailableError } from "./faults.ts";
import { toFileName } from "./keep-upload.ts";
import { requireLeadOfficer } from "./lead-access.ts";

/** The largest file of penalty records that is taken. */
export const LARGEST_IMPORT_BYTES = 64 * 1024 * 1024;
const PART_BYTES = 4 * 1024 * 1024;
const START_WITHIN_MS = 2_000;

/** A file as it comes in, piece by piece. */
export interface IncomingFile {
  readonly fileName: string;
  readonly bytes: AsyncIterable<Uint8Array>;
  /** The list that others decide and whose records the file holds; without it, penalty records. */
  readonly list?: FedList;
}

/** An import that was taken on; `known` where the same file was there already. */
export interface KeptImport {
  readonly importId: string;
  readonly known: boolean;
}

type KeepDeps = Pick<AppDeps, "database" | "blobs" | "temporal" | "logger">;

/**
 * Takes on a file of penalty records, or of a list that others decide (接收导入文件). It is kept, encrypted and in parts, before anything is read of it; from then on it is
 * dealt with to its end whatever happens. The same file sent twice is one import.
 */
export async function keepLeadImport(
  deps: KeepDeps,
  actor: Actor,
  incoming: IncomingFile,
): Promise<KeptImport> {
  const authorityId = requireLeadOfficer(actor);
  const listId = incoming.list?.listId ?? null;
  const fileName = toFileName(incoming.fileName);
  const stored = await storeParts(deps, incoming.bytes);
  const format = detectFormat(fileName, stored.head);
  const importId = randomUUID();
  const kept = await inTransaction(deps.database, async (tx): Promise<KeptImport> => {
    const inserted = await tx
      .insert(leadImports)
      .values({
        importId,
        authorityId,
        listId,
        fileName,
        format,
        fileHash: stored.hash,
        bytes: stored.bytes,
        parts: stored.parts,
        uploadedBy: actor.userId,
        uploadedAt: sql`case_clock_now()`,
        touchedAt: sql`case_clock_now()`,
      })
      .onConflictDoNothing()
      .returning({ importId: leadImports.importId });
    if (inserted.length > 0) return { importId, known: false };
    const [known] = await tx
      .select({ importId: leadImports.importId })
      .from(leadImports)
      .where(
        and(
          eq(leadImports.authorityId, authorityId),
          eq(leadImports.fileHash, stored.hash),
          listId === null ? isNull(leadImports.listId) : eq(leadImports.listId, listId),
          ne(leadImports.state, "failed"),
        ),
      );
    if (known === undefined) throw new UnavailableError("the import ended a moment ago");
    return { importId: known.importId, known: true };
  });
  await startImport(deps, kept.importId);
  return kept;
}

interface StoredParts {
  readonly parts: readonly string[];
  readonly hash: string;
  readonly bytes: number;
  readonly head: Uint8Array;
}

/** Cuts what comes in into parts of one size; no more than one of them is held in memory. */
async function storeParts(
  { blobs }: Pick<KeepDeps, "blobs">,
  incoming: AsyncIterable<Uint8Array>,
): Promise<StoredParts> {
  const hash = createHash("sha256");
  const parts: string[] = [];
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  let bytes = 0;
  let head = new Uint8Array();
  const store = async (): Promise<void> => {
    if (waitingBytes === 0) return;
    const part = Buffer.concat(waiting);
    if (parts.length === 0) head = part.subarray(0, 8);
    parts.push(await blobs.put(part));
    waiting = [];
    waitingBytes = 0;
  };
  for await (const piece of incoming) {
    bytes += piece.length;
    // What is too large is read to its end all the same: the sender hears of it only then.
    if (bytes > LARGEST_IMPORT_BYTES) continue;
    hash.update(piece);
    waiting.push(piece);
    waitingBytes += piece.length;
    if (waitingBytes >= PART_BYTES) await store();
  }
  if (bytes > LARGEST_IMPORT_BYTES) throw bad("文件超过 64 MB，请拆分后分别上传");
  await store();
  if (bytes === 0) throw bad("文件是空的");
  return { parts, hash: hash.digest("hex"), bytes, head };
}

function detectFormat(fileName: string, head: Uint8Array): "csv" | "xlsx" {
  const start = Buffer.from(head).toString("hex");
  if (start.startsWith("d0cf11e0")) {
    throw bad("旧版 .xls 文件或者加密的工作簿不能读取：请另存为不加密的 .xlsx 或者 .csv 后再上传");
  }
  const isZip = start.startsWith("504b0304");
  if (/\.xlsx$/i.test(fileName)) {
    if (isZip) return "xlsx";
    throw bad("文件的内容不是 XLSX 工作簿，请重新保存后再上传");
  }
  if (/\.(csv|txt)$/i.test(fileName) && !isZip) return "csv";
  throw bad("只接受 .xlsx 和 .csv 文件，且内容须与文件类型相符");
}

function bad(message: string): BadInputError {
  return new BadInputError([{ field: "/file", message }]);
}

/** Sets the work going at once; where Temporal is away, the dispatcher does it later. */
async function startImport(
  { temporal, logger }: Pick<KeepDeps, "temporal" | "logger">,
  importId: string,
): Promise<void> {
  const deadline = machineNow().getTime() + START_WITHIN_MS;
  await temporal.connection
    .withDeadline(deadline, () => startLeadImport(temporal, importId))
    .catch((error: unknown) => {
      logger.warn({ err: error, importId }, "the import is started later");
    });
}
