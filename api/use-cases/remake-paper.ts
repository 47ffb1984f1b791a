import type { Actor } from "../../domain/case-file/actor.ts";
import { inTransaction } from "../../platform/database.ts";
import { readTemplate } from "../../records/paper-templates.ts";
import { readEvents } from "../../records/read-events.ts";
import type { AppDeps, RemadeView } from "../deps.ts";
import { ConflictError } from "./faults.ts";
import type { PaperView } from "./find-papers.ts";
import { requireOfficial } from "./person.ts";
import { findPaperRow } from "./read-paper-file.ts";

/** What became of making an issued paper again (重新制作核对). */
export interface PaperRemaking {
  readonly paper: PaperView;
  readonly caseId: string;
  /**
   * `same`: byte for byte as it was issued. `made-otherwise`: not the same, and renderer, fonts or compressor are other ones now. `not-kept`: its
   * template was not kept. `differs`: not the same, and nothing explains it.
   */
  readonly outcome: "same" | "made-otherwise" | "not-kept" | "differs";
  /** Hash of the unsigned file in the chain of events, where the signature of the act rests. */
  readonly recordedHash: string;
  /** Of the file that is kept, its signature taken out; null where nothing was made again. */
  readonly fileHash: string | null;
  readonly remadeHash: string | null;
  readonly differences: RemadeView["differences"];
  readonly templateVersion: string;
}

type Deps = Pick<AppDeps, "database" | "blobs" | "encryption" | "drawing">;

/**
 * Makes an issued paper again from its data, with the wording and the order of parts as they stood then, and holds its hash against the one in
 * the record and against the file that is kept. Nothing is stored.
 */
export async function remakePaper(
  deps: Deps,
  actor: Actor,
  paperId: string,
): Promise<PaperRemaking> {
  requireOfficial(actor);
  const { row, paper } = await findPaperRow(deps, actor, paperId);
  const { servedBlob, dataSealed, templateVersion } = row;
  if (servedBlob === null || dataSealed === null || templateVersion === null) {
    throw new ConflictError("文书正在生成，请稍后再试");
  }
  const kept = await inTransaction(
    deps.database,
    async (tx) => ({
      template: await readTemplate(tx, templateVersion),
      recordedHash: await readRecordedHash(tx, row.caseId, paperId),
    }),
    { readOnly: true },
  );
  const { recordedHash, template } = kept;
  const data: unknown = JSON.parse(deps.encryption.decryptField(dataSealed));
  const remade = await deps.drawing.remake({
    ...{ kind: paper.kind, data, template, templateVersion, madeWith: row.madeWith },
    file: await deps.blobs.get(servedBlob),
  });
  return {
    ...{ paper, caseId: row.caseId, recordedHash, templateVersion },
    outcome: judge(remade, recordedHash),
    fileHash: remade?.fileHash ?? null,
    remadeHash: remade?.renderHash ?? null,
    differences: remade?.differences ?? null,
  };
}

async function readRecordedHash(
  tx: Parameters<typeof readEvents>[0],
  caseId: string,
  paperId: string,
): Promise<string> {
  const events = await readEvents(tx, caseId);
  const made = events.find((event) => event.type === "PaperRendered" && event.paperId === paperId);
  return made?.type === "PaperRendered" ? made.renderHash : "";
}

function judge(remade: RemadeView | null, recordedHash: string): PaperRemaking["outcome"] {
  if (remade === null) return "not-kept";
  const { renderHash, fileHash, differences } = remade;
  if (fileHash !== recordedHash) return "differs";
  if (renderHash === recordedHash) return "same";
  return differences?.length === 0 ? "differs" : "made-otherwise";
}
