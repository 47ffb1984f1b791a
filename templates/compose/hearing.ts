import { findPaper } from "../../domain/case-file/state.ts";
import { HEARING_ATTENDANCE_TITLES, HEARING_CLOSURE_TITLES } from "../../domain/glossary.ts";
import type { HearingMinutesData } from "../papers/hearing-minutes/data.ts";
import type { HearingNoticeData } from "../papers/hearing-notice/data.ts";
import * as shared from "./shared.ts";
import type { PaperSubject } from "./subject.ts";

/** 听证通知书. */
export function composeHearingNotice(subject: PaperSubject): HearingNoticeData {
  const { file, pack } = subject;
  const { schedule, requestedOn } = file.hearing;
  if (schedule === null || requestedOn === null) {
    throw new Error("no hearing was asked for and fixed in this case");
  }
  return {
    ...shared.composeCommon(subject),
    listName: pack.listName,
    noticeNumber: findPaper(file, "prior-notice")?.number ?? "",
    requestedOn,
    heldOn: schedule.heldOn,
    startsAt: schedule.startsAt,
    place: schedule.place,
    presider: schedule.presider,
    openness: HEARING_CLOSURE_TITLES[schedule.closure],
    changeReasons: schedule.reasons === "" ? null : schedule.reasons,
    contact: shared.composeContact(subject),
  };
}

/** 听证笔录. */
export function composeHearingMinutes(subject: PaperSubject): HearingMinutesData {
  const { file, pack } = subject;
  const { schedule, held } = file.hearing;
  if (schedule === null || held === null) throw new Error("no hearing was held in this case");
  const statement = file.statements.find((each) => each.statementId === held.statementId);
  const signed = { signed: "当事人（代理人）核对无误后签名", refused: "当事人没有签名" };
  return {
    ...shared.composeCommon(subject),
    listName: pack.listName,
    heldOn: held.heldOn,
    startsAt: schedule.startsAt,
    place: schedule.place,
    presider: schedule.presider,
    openness: HEARING_CLOSURE_TITLES[schedule.closure],
    attendance: HEARING_ATTENDANCE_TITLES[held.attendance],
    attendees: held.attendees,
    investigation: held.investigation === "" ? null : held.investigation,
    points: (statement?.points ?? []).map((point) => point.text),
    signature:
      held.remark === "" ? signed[held.signature] : `${signed[held.signature]}：${held.remark}`,
  };
}
