import type { ObjectionOutcome, RecordObjection } from "../../domain/case-file/objection.ts";
import { TERMS } from "../../domain/deadlines/terms.ts";
import {
  CORRECTED_ITEM_TITLES,
  DISPUTED_ITEM_TITLES,
  OBJECTION_OUTCOME_TITLES,
  OBJECTOR_TITLES,
} from "../../domain/glossary.ts";
import type { CorrectionDecisionData } from "../papers/correction-decision/data.ts";
import type { ObjectionAnswerData } from "../papers/objection-answer/data.ts";
import * as shared from "./shared.ts";
import type { PaperSubject } from "./subject.ts";

/** 异议处理结果告知书. */
export function composeObjectionAnswer(subject: PaperSubject): ObjectionAnswerData {
  const { objection, answer } = newestAnswered(subject);
  const common = shared.composeCommon(subject);
  return {
    ...common,
    listName: subject.pack.listName,
    listingDecision: shared.referTo(subject.file, "listing-decision"),
    objectedOn: objection.filedOn,
    objector: objection.raisedBy === "party" ? common.you : OBJECTOR_TITLES[objection.raisedBy],
    disputedItem: DISPUTED_ITEM_TITLES[objection.item],
    statement: objection.statement,
    findings: objection.finding?.findings ?? "",
    outcome: OBJECTION_OUTCOME_TITLES[answer.outcome],
    reasons: answer.reasons,
    consequence: CONSEQUENCES[answer.outcome],
    legalBasis: objectionBasis(),
    contact: shared.composeContact(subject),
  };
}

/** 更正决定书. */
export function composeCorrectionDecision(subject: PaperSubject): CorrectionDecisionData {
  const { objection, answer } = newestAnswered(subject);
  return {
    ...shared.composeCommon(subject),
    listName: subject.pack.listName,
    partyDetails: shared.composePartyDetails(subject),
    listingDecision: shared.referTo(subject.file, "listing-decision"),
    objectedOn: objection.filedOn,
    findings: objection.finding?.findings ?? "",
    reasons: answer.reasons,
    corrections: answer.changes.map(({ item, was, is }) => ({
      item: CORRECTED_ITEM_TITLES[item],
      was: was === "" ? "（无）" : was,
      is: is === "" ? "（无）" : is,
    })),
    legalBasis: objectionBasis(),
    channels: shared.composeReach(subject).shown,
    remedies: shared.composeRemedies(subject),
  };
}

const CONSEQUENCES: Readonly<Record<ObjectionOutcome, string>> = {
  stands: "公示信息中的异议标注予以取消，列入决定继续有效",
  corrected: "更正的内容见同日作出的更正决定书，更正后的信息在各公示渠道替换原信息",
  wrong: "列入信息已停止公示，本机关将依法作出撤销决定并消除不良影响",
};

function objectionBasis(): readonly string[] {
  return TERMS["objection-answer"].citations.map((each) => shared.printCitations([each]));
}

function newestAnswered({ file }: PaperSubject): {
  objection: RecordObjection;
  answer: NonNullable<RecordObjection["answer"]>;
} {
  const objection = file.objections.findLast((each) => each.answer !== null);
  if (objection?.answer == null) throw new Error("no objection of this case was answered");
  return { objection, answer: objection.answer };
}
