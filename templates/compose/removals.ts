import { addDays, printDay } from "../../domain/deadlines/calendar-day.ts";
import type {
  CaseFile,
  HeldBasisDocument,
  RepairApplication,
} from "../../domain/case-file/state.ts";
import { findConcededObjection } from "../../domain/case-file/objection.ts";
import { findAnnullingRuling } from "../../domain/case-file/remedy.ts";
import { BASIS_DOCUMENT_TITLES, REMEDY_OUTCOME_TITLES } from "../../domain/glossary.ts";
import type { CalendarDay } from "../../domain/deadlines/calendar-day.ts";
import { TERMS } from "../../domain/deadlines/terms.ts";
import type { AnnulmentDecisionData } from "../papers/annulment-decision/data.ts";
import type { DecisionNotToRemoveData } from "../papers/decision-not-to-remove/data.ts";
import type { RemovalCertificateData } from "../papers/removal-certificate/data.ts";
import type { RemovalDecisionData } from "../papers/removal-decision/data.ts";
import type { RepairAcceptanceNoticeData } from "../papers/repair-acceptance-notice/data.ts";
import type { RepairRefusalNoticeData } from "../papers/repair-refusal-notice/data.ts";
import * as shared from "./shared.ts";
import type { PaperSubject } from "./subject.ts";

/** 移出决定书, after credit repair. */
export function composeRemovalDecision(subject: PaperSubject): RemovalDecisionData {
  const { file } = subject;
  const application = newestRepair(file);
  const fulfilled = file.fulfilment === null ? [] : [`已履行义务：${file.fulfilment.remark}`];
  return {
    ...composeRemovalHead(subject),
    origin: {
      kind: "application",
      appliedOn: application.filedOn,
      acceptedOn: application.acceptedOn ?? application.filedOn,
    },
    findings: [...fulfilled, "已提交信用承诺书", application.reasons].filter((text) => text !== ""),
    legalBasis: repairBasis(subject),
    removedOn: removedOn(file),
    channels: shared.composeShownChannels(subject),
    liftedMeasures: shared.composeLiftedMeasures(subject),
  };
}

/** 不予移出决定书. */
export function composeDecisionNotToRemove(subject: PaperSubject): DecisionNotToRemoveData {
  const { file } = subject;
  const application = newestRepair(file);
  return {
    ...composeRemovalHead(subject),
    appliedOn: application.filedOn,
    acceptedOn: application.acceptedOn ?? application.filedOn,
    unmetConditions: [{ condition: "符合提前移出的条件", finding: application.reasons }],
    reasons: [application.reasons],
    legalBasis: repairBasis(subject),
    ...mayAskAgain(subject, application),
    remedies: shared.composeRemedies(subject),
  };
}

/** 信用修复申请受理通知书. */
export function composeRepairAcceptance(subject: PaperSubject): RepairAcceptanceNoticeData {
  const { file, pack } = subject;
  const application = newestRepair(file);
  const clock = file.deadlines.findLast((each) => each.termId === "repair-decision");
  if (clock === undefined) throw new Error("no answer to the application was ever counted");
  const { value, citations } = pack.values.repairDecisionDays;
  return {
    ...composeRemovalHead(subject),
    appliedOn: application.filedOn,
    acceptedOn: application.acceptedOn ?? subject.today,
    materials: [application.pledge, ...application.evidence].map((each) => each.title),
    legalBasis: repairBasis(subject),
    resultTerm: shared.printPackTerm(value),
    resultBy: clock.endsOn,
    resultBasis: shared.printCitations(citations),
    freeOfChargeBasis: shared.FREE_OF_CHARGE,
    contact: shared.composeContact(subject),
  };
}

/** 信用修复申请不予受理通知书. */
export function composeRepairRefusal(subject: PaperSubject): RepairRefusalNoticeData {
  const application = newestRepair(subject.file);
  return {
    ...composeRemovalHead(subject),
    appliedOn: application.filedOn,
    reasons: [application.reasons],
    legalBasis: repairBasis(subject),
    ...mayAskAgain(subject, application),
    remedies: shared.composeRemedies(subject),
  };
}

/** 到期移出证明. */
export function composeRemovalCertificate(subject: PaperSubject): RemovalCertificateData {
  const { file, authority } = subject;
  const end = file.deadlines.find((each) => each.termId === "listing-end");
  if (end === undefined) throw new Error("the listing of this case has no end");
  return {
    ...composeRemovalHead(subject),
    listedUntil: end.endsOn,
    removedOn: addDays(end.endsOn, 1),
    legalBasis: TERMS["listing-end"].citations.map((each) => shared.printCitations([each])),
    channels: shared.composeShownChannels(subject),
    liftedMeasures: shared.composeLiftedMeasures(subject),
    authorization: `${authority.name}关于到期自动移出的长期授权`,
    inquiryPhone: authority.contactPhone,
  };
}

/** 撤销列入决定书. */
export function composeAnnulmentDecision(subject: PaperSubject): AnnulmentDecisionData {
  const { file } = subject;
  const annulled = file.basisDocuments.filter((document) => document.annulledOn !== null);
  const conceded = findConcededObjection(file.objections);
  const ruling = findAnnullingRuling(file.remedies);
  const clock = file.deadlines.find((each) => each.termId === "annulment-withdrawal");
  if (clock === undefined) throw new Error("no withdrawal after annulment was ever counted");
  const channels = shared.composeShownChannels(subject);
  return {
    ...composeRemovalHead(subject),
    findings: [
      ...annulled.map(describeAnnulled),
      ...(ruling === undefined
        ? []
        : [
            `${printDay(ruling.decidedOn)}作出的${ruling.number}文书决定：${REMEDY_OUTCOME_TITLES[ruling.outcome]}`,
          ]),
      ...(conceded?.finding == null ? [] : [conceded.finding.findings]),
    ],
    reasons: [file.removal?.reasons ?? ""],
    legalBasis: TERMS["annulment-withdrawal"].citations.map((each) =>
      shared.printCitations([each]),
    ),
    withdrawnBy: clock.endsOn,
    withdrawnByBasis: shared.printCitations(TERMS["annulment-withdrawal"].citations),
    channels,
    liftedMeasures: shared.composeLiftedMeasures(subject),
    harmRepair: [
      channels.length === 0
        ? "通知全部实施单位立即解除措施"
        : "在全部公示渠道撤下名单信息，并通知全部实施单位立即解除措施",
      "逐一核对已接收名单信息的单位，取得撤回回执",
    ],
    compensation:
      "合法权益因列入决定受到损害的，可以依照《中华人民共和国国家赔偿法》第四条等规定申请赔偿",
    remedies: shared.composeRemedies(subject),
  };
}

function describeAnnulled({ kind, number, annulledOn }: HeldBasisDocument): string {
  const on = annulledOn === null ? "" : `于${printDay(annulledOn)}`;
  return `认定所依据的《${BASIS_DOCUMENT_TITLES[kind]}》（${number}）已${on}被撤销`;
}

function composeRemovalHead(subject: PaperSubject) {
  return {
    ...shared.composeCommon(subject),
    listName: subject.pack.listName,
    partyDetails: shared.composePartyDetails(subject),
    listingDecision: shared.referTo(subject.file, "listing-decision"),
  };
}

function mayAskAgain(
  subject: PaperSubject,
  application: RepairApplication,
): { mayAskAgainOn: CalendarDay; mayAskAgainBasis: string } {
  const from = shared.composeRepairFrom(subject);
  return {
    mayAskAgainOn: application.mayAskFrom ?? subject.today,
    mayAskAgainBasis: from?.basis ?? "",
  };
}

function repairBasis(subject: PaperSubject): readonly string[] {
  return subject.pack.earlyRemoval.conflict.flatMap((source) =>
    source.citations.map((each) => shared.printCitations([each])),
  );
}

function newestRepair(file: CaseFile): RepairApplication {
  const application = file.repairs.at(-1);
  if (application === undefined) throw new Error("the case holds no repair application");
  return application;
}

function removedOn(file: CaseFile): CalendarDay {
  if (file.removal === null) throw new Error("the party of this case was not removed");
  return file.removal.removedOn;
}
