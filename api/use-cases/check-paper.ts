import { createHash } from "node:crypto";
import { eq, or, type SQL } from "drizzle-orm";
import { stateOfPaper, type PaperState } from "../../domain/case-file/paper-state.ts";
import { isPaperKind, paperTitle, type PaperKind } from "../../domain/papers.ts";
import { normalizeCode } from "../../records/codes.ts";
import { authorities, caseFiles, papers } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";
import { NotFoundError } from "./faults.ts";
import { readClaim } from "./read-claim.ts";

/** What anybody may learn of a paper by its code; nothing of the party. */
export interface PaperCheck {
  readonly code: string;
  readonly number: string;
  readonly kind: PaperKind;
  readonly title: string;
  readonly authorityName: string;
  readonly issuedOn: string;
  readonly state: PaperState;
  readonly renderHash: string | null;
  /** SHA-256 of the file that the party got. */
  readonly fileHash: string | null;
}

type CheckDeps = Pick<AppDeps, "database">;

/** Checks a paper by the code in its QR (文书核验). */
export async function checkPaper(deps: CheckDeps, code: string): Promise<PaperCheck> {
  const { paper, file, authority } = await findPaper(deps, code);
  if (!isPaperKind(paper.kind)) throw new NotFoundError("no such paper");
  return {
    code: paper.checkCode,
    number: paper.number,
    kind: paper.kind,
    title: paperTitle(paper.kind),
    authorityName: authority.name,
    issuedOn: paper.issuedOn,
    state: stateOfPaper(file, { paperId: paper.paperId, kind: paper.kind }),
    renderHash: paper.renderHash,
    fileHash: paper.servedBlob,
  };
}

/** Says whether a file is the original of the paper with this code, bit for bit. */
export async function checkPaperFile(
  deps: CheckDeps,
  code: string,
  bytes: Uint8Array,
): Promise<{ readonly matches: boolean }> {
  const { paper } = await findPaper(deps, code);
  const hash = createHash("sha256").update(bytes).digest("hex");
  return { matches: hash === paper.servedBlob || hash === paper.fileBlob };
}

/** What a file turned out to be: an original, a known paper whose bytes were changed, or none of ours. */
export type IdentifiedFile =
  | { readonly kind: "original" | "altered"; readonly check: PaperCheck }
  | { readonly kind: "unknown" };

/**
 * Says of any file whether it is an original, and of which paper (上传核验). The file is looked at and forgotten. Without a match it
 * is asked which paper it claims to be, so that a changed copy is told from a foreign file.
 */
export async function identifyPaperFile(
  deps: CheckDeps,
  bytes: Uint8Array,
): Promise<IdentifiedFile> {
  const hash = createHash("sha256").update(bytes).digest("hex");
  const original = await findCode(deps, or(eq(papers.servedBlob, hash), eq(papers.fileBlob, hash)));
  if (original !== null) return { kind: "original", check: await checkPaper(deps, original) };
  const { code, number } = readClaim(bytes);
  const claimed =
    (code === null ? null : await findCode(deps, eq(papers.checkCode, normalizeCode(code)))) ??
    (number === null ? null : await findCode(deps, eq(papers.number, number)));
  return claimed === null
    ? { kind: "unknown" }
    : { kind: "altered", check: await checkPaper(deps, claimed) };
}

async function findCode({ database }: CheckDeps, condition: SQL | undefined) {
  const [row] = await database.select({ code: papers.checkCode }).from(papers).where(condition);
  return row?.code ?? null;
}

async function findPaper({ database }: CheckDeps, code: string) {
  const [row] = await database
    .select({ paper: papers, file: caseFiles.state, authority: authorities.profile })
    .from(papers)
    .innerJoin(caseFiles, eq(caseFiles.caseId, papers.caseId))
    .innerJoin(authorities, eq(authorities.authorityId, caseFiles.authorityId))
    .where(eq(papers.checkCode, normalizeCode(code)));
  if (row === undefined) throw new NotFoundError("no paper has this code");
  return row;
}
