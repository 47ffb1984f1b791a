import type { PaperKind } from "../../domain/papers.ts";
import type { Actor } from "../../domain/case-file/actor.ts";
import { findSignedDraft } from "../../domain/case-file/draft-hash.ts";
import type { CaseEvent } from "../../domain/case-file/events.ts";
import { inTransaction } from "../../platform/database.ts";
import { holds, readSignature } from "../../platform/signing/read-signature.ts";
import { digestOf } from "../../records/digest.ts";
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
  /** The electronic signature in the file that is kept. */
  readonly signature: SignatureCheck;
  /** The draft that the head signed for; null for a paper that comes of an act without a draft. */
  readonly draft: DraftCheck | null;
}

export interface SignatureCheck {
  /** `broken`: it is not that of these bytes, or cannot be read. */
  readonly state: "holds" | "broken" | "none";
  /** Organizations and names in the signer's certificate. */
  readonly signer: readonly string[];
}

/** Hashes that agree where a paper is the one that was signed for. */
export interface DraftCheck {
  readonly agrees: boolean;
  /** In the data of the paper; null in one that was made before it was put there. */
  readonly inPaper: string | null;
  /** Named by the head at the signature, in the chain of events. */
  readonly signedHash: string;
  /** Computed again from the draft in the chain of events. */
  readonly computedHash: string;
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
  const { template, events } = await inTransaction(
    deps.database,
    async (tx) => ({
      template: await readTemplate(tx, templateVersion),
      events: await readEvents(tx, row.caseId),
    }),
    { readOnly: true },
  );
  const recordedHash = findRecordedHash(events, paperId);
  const data: unknown = JSON.parse(deps.encryption.decryptField(dataSealed));
  const file = await deps.blobs.get(servedBlob);
  const remade = await deps.drawing.remake({
    kind: paper.kind,
    madeWith: row.madeWith,
    ...{ data, template, templateVersion, file },
  });
  return {
    ...{ paper, caseId: row.caseId, recordedHash, templateVersion },
    outcome: judge(remade, recordedHash),
    fileHash: remade?.fileHash ?? null,
    remadeHash: remade?.renderHash ?? null,
    differences: remade?.differences ?? null,
    signature: checkSignature(file),
    draft: SIGNED_FOR.includes(paper.kind) ? checkDraft(events, data) : null,
  };
}

/** The papers that go out with the head's signature under a drafted decision. */
const SIGNED_FOR: readonly PaperKind[] = [
  "listing-decision",
  "repair-notice",
  "decision-not-to-list",
];

function findRecordedHash(events: readonly CaseEvent[], paperId: string): string {
  const made = events.find((event) => event.type === "PaperRendered" && event.paperId === paperId);
  return made?.type === "PaperRendered" ? made.renderHash : "";
}

function checkSignature(file: Uint8Array): SignatureCheck {
  try {
    const signature = readSignature(file);
    if (signature === null) return { state: "none", signer: [] };
    const state = holds(signature) ? "holds" : "broken";
    return { state, signer: signature.certificate.subjectNames };
  } catch (error) {
    if (error instanceof RangeError) return { state: "broken", signer: [] };
    throw error;
  }
}

function checkDraft(events: readonly CaseEvent[], data: unknown): DraftCheck | null {
  const signed = findSignedDraft(events, { digest: digestOf });
  if (signed === null) return null;
  const { draftHash: inPaper = null } = data as { readonly draftHash?: string | null }; // data of a paper of this kind
  const agrees =
    signed.signedHash === signed.computedHash &&
    (inPaper ?? signed.signedHash) === signed.signedHash;
  return { agrees, inPaper, ...signed };
}

function judge(remade: RemadeView | null, recordedHash: string): PaperRemaking["outcome"] {
  if (remade === null) return "not-kept";
  const { renderHash, fileHash, differences } = remade;
  if (fileHash !== recordedHash) return "differs";
  if (renderHash === recordedHash) return "same";
  return differences?.length === 0 ? "differs" : "made-otherwise";
}
