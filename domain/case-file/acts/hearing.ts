import type { CommandOf } from "../commands.ts";
import type { DecideContext } from "../context.ts";
import type { CaseEventData } from "../events.ts";
import { owesHearing } from "../hearing.ts";
import { issuePaper } from "../issue-paper.ts";
import { refuseContent, type Decided } from "../judgement.ts";
import { liftDeadline, meetDeadline } from "../set-deadline.ts";
import { findOpenDeadline, type CaseFile } from "../state.ts";
import { takeStatement, trimPoints } from "./defense.ts";

/** Takes the party's request for a hearing (申请听证); that the list gives one and that it is in time is R21's. */
export function requestHearing(
  command: CommandOf<"request-hearing">,
  file: CaseFile,
  context: DecideContext,
): Decided {
  const { requestedOn, waivedOn } = file.hearing;
  if (requestedOn !== null) return refuseContent("已经申请过听证", "请等待听证通知");
  if (waivedOn !== null) return refuseContent("已经明示放弃听证", "放弃后不能再次申请");
  const { form, reasons } = command;
  return [
    { type: "HearingRequested", requestedOn: context.today, form, reasons },
    ...meetDeadline(file, "hearing-request"),
  ];
}

/** Takes an express waiver of the hearing, or the withdrawal of a request (明示放弃或者撤回听证). */
export function waiveHearing(
  command: CommandOf<"waive-hearing">,
  file: CaseFile,
  context: DecideContext,
): Decided {
  const { waivedOn, form, evidence } = command;
  if (waivedOn > context.today) return refuseContent("填写的日期还没有到", "请填写实际日期");
  const mayStillAsk = findOpenDeadline(file, "hearing-request") !== undefined;
  if (file.hearing.waivedOn !== null || !(owesHearing(file.hearing) || mayStillAsk)) {
    return refuseContent("没有可以放弃的听证权利", "无需办理");
  }
  return [
    { type: "HearingWaived", waivedOn, form, evidence },
    ...meetDeadline(file, "hearing-request"),
    // A public notice under way was for a hearing that nobody will hold.
    ...liftDeadline(file, "public-notice-service"),
  ];
}

/** Fixes day, place and presider of the hearing, or moves it with reasons (确定或者变更听证安排); a notice goes out each time. */
export function scheduleHearing(
  command: CommandOf<"schedule-hearing">,
  file: CaseFile,
  context: DecideContext,
): Decided {
  const { heldOn, startsAt, place, presider, closure } = command;
  const reasons = command.reasons.trim();
  if (place.trim() === "" || presider.trim() === "") {
    return refuseContent("没有写明听证地点或者主持人", "请写明地点、主持人姓名和职务");
  }
  if (file.hearing.schedule !== null && reasons === "") {
    return refuseContent("变更听证安排未写明理由", "请写明延期或者变更的理由");
  }
  const presiderId = context.actor.userId;
  return [
    {
      type: "HearingScheduled",
      schedule: { heldOn, startsAt, place, presider, presiderId, closure, reasons },
    },
    issuePaper(file, "hearing-notice", context),
  ];
}

/** Takes the party's objection to the presider (申请主持人回避). */
export function objectToPresider(
  command: CommandOf<"object-to-presider">,
  file: CaseFile,
): Decided {
  const { schedule, objection } = file.hearing;
  if (schedule === null) return refuseContent("听证主持人还没有确定", "请在收到听证通知后提出");
  if (objection !== null) return refuseContent("已有一份回避申请待决定", "请等待决定");
  if (command.reasons.trim() === "") return refuseContent("未写明申请回避的理由", "请写明理由");
  return [{ type: "PresiderObjected", reasons: command.reasons }];
}

/** Decides on the objection (决定是否回避): an upheld one takes date and presider away, and another presider fixes a new date. */
export function answerPresiderObjection(
  command: CommandOf<"answer-presider-objection">,
  file: CaseFile,
): Decided {
  if (file.hearing.objection === null) {
    return refuseContent("没有待决定的回避申请", "无需办理");
  }
  const { outcome, reasons } = command;
  if (reasons.trim() === "") return refuseContent("未写明决定的理由", "请写明理由");
  return [{ type: "PresiderObjectionAnswered", outcome, reasons }];
}

/**
 * Records the hearing with its minutes (登记听证笔录). The party's points are answered one by one like every other statement (R19).
 * Who stays away or leaves without good reason has waived the hearing by law.
 */
export function holdHearing(
  command: CommandOf<"hold-hearing">,
  file: CaseFile,
  context: DecideContext,
): Decided {
  const { schedule } = file.hearing;
  if (schedule === null) return refuseContent("听证时间还没有确定", "请先确定听证安排");
  if (context.today < schedule.heldOn) {
    return refuseContent("听证日还没有到", "请在听证举行后登记笔录");
  }
  const { attendance, attendees, investigation, signature, remark, evidence } = command;
  if (attendance !== "absent" && investigation.trim() === "") {
    return refuseContent("没有写明调查人员提出的事实、证据和处理建议", "请按笔录填写");
  }
  if (signature === "refused" && remark.trim() === "") {
    return refuseContent("当事人没有签名而未注明情况", "请由主持人注明拒绝签名的情况");
  }
  const points = trimPoints(command.points);
  const stated = attendance !== "absent" && points.length > 0;
  const statement: readonly CaseEventData[] = stated
    ? takeStatement({ form: "at-hearing", points, evidence: [], final: false }, file, context)
    : [];
  return [
    ...statement,
    {
      type: "HearingHeld",
      record: {
        heldOn: schedule.heldOn,
        attendance,
        attendees,
        investigation,
        statementId: stated ? context.actId : null,
        signature,
        remark,
      },
      evidence,
    },
    issuePaper(file, "hearing-minutes", context),
  ];
}
