import { printDay } from "../deadlines/calendar-day.ts";
import { TERMS } from "../deadlines/terms.ts";
import type { CaseEvent } from "./events.ts";
import type { CaseFile } from "./state.ts";

/** Work that follows from an act (后续事项), written as a row in the same transaction and done by the system. */
export type FollowUp =
  | { readonly kind: "render-paper"; readonly paperId: string }
  | { readonly kind: "publish"; readonly version: number };

/** Which official a message goes to. Parties read theirs on their own page. */
export type MessageTo = "party" | "case-officer" | "legal-reviewer" | "head" | "supervisor";

/** A message to a person concerned (提醒): only what happened, never contents. */
export interface Message {
  readonly to: MessageTo;
  readonly text: string;
}

/** The work that an event brings about, given the case after it. */
export function followUpsOf(event: CaseEvent, file: CaseFile): readonly FollowUp[] {
  switch (event.type) {
    case "PaperIssued":
      return [{ kind: "render-paper", paperId: event.paper.paperId }];
    case "PublicationStarted":
    case "PublicationSuspended":
    case "PublicationShownAgain":
      return [{ kind: "publish", version: file.publicationVersion }];
    case "DisplayConsented":
    case "DisplayConsentEnded":
      return file.publicationState === "shown"
        ? [{ kind: "publish", version: file.publicationVersion }]
        : [];
    case "ListingRestored":
    case "PartyRemoved":
      return [{ kind: "publish", version: file.publicationVersion }];
    default:
      return [];
  }
}

/** Who is told of an event, and what (通知有关人员). */
// eslint-disable-next-line max-lines-per-function -- a table: one line per type of event
export function messagesOf(event: CaseEvent): readonly Message[] {
  switch (event.type) {
    case "SubmittedForReview":
      return [{ to: "legal-reviewer", text: "有一件列入告知待法制审核" }];
    case "ReviewReturned":
      return [{ to: "case-officer", text: "法制审核已退回，请按意见补正" }];
    case "NoticeWithdrawn":
      return [
        { to: "party", text: "原告知书已经撤回，本机关将更正后重新告知，请以新的告知书为准" },
      ];
    case "ReviewRefused":
      return [
        { to: "case-officer", text: "法制审核不同意，没有新的事实、证据或者依据的，请终止程序" },
        { to: "head", text: "有一件案件法制审核不同意" },
      ];
    case "ReviewApproved":
      return afterApproval(event);
    case "UpperConsentRecorded":
      return [{ to: "head", text: "有一件决定待签发" }];
    case "DeliberationRecorded":
      return [{ to: "head", text: "有一件案件已经集体讨论，请依讨论结果签发或者退回" }];
    case "ReturnedFromSignOff":
      return [{ to: "case-officer", text: "负责人已退回拟办决定，请按意见补正" }];
    case "DefenseStated":
      return [{ to: "case-officer", text: "当事人提交了陈述申辩，请逐条核实答复" }];
    case "PaperIssued":
      return event.paper.kind === "verification-result"
        ? [{ to: "party", text: "您的陈述申辩已有核实结果，请查看文书" }]
        : [];
    case "DefensePeriodEnded":
      return [{ to: "case-officer", text: "陈述申辩期已结束，请核实并拟办决定" }];
    case "HearingRequested":
      return [
        { to: "legal-reviewer", text: "当事人申请听证，请确定主持人和听证时间" },
        { to: "case-officer", text: "当事人申请听证" },
      ];
    case "HearingWaived":
      return [{ to: "case-officer", text: "当事人放弃或者撤回了听证" }];
    case "HearingScheduled":
      return [
        { to: "case-officer", text: "听证时间已经确定，请立即送达听证通知书" },
        { to: "party", text: "听证时间已经确定，请查看听证通知书" },
      ];
    case "PresiderObjected":
      return [{ to: "head", text: "当事人申请听证主持人回避，请作出决定" }];
    case "PresiderObjectionAnswered":
      return [
        { to: "legal-reviewer", text: "听证主持人是否回避已经决定" },
        { to: "party", text: "您的回避申请已有决定" },
      ];
    case "HearingHeld":
      return [{ to: "case-officer", text: "听证已经结束，请核实并拟办决定" }];
    case "DecisionProposed":
      return [{ to: "legal-reviewer", text: "有一件拟办决定待法制审核" }];
    case "DecisionSigned":
      return [{ to: "case-officer", text: "决定已签发，请在期限内送达" }];
    case "RepairRequested":
      return [{ to: "case-officer", text: "收到信用修复申请，请在3个工作日内决定是否受理" }];
    case "RepairAccepted":
      return [
        { to: "party", text: "您的信用修复申请已受理" },
        { to: "head", text: "有一件信用修复申请待决定" },
      ];
    case "RepairRefused":
      return [{ to: "party", text: "您的信用修复申请已有结果，请查看文书" }];
    case "RemedyRegistered":
      return [
        { to: "case-officer", text: "有一件复议或者诉讼，请在期限内提交答复、证据和依据" },
        { to: "head", text: "有一件列入决定被申请复议或者起诉" },
      ];
    case "EnforcementSuspended":
      return [{ to: "party", text: "列入决定已停止执行" }];
    case "EnforcementResumed":
      return [{ to: "party", text: "列入决定已恢复执行" }];
    case "RemedyDecided":
      return [
        { to: "head", text: "复议或者诉讼已有结果，须撤销的请在期限内签发" },
        { to: "party", text: "复议或者诉讼的结果已经登记" },
      ];
    case "RecordDisputed":
      return [
        { to: "case-officer", text: "有人对公示信息提出异议，请在期限内核实" },
        { to: "party", text: "对您的公示信息的异议已经登记，正在核实" },
      ];
    case "ObjectionVerified":
      return [{ to: "head", text: "有一件异议已经核实，请签发处理结果" }];
    case "ObjectionReturned":
      return [{ to: "case-officer", text: "异议核实意见已退回，请重新核实" }];
    case "ObjectionAnswered":
      return [{ to: "party", text: "对公示信息的异议已有处理结果，请查看文书" }];
    case "BasisAnnulled":
      return [{ to: "head", text: "有一件案件的认定依据文书被撤销，请在期限内处理" }];
    case "HarmItemsOpened":
      return [{ to: "case-officer", text: "错误列入已经撤销，请逐项消除影响" }];
    case "HarmRepaired":
      return [{ to: "party", text: "错误列入的影响已经消除，请查看证明" }];
    case "PartyRemoved":
      return [{ to: "party", text: "您已被移出名单，请查看文书" }];
    case "DisplayConsented":
      return [
        { to: "case-officer", text: "当事人同意向社会公示其列入信息" },
        { to: "party", text: "您同意公示的意思已经登记，可以随时撤回" },
      ];
    case "DisplayConsentEnded":
      return [
        { to: "case-officer", text: "公示个人信息的同意已经终止，各公示渠道正在撤下" },
        { to: "party", text: "您对公示的同意已经终止，各公示渠道正在撤下" },
      ];
    case "CaseHandedOver":
      return [{ to: "case-officer", text: "有一件案件移交给您承办" }];
    case "OfficerObjected":
      return [{ to: "head", text: "有人申请承办人回避，请作出决定" }];
    case "OfficerObjectionAnswered":
      return [{ to: "party", text: "您的回避申请已有决定" }];
    case "ReorganizationApproved":
      return [{ to: "party", text: "重整、和解期间暂停公示您的列入信息" }];
    case "ReorganizationEnded":
      return [{ to: "party", text: "重整、和解已经结束，列入信息恢复公示" }];
    case "DeadlineExtended":
      return afterExtension(event);
    case "DeadlinePaused":
      return [{ to: "case-officer", text: "有一个办理期限依法中止，中止期间不计入期限" }];
    case "DeadlineResumed":
      return [
        {
          to: "case-officer",
          text: `“${TERMS[event.deadline.termId].title}”恢复计算，最后一日由${printDay(event.was)}改为${printDay(event.deadline.endsOn)}`,
        },
      ];
    case "CaseTakenUpAgain":
      return [{ to: "case-officer", text: "有一件已经归档的案件重新办理" }];
    case "RestorationProposed":
      return [{ to: "legal-reviewer", text: "有一件案件拟恢复列入，陈述申辩结束后请审核" }];
    case "RestorationReviewed":
      return [{ to: "head", text: "有一件恢复列入已经法制审核，请作出决定" }];
    case "RestorationDecided":
      return [{ to: "case-officer", text: "恢复列入决定已签发，请在期限内送达" }];
    case "ListingRestored":
      return [{ to: "party", text: "您已被恢复列入名单，请查看文书" }];
    case "RestorationEnded":
      return [
        { to: "party", text: "对您不恢复列入，移出仍然有效，请查看文书" },
        { to: "case-officer", text: "恢复列入的程序已经结束，移出仍然有效" },
      ];
    case "PackVersionMoved":
      return (["case-officer", "party"] as const).map((to) => ({
        to,
        text: `本案改按规则包第${event.to}版办理，期限有变动的另行告知`,
      }));
    case "MeasureLost":
      return afterLoss(event);
    case "DeadlineRecounted":
      return afterRecount(event);
    case "DeadlinePassed":
      return event.late
        ? [
            { to: "case-officer", text: "有一个期限已经逾期，请立即处理并说明理由" },
            { to: "supervisor", text: "有一件案件的期限已经逾期" },
          ]
        : [];
    default:
      return [];
  }
}

function afterApproval(event: Extract<CaseEvent, { type: "ReviewApproved" }>): readonly Message[] {
  if (event.subject === "notice") {
    return [{ to: "case-officer", text: "告知书已通过法制审核，请在期限内送达" }];
  }
  const deliberate: readonly Message[] =
    event.deliberationNeeded === true
      ? [{ to: "case-officer", text: "法制审核认为本案须集体讨论，请提请集体讨论并登记结果" }]
      : [];
  const next: readonly Message[] = event.upperConsentNeeded
    ? [{ to: "case-officer", text: "拟办决定已通过法制审核，请报上一级机关同意" }]
    : [{ to: "head", text: "有一件决定待签发" }];
  return [...next, ...deliberate];
}

/** The applicant is told of an extension before the first day is over. */
function afterExtension(
  event: Extract<CaseEvent, { type: "DeadlineExtended" }>,
): readonly Message[] {
  const { deadline, was } = event;
  const text = `“${TERMS[deadline.termId].title}”依法延长，最后一日由${printDay(was)}改为${printDay(deadline.endsOn)}`;
  return [
    { to: "party", text },
    { to: "case-officer", text },
  ];
}

/** A day that moved is told to the officer, and to the party where the clock is its own. */
function afterRecount(
  event: Extract<CaseEvent, { type: "DeadlineRecounted" }>,
): readonly Message[] {
  const { deadline, was } = event;
  if (deadline.endsOn === was) return [];
  const text = `“${TERMS[deadline.termId].title}”因放假安排重新计算，最后一日由${printDay(was)}改为${printDay(deadline.endsOn)}`;
  const isPartys = TERMS[deadline.termId].onEnd !== "alarm";
  return [{ to: "case-officer", text }, ...(isPartys ? [{ to: "party" as const, text }] : [])];
}

/** Whoever handles, reviews or oversees the case must know that a measure has no row any more, and so must the party. */
function afterLoss({ measure }: Extract<CaseEvent, { type: "MeasureLost" }>): readonly Message[] {
  const text = `措施${measure.rowId}不在新版失信惩戒措施清单之内，${printDay(measure.lastDay)}后不能再采取`;
  return (["case-officer", "legal-reviewer", "supervisor", "party"] as const).map((to) => ({
    to,
    text,
  }));
}
