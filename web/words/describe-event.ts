import type { HearingEvent } from "../../domain/case-file/evolve-hearing.ts";
import type { CaseEvent } from "../../domain/case-file/events.ts";
import { printDay } from "../../domain/deadlines/calendar-day.ts";
import { TERMS } from "../../domain/deadlines/terms.ts";
import {
  BASIS_DOCUMENT_TITLES,
  HEARING_ATTENDANCE_TITLES,
  PARTY_KIND_TITLES,
  PARTY_ROLE_TITLES,
  SERVICE_METHOD_TITLES,
  STATEMENT_FORM_TITLES,
} from "../../domain/glossary.ts";
import { paperTitle } from "../../domain/papers.ts";
import { words, type EventWords, type Of } from "./event-words.ts";
import {
  describeHarm,
  describeObjection,
  describePublication,
  describeRemedy,
  describeRestoration,
} from "./describe-listed-event.ts";
import { OUTCOME_TITLES } from "./outcome-titles.ts";

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
    case "NoticeWithdrawn":
      return words("撤回告知，更正后重新告知", [event.reasons]);
    case "ReviewRefused":
      return words(`法制审核不同意${REVIEW_SUBJECTS[event.subject]}`, [event.reasons]);
    case "PaperIssued":
      return words(`制发${paperTitle(event.paper.kind)}`, [event.paper.number ?? ""]);
    case "PaperRendered":
      return words("生成文书文件", [`文件散列 ${event.fileHash}`]);
    case "DecisionProposed":
      return words(`拟办：${OUTCOME_TITLES[event.proposal.outcome]}`, [event.proposal.reasons]);
    case "UpperConsentRecorded":
      return words(`登记上级机关同意：${event.organ}${event.number}`);
    case "DeliberationRecorded": {
      const { heldOn, conclusion, attendees, opinions } = event.record;
      return words(`集体讨论（${printDay(heldOn)}）：${OUTCOME_TITLES[conclusion]}`, [
        `参加人员：${attendees}`,
        opinions,
      ]);
    }
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
    case "ElectronicServiceRevoked":
    case "ServiceAddressConfirmed":
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
    case "HarmItemsOpened":
    case "HarmItemSettled":
    case "HarmRepaired":
      return describeHarm(event);
    case "RecordDisputed":
    case "ObjectionVerified":
    case "ObjectionReturned":
    case "ObjectionAnswered":
      return describeObjection(event);
    case "CaseHandedOver":
      return words("移交承办人", [event.reasons]);
    case "OfficerObjected":
      return words("申请承办人回避", [event.reasons]);
    case "OfficerObjectionAnswered":
      return words(event.outcome === "granted" ? "决定承办人回避" : "决定承办人不回避", [
        event.reasons,
      ]);
    case "ReorganizationApproved":
    case "ReorganizationEnded":
    case "CaseTakenUpAgain":
    case "RestorationProposed":
    case "RestorationReviewed":
    case "RestorationDecided":
    case "ListingRestored":
    case "RestorationEnded":
      return describeRestoration(event);
    case "PackVersionMoved":
      return words(`改按规则包第${event.to}版办理（原第${event.from}版）`, [
        `理由：${event.reasons}`,
      ]);
    case "MeasureLost": {
      const { rowId, lastDay } = event.measure;
      return words(`措施${rowId}不在新版清单之内，${printDay(lastDay)}后不能再采取`);
    }
    case "DeadlineSet":
    case "DeadlineRecounted":
    case "DeadlineExtended":
    case "DeadlinePaused":
    case "DeadlineResumed":
    case "DeadlineMet":
    case "DeadlineLifted":
    case "DeadlinePassed":
      return describeClock(event);
    default:
      return describePublication(event);
  }
}

const REVIEW_SUBJECTS = { notice: "告知", decision: "决定" } as const;

function describeService(
  event: Of<
    | "ServiceAttempted"
    | "ElectronicServiceAgreed"
    | "ElectronicServiceRevoked"
    | "ServiceAddressConfirmed"
    | "ServiceNoticePublished"
    | "PapersServed"
  >,
): EventWords {
  switch (event.type) {
    case "ServiceAttempted": {
      const { method, attemptedOn, result } = event.attempt;
      return words(`${SERVICE_METHOD_TITLES[method]}未成（${printDay(attemptedOn)}）`, [result]);
    }
    case "ElectronicServiceAgreed":
      return words(`当事人书面同意电子送达（${printDay(event.agreedOn)}）`);
    case "ElectronicServiceRevoked":
      return words(`当事人撤回电子送达的同意（${printDay(event.revokedOn)}）`, [event.remark]);
    case "ServiceAddressConfirmed":
      return words(`当事人确认送达地址（${printDay(event.confirmedOn)}）`, [
        event.electronic ? "同意电子送达" : "不同意电子送达",
      ]);
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

function describeHearing(event: HearingEvent): EventWords {
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

function describeClock(
  event: Of<
    | "DeadlineSet"
    | "DeadlineRecounted"
    | "DeadlineExtended"
    | "DeadlinePaused"
    | "DeadlineResumed"
    | "DeadlineMet"
    | "DeadlineLifted"
    | "DeadlinePassed"
  >,
): EventWords {
  const title = titleOfDeadline("deadline" in event ? event.deadline.deadlineId : event.deadlineId);
  switch (event.type) {
    case "DeadlineSet":
      return words(`开始计算${title}，至${printDay(event.deadline.endsOn)}止`);
    case "DeadlineRecounted":
      return words(`重新计算${title}，至${printDay(event.deadline.endsOn)}止`, [
        `原为${printDay(event.was)}；依据${event.because}`,
      ]);
    case "DeadlineExtended":
      return words(`延长${title}，至${printDay(event.deadline.endsOn)}止`, [
        `原为${printDay(event.was)}；依据${event.article}`,
        event.reasons,
      ]);
    case "DeadlinePaused":
      return words(`${title}自${printDay(event.pausedOn)}起中止`, [
        `依据${event.article}`,
        event.reasons,
      ]);
    case "DeadlineResumed":
      return words(`${title}恢复计算，至${printDay(event.deadline.endsOn)}止`, [
        `原为${printDay(event.was)}；中止期间不计入`,
        event.reasons,
      ]);
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
