import { findLastNoticeDay, owesHearing } from "../../case-file/hearing.ts";
import { findNoticeService, findPaper, findService } from "../../case-file/state.ts";
import { printDay } from "../../deadlines/calendar-day.ts";
import { cite } from "../../law/instruments.ts";
import { since, type Broken, type Rule, type RuleSubject } from "../rule.ts";
import { DECISION_ACTS, findProposal } from "../toward-listing.ts";

/**
 * Where the list gives a hearing, it is held when asked for (依申请举行听证).
 *
 * Asked for within five working days of the notice; the party is told seven working days ahead; it is led by somebody who did not
 * investigate, and to whom no objection was upheld; nothing is decided before it was held, waived, or the days to ask for it
 * are over. Notice served 2026-03-24: asked for until 2026-03-31; a hearing on 2026-04-13 is told of on 2026-04-01 at the latest.
 * What the penalty law says of penalties is applied to a listing decided with one or in its place.
 */
export const r21HearingHeld: Rule = {
  id: "R21",
  title: "依申请举行听证",
  citations: [
    cite("penaltyLaw", "第六十三条", "reading"),
    cite("penaltyLaw", "第六十四条", "reading"),
    cite("product", "听证日前第七个工作日仍可通知，从严解读应再提前一日", "reading"),
  ],
  inForce: since("2021-07-15"),
  acts: ["request-hearing", "waive-hearing", "schedule-hearing", "hold-hearing", ...DECISION_ACTS],
  check: (subject) => {
    switch (subject.act) {
      case "request-hearing":
        return [...findNoHearing(subject), ...findLateRequest(subject)];
      case "waive-hearing":
        return findNoHearing(subject);
      case "schedule-hearing":
        return [...findPresiderFlaws(subject), ...findLateDate(subject)];
      case "hold-hearing":
        return [...findPresiderFlaws(subject), ...findHeldWrongly(subject)];
      default:
        return findProposal(subject)?.outcome === "not-list" ? [] : findSkipped(subject);
    }
  },
};

function findNoHearing({ context }: RuleSubject): readonly Broken[] {
  if (context.pack.hearing) return [];
  return [{ missing: "本名单不设听证", toDo: "请在陈述申辩期限内提出意见和证据" }];
}

function findLateRequest({ file, context }: RuleSubject): readonly Broken[] {
  const clock = findRequestClock(file.deadlines);
  if (clock === undefined || context.at.toISOString() < clock.dueAt) return [];
  return [
    {
      missing: `申请听证的期限已于${printDay(clock.endsOn)}届满`,
      toDo: "听证应当在告知书送达后五个工作日内申请；仍可对决定申请行政复议或者提起诉讼",
    },
  ];
}

function findPresiderFlaws({ file, context }: RuleSubject): readonly Broken[] {
  const { userId } = context.actor;
  const broken: Broken[] = [];
  if (file.contributors.includes(userId)) {
    broken.push({ missing: "您办理过本案，不能主持听证", toDo: "请由非本案调查人员主持听证" });
  }
  if (file.hearing.barredPresiders.includes(userId)) {
    broken.push({ missing: "您已被决定回避，不能主持听证", toDo: "请由其他人员主持听证" });
  }
  return broken;
}

function findLateDate({ command, context }: RuleSubject): readonly Broken[] {
  if (command?.kind !== "schedule-hearing") return [];
  const last = findLastNoticeDay(command.heldOn, context);
  if (context.today <= last) return [];
  return [
    {
      missing: `${printDay(command.heldOn)}的听证最迟应当在${printDay(last)}通知当事人`,
      toDo: "请另定至少七个工作日之后的日期",
    },
  ];
}

function findHeldWrongly({ file, context }: RuleSubject): readonly Broken[] {
  const { schedule, objection } = file.hearing;
  if (schedule === null) return [];
  const broken: Broken[] = [];
  if (schedule.presiderId !== context.actor.userId) {
    broken.push({
      missing: "您不是通知当事人的听证主持人",
      toDo: "请由听证通知书写明的主持人登记笔录",
    });
  }
  if (objection !== null) {
    broken.push({ missing: "当事人申请主持人回避，尚未决定", toDo: "请由负责人先决定是否回避" });
  }
  const served = findService(file, findPaper(file, "hearing-notice")?.paperId);
  const last = findLastNoticeDay(schedule.heldOn, context);
  if (served === undefined || served.servedOn > last) {
    broken.push({
      missing: `听证通知书没有在${printDay(last)}前（含当日）送达当事人`,
      toDo: "请登记送达；确已逾期的，变更听证日期并重新通知",
    });
  }
  return broken;
}

function findSkipped({ file, context }: RuleSubject): readonly Broken[] {
  if (!context.pack.hearing || findNoticeService(file) === undefined) return [];
  if (owesHearing(file.hearing)) {
    return [{ missing: "当事人申请了听证，尚未举行", toDo: "请举行听证后再拟办决定" }];
  }
  const clock = findRequestClock(file.deadlines);
  const isOver =
    file.hearing.requestedOn !== null ||
    file.hearing.waivedOn !== null ||
    (clock !== undefined && clock.dueAt <= context.at.toISOString());
  if (isOver) return [];
  const until = clock === undefined ? "" : `（至${printDay(clock.endsOn)}止）`;
  return [
    {
      missing: `申请听证的期限${until}尚未届满，当事人也没有明示放弃`,
      toDo: "请在期限届满的次日起再拟办决定",
    },
  ];
}

function findRequestClock(deadlines: RuleSubject["file"]["deadlines"]) {
  return deadlines.findLast((each) => each.termId === "hearing-request");
}
