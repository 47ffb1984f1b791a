import type { CommandOf } from "../commands.ts";
import type { DecideContext } from "../context.ts";
import type { CaseEventData } from "../events.ts";
import { issuePaper } from "../issue-paper.ts";
import { refuseContent, type Decided } from "../judgement.ts";
import {
  findOpenObjections,
  type CorrectedContent,
  type CorrectedItem,
  type ObjectionFinding,
  type RecordObjection,
} from "../objection.ts";
import { closeWithLastAnswer, hideListing } from "./removal.ts";
import { setDeadline } from "../set-deadline.ts";
import { mustBeAnnulled, type CaseFile } from "../state.ts";

/**
 * Takes an objection to the published record (提出异议): the entry is marked in every channel at once, and the clock of the answer
 * starts. Several people may object to one entry; each gets an answer of its own.
 */
export function objectToRecord(
  command: CommandOf<"object-to-record">,
  file: CaseFile,
  context: DecideContext,
): Decided {
  const { raisedBy, item, statement, evidence } = command;
  if (statement.trim() === "") {
    return refuseContent("未写明异议的内容", "请写明哪一项信息有误、应当是什么");
  }
  const clock = setDeadline(file, "objection-answer", context.today, context);
  const isFirst = findOpenObjections(file.objections).length === 0;
  return [
    {
      type: "RecordDisputed",
      objectionId: context.actId,
      raisedBy,
      item,
      statement,
      filedOn: context.today,
      deadlineId: clock.deadline.deadlineId,
      evidence,
    },
    clock,
    ...(isFirst ? showWith(file, "disputed") : []),
  ];
}

/** Lays before the head what verification found (核实异议); one answer at a time, the oldest objection first. */
export function verifyObjection(
  command: CommandOf<"verify-objection">,
  file: CaseFile,
  context: DecideContext,
): Decided {
  const open = findOpenObjections(file.objections).find((each) => each.finding === null);
  if (open === undefined) return refuseContent("没有待核实的异议", "无需办理");
  const { outcome, findings, corrected, evidence } = command;
  if (findings.trim() === "") return refuseContent("未写明核实的情况", "请写明查明的事实和证据");
  if (outcome === "corrected") {
    const refusal = refuseCorrection(corrected, file, context);
    if (refusal !== null) return refusal;
  }
  const correction = outcome === "corrected" ? corrected : null;
  const finding: ObjectionFinding = { outcome, findings, correction };
  return [{ type: "ObjectionVerified", objectionId: open.objectionId, finding, evidence }];
}

/** Sends a finding back to be verified again (退回核实). */
export function returnObjection(command: CommandOf<"return-objection">, file: CaseFile): Decided {
  const open = findVerified(file);
  if (open === undefined) return refuseNotVerified();
  const { reasons } = command;
  if (reasons.trim() === "") return refuseContent("未写明退回的理由", "请写明理由");
  return [{ type: "ObjectionReturned", objectionId: open.objectionId, reasons }];
}

/**
 * Answers an objection as verified (签发异议处理结果). Corrected: the decision says from now on what it should, in a new version
 * everywhere. Wrong: out of sight at once, and the head has the days of an annulment to sign it.
 */
export function answerObjection(
  command: CommandOf<"answer-objection">,
  file: CaseFile,
  context: DecideContext,
): Decided {
  const open = findVerified(file);
  if (open === undefined) return refuseNotVerified();
  const { reasons } = command;
  if (reasons.trim() === "") return refuseContent("未写明处理的理由", "请写明理由");
  const { outcome, correction } = open.finding;
  const changes = correction === null ? [] : findChanges(correction, file, context);
  if (correction !== null && changes.length === 0) {
    return refuseContent(
      "核实的更正已经作出，没有剩下要更正的内容",
      "请退回，按现在的内容重新核实",
    );
  }
  const answered: CaseEventData = {
    type: "ObjectionAnswered",
    objectionId: open.objectionId,
    outcome,
    reasons,
    answeredOn: context.today,
    changes,
    correction,
  };
  return [
    answered,
    { type: "DeadlineMet", deadlineId: open.deadlineId },
    issuePaper(file, "objection-answer", context),
    ...carryOut(open, file, context),
    ...(outcome === "wrong" ? [] : closeWithLastAnswer(file, context)),
  ];
}

type Verified = RecordObjection & { readonly finding: ObjectionFinding };

function findVerified(file: CaseFile): Verified | undefined {
  return findOpenObjections(file.objections).find(
    (each): each is Verified => each.finding !== null,
  );
}

function refuseNotVerified(): Decided {
  return refuseContent("没有已经核实、等待处理的异议", "请先由承办人登记核实情况");
}

function carryOut(
  open: Verified,
  file: CaseFile,
  context: DecideContext,
): readonly CaseEventData[] {
  const isLast = findOpenObjections(file.objections).length === 1;
  switch (open.finding.outcome) {
    case "stands":
      return isLast ? showWith(file, "objection-answered") : [];
    case "corrected":
      return [
        issuePaper(file, "correction-decision", context),
        ...returnOtherCorrections(open, file),
        ...showWith(file, "corrected"),
      ];
    case "wrong":
      if (mustBeAnnulled(file)) return [];
      return [
        ...hideListing(file, "found-wrong"),
        setDeadline(file, "annulment-withdrawal", context.today, context),
      ];
  }
}

/** What was found before the correction was found on another text: carried out as it is, it would take the correction back. */
function returnOtherCorrections(answered: Verified, file: CaseFile): readonly CaseEventData[] {
  return findOpenObjections(file.objections)
    .filter(
      ({ objectionId, finding }) =>
        objectionId !== answered.objectionId && finding?.outcome === "corrected",
    )
    .map(({ objectionId }) => ({
      type: "ObjectionReturned",
      objectionId,
      reasons: "公示内容已经因另一件异议更正，请按更正后的内容重新核实",
    }));
}

/** A new version for every channel, unless the entry is out of sight anyway. */
function showWith(
  file: CaseFile,
  because: "disputed" | "objection-answered" | "corrected",
): readonly CaseEventData[] {
  return file.publicationState === "shown" ? [{ type: "PublicationShownAgain", because }] : [];
}

function refuseCorrection(
  corrected: CorrectedContent,
  file: CaseFile,
  context: DecideContext,
): Decided | null {
  const texts = [corrected.grounds, corrected.removalConditions, corrected.removalProcedure];
  if (texts.some((text) => text.trim() === "")) {
    return refuseContent("更正后的内容有空缺", "请填写完整；不更正的内容保持原样");
  }
  const known = measureIds(file);
  if (!corrected.keptMeasureIds.every((each) => known.includes(each))) {
    return refuseContent("更正增加了原决定没有的措施", "更正只能减少措施；增加措施须另行认定");
  }
  return findChanges(corrected, file, context).length === 0
    ? refuseContent("没有写明更正的内容", "请修改有误的内容，或者选择其他核实结论")
    : null;
}

function measureIds(file: CaseFile): readonly string[] {
  return (file.proposal?.measures ?? []).map((each) => each.rowId);
}

/** What the correction changes, as it was and as it is. */
function findChanges(
  corrected: CorrectedContent,
  file: CaseFile,
  context: DecideContext,
): readonly CorrectedItem[] {
  const present = measureIds(file);
  const kept = present.filter((each) => corrected.keptMeasureIds.includes(each));
  const pairs: readonly CorrectedItem[] = [
    { item: "grounds", was: file.grounds?.reasons ?? "", is: corrected.grounds },
    {
      item: "removalConditions",
      was: file.proposal?.removalConditions ?? "",
      is: corrected.removalConditions,
    },
    {
      item: "removalProcedure",
      was: file.proposal?.removalProcedure ?? "",
      is: corrected.removalProcedure,
    },
    {
      item: "keptMeasureIds",
      was: nameMeasures(present, context),
      is: nameMeasures(kept, context),
    },
  ];
  return pairs.filter(({ was, is }) => was !== is);
}

/** Measures by their titles in the catalog, as a paper names them. */
function nameMeasures(rowIds: readonly string[], { catalog }: DecideContext): string {
  return rowIds.map((rowId) => catalog.find((row) => row.id === rowId)?.title ?? rowId).join("、");
}
