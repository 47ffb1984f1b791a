import type { HarmEvent } from "../../domain/case-file/evolve-harm.ts";
import type { ObjectionEvent } from "../../domain/case-file/evolve-objections.ts";
import type { PublicationEvent } from "../../domain/case-file/evolve-publication.ts";
import type { RemedyEvent } from "../../domain/case-file/evolve-remedies.ts";
import type { RestorationEvent } from "../../domain/case-file/evolve-restoration.ts";
import { HARM_ITEM_KINDS } from "../../domain/case-file/harm.ts";
import { printDay } from "../../domain/deadlines/calendar-day.ts";
import {
  CORRECTED_ITEM_TITLES,
  DISPUTED_ITEM_TITLES,
  HARM_ITEM_TITLES,
  OBJECTION_OUTCOME_TITLES,
  OBJECTOR_TITLES,
  REMEDY_KIND_TITLES,
  REMEDY_OUTCOME_TITLES,
} from "../../domain/glossary.ts";
import { POINTS } from "../../domain/publication/points/index.ts";
import { words, type EventWords } from "./event-words.ts";
import { REMOVAL_TITLES } from "./outcome-titles.ts";

const SUSPENSIONS = {
  "basis-annulled": "认定依据文书被撤销",
  "decision-annulled": "列入决定被撤销、确认违法或者无效",
  "enforcement-suspended": "停止执行",
  "found-wrong": "经核实列入有误",
  reorganization: "重整、和解期间",
} as const;

const SHOWN_AGAIN = {
  "enforcement-resumed": "恢复执行，重新公示",
  "decision-changed": "按变更后的决定公示",
  disputed: "公示信息标注“异议处理中”",
  "objection-answered": "取消公示信息的异议标注",
  corrected: "按更正后的信息公示",
  "reorganization-ended": "重整、和解结束，恢复公示",
} as const;

/** What the log says of reconsideration and lawsuits. */
export function describeRemedy(event: RemedyEvent): EventWords {
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

/** What the log says of objections to the record. */
export function describeObjection(event: ObjectionEvent): EventWords {
  switch (event.type) {
    case "RecordDisputed":
      return words(
        `${OBJECTOR_TITLES[event.raisedBy]}对公示信息提出异议（${DISPUTED_ITEM_TITLES[event.item]}）`,
        [event.statement],
      );
    case "ObjectionVerified":
      return words(`异议核实意见：${OBJECTION_OUTCOME_TITLES[event.finding.outcome]}`, [
        event.finding.findings,
      ]);
    case "ObjectionReturned":
      return words("退回重新核实异议", [event.reasons]);
    case "ObjectionAnswered":
      return words(`签发异议处理结果：${OBJECTION_OUTCOME_TITLES[event.outcome]}`, [
        event.reasons,
        ...event.changes.map(
          ({ item, was, is }) => `${CORRECTED_ITEM_TITLES[item]}：由“${was}”更正为“${is}”`,
        ),
      ]);
  }
}

/** What the log says of publication, repair and removal. */
export function describePublication(event: PublicationEvent): EventWords {
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
    case "DisplayConsented":
      return words(
        `当事人同意向社会公示（${printDay(event.consentedOn)}），至${printDay(event.consent.endsOn)}`,
      );
    case "DisplayConsentEnded":
      return words(
        event.because === "revoked" ? "当事人撤回公示的同意" : "公示的同意期限届满，停止向社会公示",
        [event.remark],
      );
    case "PublicationStarted":
      return words("开始公示");
    case "PublicationSuspended":
      return words(`停止展示：${SUSPENSIONS[event.reason]}`);
    case "PublicationShownAgain":
      return words(SHOWN_AGAIN[event.because]);
    case "PublicationReceived":
      return words(`${POINTS[event.channel].title}已收到第${String(event.version)}版`, [
        `回执 ${event.receiptId}`,
      ]);
    case "PartyRemoved":
      return words(`移出名单：${REMOVAL_TITLES[event.cause]}`, [event.reasons]);
  }
}

/** What the log says of restoring a listing. */
export function describeRestoration(event: RestorationEvent): EventWords {
  switch (event.type) {
    case "CaseTakenUpAgain":
      return words("案件重新办理");
    case "ReorganizationApproved":
      return words(`登记重整、和解裁定：${event.court}${event.number}`, [
        `裁定日${printDay(event.ruledOn)}`,
      ]);
    case "ReorganizationEnded":
      return words(`重整、和解结束（${printDay(event.endedOn)}）`, [event.reasons]);
    case "RestorationProposed":
      return words("拟撤销移出、恢复列入", [event.reasons]);
    case "RestorationReviewed":
      return words(`法制审核${event.agrees ? "同意" : "不同意"}恢复列入`, [event.opinion]);
    case "RestorationDecided":
      return words("签发恢复列入决定", [event.reasons]);
    case "ListingRestored":
      return words("恢复列入，重新公示");
    case "RestorationEnded":
      return words("不恢复列入，移出仍然有效", [event.reasons]);
  }
}

/** What the log says of undoing a wrong listing. */
export function describeHarm(event: HarmEvent): EventWords {
  switch (event.type) {
    case "HarmItemsOpened":
      return words(`开始消除影响，共${String(event.items.length)}项`);
    case "HarmItemSettled":
      return words(`消除影响事项办结：${titleOfHarm(event.itemId)}`, [event.result]);
    case "HarmRepaired":
      return words("影响已经消除", [event.statement]);
  }
}

/** `measure/M05`: 实施单位确认解除措施M05; who the reader was stands in the list of items. */
function titleOfHarm(itemId: string): string {
  const [name, rowId = ""] = itemId.split("/");
  const kind = HARM_ITEM_KINDS.find((each) => each === name);
  if (kind === undefined) return itemId;
  return kind === "measure" ? `${HARM_ITEM_TITLES[kind]}${rowId}` : HARM_ITEM_TITLES[kind];
}
