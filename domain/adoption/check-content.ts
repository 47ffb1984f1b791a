import { refuseContent } from "../case-file/judgement.ts";
import type { CalendarDay } from "../deadlines/calendar-day.ts";
import type { Refusal } from "../refusal.ts";
import type { AdoptionCommand, ListAdoption } from "./adoption.ts";

const TITLE = "地方名单制定";

/** What of an act on a proposed list is incomplete or contradicts its record (填报内容); null where nothing is. */
export function checkAdoptionContent(
  command: AdoptionCommand,
  adoption: ListAdoption,
  { today }: { readonly today: CalendarDay },
): Refusal | null {
  switch (command.kind) {
    case "state-criteria":
      return command.criteria.criteria.length === 0
        ? refuse("没有填写认定标准", "请逐条填写认定标准及其在地方性法规中的条款")
        : null;
    case "record-consultation":
      return checkDay("征求意见日", command.consultation.consultedOn, adoption.registeredOn, today);
    case "open-comment":
      return (
        checkDay("公开日", command.openedOn, adoption.registeredOn, today) ??
        (adoption.criteria === null
          ? refuse("还没有填写认定标准，没有可以公开征求意见的文本", "请先填写认定标准")
          : null)
      );
    case "close-comment":
      return (
        checkDay("截止日", command.closedOn, adoption.comment?.openedOn ?? today, today) ??
        (command.digest.trim() === ""
          ? refuse("没有填写意见采纳情况", "请写明收到的意见、采纳情况和不采纳的理由")
          : null)
      );
    case "publish-criteria": {
      const since = adoption.comment?.closed?.closedOn ?? today;
      return checkDay("核查日", command.capture.capturedOn, since, today);
    }
    case "adopt-list":
      return null;
    case "abandon-list":
      return command.reasons.trim() === ""
        ? refuse("没有填写终止的理由", "请写明终止制定的理由")
        : null;
  }
}

function checkDay(
  name: string,
  day: CalendarDay,
  earliest: CalendarDay,
  latest: CalendarDay,
): Refusal | null {
  if (day >= earliest && day <= latest) return null;
  return refuse(`${name}应在${earliest}至${latest}之间`, `请填写实际的${name}`);
}

function refuse(missing: string, toDo: string): Refusal {
  return refuseContent(missing, toDo, TITLE);
}
