import { dayOf, printDay } from "../../domain/deadlines/calendar-day.ts";
import { findNoticeService } from "../../domain/case-file/state.ts";
import { mayBeShown } from "../../domain/publication/find-channels.ts";
import { HEARING_ATTENDANCE_TITLES, SERVICE_METHOD_TITLES } from "../../domain/glossary.ts";
import type { DecisionNotToListData } from "../papers/decision-not-to-list/data.ts";
import type {
  DefenseOutcomeData,
  ListingDecisionData,
  PublicationData,
} from "../papers/listing-decision/data.ts";
import type { RepairNoticeData } from "../papers/repair-notice/data.ts";
import * as shared from "./shared.ts";
import type { PaperSubject } from "./subject.ts";

/** 列入决定书. */
export function composeListingDecision(subject: PaperSubject): ListingDecisionData {
  const { file, pack } = subject;
  const proposal = file.proposal;
  const service = findNoticeService(file);
  if (proposal === null || service === undefined) {
    throw new Error("a listing decision needs a proposal and a served notice");
  }
  const repair = repairDays(subject);
  return {
    ...shared.composeCommon(subject),
    draftHash: file.proposal?.draftHash ?? null,
    listName: pack.listName,
    partyDetails: shared.composePartyDetails(subject),
    basisDocuments: shared.composeBasisDocuments(file),
    facts: shared.composeFacts(subject),
    evidence: shared.composeEvidence(file),
    reasons: [file.grounds?.reasons ?? "", proposal.reasons].filter((text) => text !== ""),
    noticeNumber: shared.referTo(file, "prior-notice").number,
    noticeServedOn: service.servedOn,
    noticeServiceMethod: SERVICE_METHOD_TITLES[service.method],
    defense: composeDefense(subject),
    hearing: describeHearing(file),
    upperConsent:
      file.upperConsent === null
        ? null
        : `${file.upperConsent.organ}（${file.upperConsent.number}）同意`,
    legalBasis: shared.composeLegalBasis(subject),
    measures: shared.composeMeasures(proposal.measures, subject),
    proportionality: shared.composeProportionality(proposal.measures, subject),
    publication: composePublication(subject),
    ...repair.listed,
    repairFrom: repair.from.day,
    repairFromBasis: repair.from.basis,
    removalConditions: splitParagraphs(proposal.removalConditions),
    removalProcedure: splitParagraphs(proposal.removalProcedure),
    remedies: shared.composeRemedies(subject),
  };
}

/** One sentence on the hearing: held, or waived by staying away; null where there was none. */
function describeHearing(file: PaperSubject["file"]): string | null {
  const { held } = file.hearing;
  if (held === null) return null;
  return held.attendance === "attended"
    ? `本机关于${printDay(held.heldOn)}举行听证。`
    : `本机关通知于${printDay(held.heldOn)}举行听证，${HEARING_ATTENDANCE_TITLES[held.attendance]}。`;
}

/** 不予列入决定书. */
export function composeDecisionNotToList(subject: PaperSubject): DecisionNotToListData {
  const { file, pack } = subject;
  const service = findNoticeService(file);
  if (service === undefined) throw new Error("the notice of this case was never served");
  const points = file.statements.flatMap((statement) => statement.points);
  return {
    ...shared.composeCommon(subject),
    draftHash: file.proposal?.draftHash ?? null,
    listName: pack.listName,
    partyDetails: shared.composePartyDetails(subject),
    noticeNumber: shared.referTo(file, "prior-notice").number,
    noticeServedOn: service.servedOn,
    defenseSummary: points.length === 0 ? null : points.map((point) => point.text).join("；"),
    findings: composeFindings(file),
    reasons: splitParagraphs(file.proposal?.reasons ?? ""),
    legalBasis: shared.composeLegalBasis(subject),
  };
}

/** 信用修复告知书, served in one act with the decision. */
export function composeRepairNotice(subject: PaperSubject): RepairNoticeData {
  const { file, pack } = subject;
  const repair = repairDays(subject);
  const minimum = pack.earlyRemoval.conflict.map((source) => source.title).join("；");
  return {
    ...shared.composeCommon(subject),
    draftHash: file.proposal?.draftHash ?? null,
    listName: pack.listName,
    decision: shared.referTo(file, "listing-decision"),
    effects: composeEffects(subject),
    minimumTerm: minimum,
    maximumTerm: repair.listed.listedTerm,
    termBasis: repair.listed.listedTermBasis,
    repairFrom: repair.from.day,
    listedUntil: repair.listed.listedUntil,
    conditions: splitParagraphs(file.proposal?.removalConditions ?? ""),
    materials: ["信用修复申请书", "履行义务、纠正失信行为的证明材料", "信用承诺书"],
    channels: [
      `网上办理：${subject.portalUrl}`,
      "“信用中国”网站信用修复窗口",
      `现场办理：${subject.authority.contactAddress}`,
    ],
    acceptTerm: shared.printPackTerm(pack.values.repairAcceptanceDays.value),
    resultTerm: shared.printPackTerm(pack.values.repairDecisionDays.value),
    handlingBasis: shared.printCitations(pack.values.repairDecisionDays.citations),
    freeOfChargeBasis: shared.FREE_OF_CHARGE,
    falseStatement: null,
    contact: shared.composeContact(subject),
    complaintPhone: subject.authority.contactPhone,
  };
}

/** What was verified: the answers to the defense, or the review of the file where there was none. */
function composeFindings(file: PaperSubject["file"]): readonly string[] {
  if (file.answers.length > 0) return file.answers.map((answer) => answer.reasons);
  return ["经审查全部在案材料，本案不具备列入名单的条件"];
}

/** What the listing means for the party: where it is shown and shared, and each measure. */
function composeEffects(subject: PaperSubject): readonly string[] {
  const measures = shared
    .composeMeasures(subject.file.proposal?.measures ?? [], subject)
    .map((measure) => `${measure.name}（${measure.basis}，实施单位：${measure.implementer}）`);
  return [`名单信息${shared.printReach(subject)}`, ...measures];
}

function composeDefense(subject: PaperSubject): DefenseOutcomeData {
  const { file } = subject;
  const [first] = file.statements;
  if (file.waiver !== null) return { kind: "waived", waivedOn: file.waiver.waivedOn };
  if (first === undefined) {
    const window = file.deadlines.find((each) => each.termId === "defense-window");
    if (window === undefined) throw new Error("no defense window was ever counted in this case");
    return { kind: "silent", windowEndedOn: window.endsOn };
  }
  const answers = new Map(file.answers.map((answer) => [answer.pointId, answer]));
  const points = file.statements.flatMap((statement) => statement.points);
  return {
    kind: "stated",
    receivedOn: dayOf(new Date(first.statedAt)),
    points: points.map((point) => {
      const answer = answers.get(point.pointId);
      return {
        point: point.text,
        outcome: answer?.outcome === "accepted" ? "采纳" : "不予采纳",
        reasons: answer?.reasons ?? "",
      };
    }),
  };
}

function composePublication(subject: PaperSubject): PublicationData {
  const { file, pack } = subject;
  const { personDisplayBasis } = pack;
  if (!mayBeShown(file, pack)) {
    return { kind: "not-public", reasons: personDisplayBasis.note ?? "没有向社会公开的法律依据" };
  }
  return {
    kind: "public",
    basis: printDisplayBasis(subject),
    channels: shared.composeReach(subject).shown,
    fields: [
      ...(file.partyKind === "natural-person"
        ? ["脱敏后的姓名", "脱敏后的身份证件号码"]
        : ["名称", "统一社会信用代码"]),
      "列入事由和依据",
      "作出决定的机关、文号和日期",
      "列入期限",
    ],
  };
}

/** On what a party is shown: a person by the law or regulation that the list names, or by its own consent (细则（五）). */
function printDisplayBasis(subject: PaperSubject): string {
  const { file, pack } = subject;
  const legalBasis = shared.composeLegalBasis(subject).join("、");
  if (file.partyKind !== "natural-person") return legalBasis;
  if (pack.personDisplayBasis.value !== null) return pack.personDisplayBasis.value;
  const { consentedOn, endsOn } = file.displayConsent ?? {};
  if (consentedOn === undefined || endsOn === undefined) {
    throw new Error("a person is shown without a basis");
  }
  return `本人${printDay(consentedOn)}的同意（至${printDay(endsOn)}，可以随时撤回）`;
}

/** Until when the listing lasts and from when repair may be asked for; a draft counts from the day it is looked at. */
function repairDays(subject: PaperSubject) {
  const { file, pack } = subject;
  const end = file.deadlines.find((each) => each.termId === "listing-end");
  const from = shared.composeRepairFrom(subject);
  if (end === undefined || from === null) {
    throw new Error("the periods of the listing are counted when it is signed");
  }
  return {
    from,
    listed: {
      listedTerm: shared.printPackTerm(pack.values.listingTerm.value),
      listedTermBasis: shared.printCitations(pack.values.listingTerm.citations),
      listedUntil: end.endsOn,
    },
  };
}

function splitParagraphs(text: string): readonly string[] {
  return text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
