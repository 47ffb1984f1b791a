import { CHANNEL_TITLES } from "../../domain/publication/channels.ts";
import type { CaseEvent } from "../../domain/case-file/events.ts";
import { printDay } from "../../domain/deadlines/calendar-day.ts";
import { TERMS } from "../../domain/deadlines/terms.ts";
import {
  BASIS_DOCUMENT_TITLES,
  HEARING_ATTENDANCE_TITLES,
  REMEDY_KIND_TITLES,
  REMEDY_OUTCOME_TITLES,
  PARTY_KIND_TITLES,
  PARTY_ROLE_TITLES,
  SERVICE_METHOD_TITLES,
  STATEMENT_FORM_TITLES,
} from "../../domain/glossary.ts";
import { paperTitle } from "../../domain/papers.ts";
import { OUTCOME_TITLES, REMOVAL_TITLES } from "./outcome-titles.ts";

/** What the log of a case says of an event: one line, and what was written down with it. */
export interface EventWords {
  readonly title: string;
  readonly details: readonly string[];
}

const DEFENSE_ENDINGS = {
  expired: "期限届满",
  waived: "当事人明示放弃",
  final: "当事人声明陈述完毕",
} as const;

/** Says in Chinese what happened (办理日志). */
// eslint-disable-next-line max-lines-per-function -- a table: one line per type of event
export function describeEvent(event: CaseEvent): EventWords {
  switch (event.type) {
    case "CaseFileOpened":
      return words(`立案，案号${event.caseNumber}`, [
        `${PARTY_KIND_TITLES[event.partyKind]}，${PARTY_ROLE_TITLES[event.partyRole]}；规则包版本${event.packVersion}`,
      ]);
    case "BasisDocumentRecorded":
      return words(
        `登记认定依据文书：${BASIS_DOCUMENT_TITLES[event.document.kind]}${event.document.number}`,
      );
    case "EvidenceAttached":
      return words(`补充证据：${event.evidence.title}`, [event.evidence.fileName]);
    case "GroundsStated":
      return words("填写事由与认定标准", [event.grounds.reasons]);
    case "MeasuresChosen":
      return words(`选择失信惩戒措施${String(event.measures.length)}项`);
    case "SubmittedForReview":
      return words("提交法制审核");
    case "ReviewApproved":
      return words(`法制审核同意${REVIEW_SUBJECTS[event.subject]}`, [event.opinion]);
    case "ReviewReturned":
      return words(`法制审核退回${REVIEW_SUBJECTS[event.subject]}`, [event.reasons]);
    case "PaperIssued":
      return words(`制发${paperTitle(event.paper.kind)}`, [event.paper.number ?? ""]);
    case "PaperRendered":
      return words("生成文书文件", [`文件散列 ${event.fileHash}`]);
    case "DecisionProposed":
      return words(`拟办：${OUTCOME_TITLES[event.proposal.outcome]}`, [event.proposal.reasons]);
    case "UpperConsentRecorded":
      return words(`登记上级机关同意：${event.organ}${event.number}`);
    case "ReturnedFromSignOff":
      return words("签发环节退回拟办", [event.reasons]);
    case "DecisionSigned":
      return words(`签发决定：${OUTCOME_TITLES[event.outcome]}`, [
        `签发时所见草稿散列 ${event.draftHash}`,
      ]);
    case "CaseWithdrawn":
      return words("终止认定程序", [event.reasons]);
    case "CaseClosed":
      return words("归档");
    case "ServiceAttempted":
    case "ElectronicServiceAgreed":
    case "ServiceNoticePublished":
    case "PapersServed":
      return describeService(event);
    case "DefenseStated":
    case "DefenseWaived":
    case "DefensePeriodEnded":
    case "DefenseAnswered":
      return describeDefense(event);
    case "HearingRequested":
    case "HearingWaived":
    case "HearingScheduled":
    case "PresiderObjected":
    case "PresiderObjectionAnswered":
    case "HearingHeld":
      return describeHearing(event);
    case "RemedyRegistered":
    case "RemedyAnswered":
    case "EnforcementSuspended":
    case "EnforcementResumed":
    case "RemedyDecided":
      return describeRemedy(event);
    case "DeadlineSet":
    case "DeadlineMet":
    case "DeadlineLifted":
    case "DeadlinePassed":
      return describeClock(event);
    default:
      return describePublication(event);
  }
}

const SUSPENSIONS = {
  "basis-annulled": "认定依据文书被撤销",
  "decision-annulled": "列入决定被撤销、确认违法或者无效",
  "enforcement-suspended": "停止执行",
} as const;

const REVIEW_SUBJECTS = { notice: "告知", decision: "决定" } as const;

type Of<Type extends CaseEvent["type"]> = Extract<CaseEvent, { type: Type }>;

function describeService(
  event: Of<
    "ServiceAttempted" | "ElectronicServiceAgreed" | "ServiceNoticePublished" | "PapersServed"
  >,
): EventWords {
  switch (event.type) {
    case "ServiceAttempted": {
      const { method, attemptedOn, result } = event.attempt;
      return words(`${SERVICE_METHOD_TITLES[method]}未成（${printDay(attemptedOn)}）`, [result]);
    }
    case "ElectronicServiceAgreed":
      return words(`当事人书面同意电子送达（${printDay(event.agreedOn)}）`);
    case "ServiceNoticePublished":
      return words(`公告送达，公告发布于${event.place}（${printDay(event.publishedOn)}）`, [
        event.reasons,
      ]);
    case "PapersServed": {
      const { method, servedOn, remark } = event.service;
      return words(`${SERVICE_METHOD_TITLES[method]}，送达日${printDay(servedOn)}`, [remark]);
    }
  }
}

function describeDefense(
  event: Of<"DefenseStated" | "DefenseWaived" | "DefensePeriodEnded" | "DefenseAnswered">,
): EventWords {
  switch (event.type) {
    case "DefenseStated": {
      const { form, points, final } = event.statement;
      const end = final ? "，并声明陈述完毕" : "";
      return words(
        `当事人${STATEMENT_FORM_TITLES[form]}陈述申辩${String(points.length)}条${end}`,
        points.map((point) => point.text),
      );
    }
    case "DefenseWaived":
      return words(`当事人明示放弃陈述申辩（${printDay(event.waiver.waivedOn)}）`);
    case "DefensePeriodEnded":
      return words(`陈述申辩结束：${DEFENSE_ENDINGS[event.reason]}`);
    case "DefenseAnswered":
      return words(
        `核实答复陈述申辩${String(event.answers.length)}条`,
        event.answers.map(
          (answer) => `${answer.outcome === "accepted" ? "采纳" : "不予采纳"}：${answer.reasons}`,
        ),
      );
  }
}

function describeHearing(
  event: Of<
    | "HearingRequested"
    | "HearingWaived"
    | "HearingScheduled"
    | "PresiderObjected"
    | "PresiderObjectionAnswered"
    | "HearingHeld"
  >,
): EventWords {
  switch (event.type) {
    case "HearingRequested":
      return words("当事人申请听证", [event.reasons]);
    case "HearingWaived":
      return words(`当事人放弃或者撤回听证（${printDay(event.waivedOn)}）`);
    case "HearingScheduled": {
      const { heldOn, startsAt, place, presider, reasons } = event.schedule;
      return words(`听证定于${printDay(heldOn)}${startsAt}举行`, [
        `${place}，主持人：${presider}`,
        reasons,
      ]);
    }
    case "PresiderObjected":
      return words("当事人申请听证主持人回避", [event.reasons]);
    case "PresiderObjectionAnswered":
      return words(event.outcome === "granted" ? "决定听证主持人回避" : "决定听证主持人不回避", [
        event.reasons,
      ]);
    case "HearingHeld": {
      const { heldOn, attendance, investigation, remark } = event.record;
      return words(`举行听证（${printDay(heldOn)}），${HEARING_ATTENDANCE_TITLES[attendance]}`, [
        investigation,
        remark,
      ]);
    }
  }
}

function describeRemedy(
  event: Of<
    | "RemedyRegistered"
    | "RemedyAnswered"
    | "EnforcementSuspended"
    | "EnforcementResumed"
    | "RemedyDecided"
  >,
): EventWords {
  switch (event.type) {
    case "RemedyRegistered":
      return words(
        `登记${REMEDY_KIND_TITLES[event.remedy]}：${event.organ}${event.number}（${printDay(event.receivedOn)}收到）`,
      );
    case "RemedyAnswered":
      return words(`提交复议、诉讼答复（${printDay(event.answeredOn)}）`);
    case "EnforcementSuspended":
      return words(`停止执行（${event.number}）`);
    case "EnforcementResumed":
      return words(`恢复执行（${event.number}）`);
    case "RemedyDecided": {
      const { outcome, number, decidedOn } = event.ruling;
      return words(`复议、诉讼结果：${REMEDY_OUTCOME_TITLES[outcome]}（${printDay(decidedOn)}）`, [
        number,
      ]);
    }
  }
}

function describeClock(
  event: Of<"DeadlineSet" | "DeadlineMet" | "DeadlineLifted" | "DeadlinePassed">,
): EventWords {
  const title = titleOfDeadline(
    event.type === "DeadlineSet" ? event.deadline.deadlineId : event.deadlineId,
  );
  switch (event.type) {
    case "DeadlineSet":
      return words(`开始计算${title}，至${printDay(event.deadline.endsOn)}止`);
    case "DeadlineMet":
      return words(`${title}：已在期限内办理或者已补办`);
    case "DeadlineLifted":
      return words(`${title}：不再计算`);
    case "DeadlinePassed":
      return words(event.late ? `${title}已逾期` : `${title}届满`);
  }
}

function titleOfDeadline(deadlineId: string): string {
  const termId = deadlineId.split("/")[0];
  return Object.values(TERMS).find((term) => term.id === termId)?.title ?? "期限";
}

type PublicationEvent = Of<
  | "ObligationFulfilled"
  | "ConflictingSourceChosen"
  | "RepairRequested"
  | "RepairAccepted"
  | "RepairRefused"
  | "RepairGranted"
  | "BasisAnnulled"
  | "PublicationStarted"
  | "PublicationSuspended"
  | "PublicationShownAgain"
  | "PublicationReceived"
  | "PartyRemoved"
>;

function describePublication(event: PublicationEvent): EventWords {
  switch (event.type) {
    case "ObligationFulfilled":
      return words(`登记履行义务（${printDay(event.fulfilledOn)}）`, [event.remark]);
    case "ConflictingSourceChosen":
      return words("选择适用的提前移出期限", [event.reasons]);
    case "RepairRequested":
      return words("当事人申请信用修复", [event.statement]);
    case "RepairAccepted":
      return words("受理信用修复申请", [event.opinion]);
    case "RepairRefused":
      return words(event.step === "acceptance" ? "不予受理修复申请" : "不予移出", [
        event.reasons,
        event.mayAskFrom === null ? "" : `可再次申请之日：${printDay(event.mayAskFrom)}`,
      ]);
    case "RepairGranted":
      return words("准予提前移出", [event.reasons]);
    case "BasisAnnulled":
      return words(`登记依据文书被撤销（${printDay(event.annulledOn)}）`, [
        `${event.organ}${event.number}`,
      ]);
    case "PublicationStarted":
      return words("开始公示");
    case "PublicationSuspended":
      return words(`停止展示：${SUSPENSIONS[event.reason]}`);
    case "PublicationShownAgain":
      return words(
        event.because === "decision-changed" ? "按变更后的决定公示" : "恢复执行，重新公示",
      );
    case "PublicationReceived":
      return words(`${CHANNEL_TITLES[event.channel]}已收到第${String(event.version)}版`, [
        `回执 ${event.receiptId}`,
      ]);
    case "PartyRemoved":
      return words(`移出名单：${REMOVAL_TITLES[event.cause]}`, [event.reasons]);
  }
}

function words(title: string, details: readonly string[] = []): EventWords {
  return { title, details: details.filter((detail) => detail.trim() !== "") };
}
