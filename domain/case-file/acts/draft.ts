import type { CommandOf } from "../commands.ts";
import { refuseContent, type Decided } from "../judgement.ts";
import { digestNotice, refuseUnchanged } from "../refused-draft.ts";
import type { DecideContext } from "../context.ts";
import type { CaseFile } from "../state.ts";

/** Records an effective document (认定依据文书); whether it can carry the listing is for R04 to say. */
export function recordBasisDocument(
  command: CommandOf<"record-basis-document">,
  file: CaseFile,
): Decided {
  const { document } = command;
  if (!holdsEvidence(file, [document.evidenceId])) return refuseMissingEvidence();
  if (document.effectiveOn < document.issuedOn) {
    return refuseContent("文书生效日早于作出日", "请核对文书的作出日和生效日");
  }
  return [{ type: "BasisDocumentRecorded", document }];
}

/** Adds a piece of evidence (证据) to the case file. */
export function attachEvidence(command: CommandOf<"attach-evidence">, file: CaseFile): Decided {
  const known = file.evidence.some((each) => each.evidenceId === command.evidence.evidenceId);
  if (known) return refuseContent("同一份证据已在案卷中", "无需重复添加");
  return [{ type: "EvidenceAttached", evidence: command.evidence }];
}

/** States criterion by criterion why this party is to be listed (事由). */
export function stateGrounds(command: CommandOf<"state-grounds">, file: CaseFile): Decided {
  const { grounds } = command;
  const evidenceIds = grounds.criteria.flatMap((each) => each.evidenceIds);
  if (!holdsEvidence(file, evidenceIds)) return refuseMissingEvidence();
  if (grounds.reasons.trim() === "") return refuseContent("未写明理由", "请写明列入的事实和理由");
  const empty = grounds.criteria.some((each) => each.facts.trim() === "");
  if (empty) return refuseContent("有认定标准未写明事实", "请逐条写明符合认定标准的事实");
  return [{ type: "GroundsStated", grounds }];
}

/** Chooses measures from the catalog (惩戒措施清单); R27 refuses what is not in it. */
export function chooseMeasures(command: CommandOf<"choose-measures">): Decided {
  const ids = command.measures.map((each) => each.rowId);
  if (new Set(ids).size !== ids.length) {
    return refuseContent("同一措施重复选择", "每项措施只选一次");
  }
  return [{ type: "MeasuresChosen", measures: command.measures }];
}

/** Hands the draft to legal review (提交法制审核); nothing may be missing from it. */
export function submitForReview(file: CaseFile, context: DecideContext): Decided {
  if (file.grounds === null) return refuseContent("尚未填写事由", "请先填写事由与认定标准");
  if (file.measures.length === 0) {
    return refuseContent("尚未选择失信惩戒措施", "请先从措施清单中选择");
  }
  const unchanged = refuseUnchanged(file, digestNotice(file, context));
  return unchanged ?? [{ type: "SubmittedForReview" }];
}

/** Whether all named pieces lie in the case file. */
export function holdsEvidence(file: CaseFile, evidenceIds: readonly string[]): boolean {
  const held = new Set(file.evidence.map((each) => each.evidenceId));
  return evidenceIds.every((evidenceId) => held.has(evidenceId));
}

function refuseMissingEvidence(): Decided {
  return refuseContent("引用的证据不在本案卷中", "请先补充证据，再引用");
}
