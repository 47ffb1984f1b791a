import { eq } from "drizzle-orm";
import type { Actor } from "../../domain/case-file/actor.ts";
import { inTransaction } from "../../platform/database.ts";
import { readTemplate } from "../../records/paper-templates.ts";
import { papers } from "../../schema/index.ts";
import type { AppDeps, PaperWords } from "../deps.ts";
import { ConflictError, NotFoundError } from "./faults.ts";
import { isPartys, viewPaper, type PaperView } from "./find-papers.ts";
import { HANDLING, logReading } from "./party-view.ts";
import { handlesCases } from "./person.ts";
import { readVisibleCase } from "./visible-case.ts";

/** A file to hand out. */
export interface FileView {
  readonly bytes: Buffer;
  readonly fileName: string;
  readonly mediaType: string;
}

/** `served` is the copy that the party gets, with its code; `file` the one for the case file, code masked. */
export type PaperCopy = "served" | "file";

type PaperDeps = Pick<AppDeps, "database" | "blobs" | "encryption" | "drawing">;

/** Reads a paper's file. A party gets its own, once it has reached it; who only oversees gets the copy for the file. */
export async function readPaperFile(
  deps: PaperDeps,
  actor: Actor,
  paperId: string,
  copy: PaperCopy,
): Promise<FileView> {
  const { row, paper } = await findPaperRow(deps, actor, paperId);
  const mayHaveServed = actor.roles.includes("party") || handlesCases(actor);
  const blob = copy === "served" && mayHaveServed ? row.servedBlob : row.fileBlob;
  if (blob === null) throw new ConflictError("文书正在生成，请稍后再试");
  const bytes = await deps.blobs.get(blob);
  return { bytes, fileName: `${paper.title}${paper.number}.pdf`, mediaType: "application/pdf" };
}

/** The words of a paper, for a page. */
export interface PaperText {
  readonly paper: PaperView;
  readonly caseId: string;
  readonly words: readonly PaperWords[];
}

/** Reads the words of a paper, the very same that its file has. */
export async function readPaperWords(
  deps: PaperDeps,
  actor: Actor,
  paperId: string,
): Promise<PaperText> {
  const { row, paper } = await findPaperRow(deps, actor, paperId);
  if (row.dataSealed === null) throw new ConflictError("文书正在生成，请稍后再试");
  const data: unknown = JSON.parse(deps.encryption.decryptField(row.dataSealed));
  const template = await readKeptTemplate(deps, row.templateVersion);
  const words = deps.drawing.composeWords(paper.kind, data, template);
  return { paper, caseId: row.caseId, words };
}

async function readKeptTemplate(
  { database }: Pick<AppDeps, "database">,
  version: string | null,
): Promise<string | null> {
  if (version === null) return null;
  return inTransaction(database, (tx) => readTemplate(tx, version), { readOnly: true });
}

/** Finds a paper that this person may read, and puts the look on record. */
export async function findPaperRow(
  deps: Pick<AppDeps, "database">,
  actor: Actor,
  paperId: string,
): Promise<{ readonly row: typeof papers.$inferSelect; readonly paper: PaperView }> {
  return inTransaction(deps.database, async (tx) => {
    const rows = await tx.select().from(papers).where(eq(papers.paperId, paperId));
    const row = rows[0];
    if (row === undefined) throw new NotFoundError("no such paper");
    const { file, today } = await readVisibleCase(tx, actor, row.caseId);
    const paper = viewPaper(row, file);
    if (actor.roles.includes("party")) {
      if (!isPartys(paper)) throw new NotFoundError("not served yet");
      return { row, paper };
    }
    const purpose = handlesCases(actor) ? HANDLING : "监督检查查阅文书";
    await logReading(tx, { caseId: row.caseId, userId: actor.userId, purpose, today });
    return { row, paper };
  });
}
