import { endOfDay, type CalendarDay } from "../../deadlines/calendar-day.ts";
import { computeDeadline } from "../../deadlines/compute.ts";
import { TERMS } from "../../deadlines/terms.ts";
import type { LawPack } from "../../packs/law-pack.ts";
import { valueOf } from "../../packs/pack-values.ts";
import type { CommandOf } from "../commands.ts";
import type { DecideContext } from "../context.ts";
import type { CaseDeadline, CaseEventData } from "../events.ts";
import { refuseContent, type Decided } from "../judgement.ts";
import type { CaseFile, HeldDeadline } from "../state.ts";

/**
 * Moves an open case to the version of its list's pack that is in force now (改按新版规则包办理), by a legal officer with reasons. Open
 * clocks whose length the pack gives are counted again under it.
 *
 * The new version must hold every criterion and measure that the case stands on: what it does not hold needs a new notice, hence a new
 * case. A day that would lie before today, or sooner than a party was told, is not taken (a reading).
 */
export function moveToPackVersion(
  command: CommandOf<"move-to-pack-version">,
  file: CaseFile,
  context: DecideContext,
): Decided {
  const { activePack, pack } = context;
  if (command.reasons.trim() === "") {
    return refuseContent("没有写明改按新版办理的理由", "请写明理由");
  }
  if (activePack === null || activePack.version !== command.version) {
    return refuseContent("所填版本不是现在启用的版本", "请核对名单规则包中启用的版本");
  }
  if (activePack.version === pack.version) {
    return refuseContent("本案已按这一版本办理", "无需办理");
  }
  const lost = findLost(file, activePack);
  if (lost.length > 0) {
    const missing = `新版规则包中没有本案所依据的${lost.join("、")}`;
    return refuseContent(missing, "请继续按原版本办理，或者终止后按新版本另行立案、重新告知");
  }
  return [
    {
      type: "PackVersionMoved",
      from: pack.version,
      to: activePack.version,
      reasons: command.reasons,
      movedOn: context.today,
    },
    ...file.deadlines
      .filter((each) => each.status === "open")
      .flatMap((each) => recountOne(each, activePack, context)),
  ];
}

function findLost(file: CaseFile, pack: LawPack): readonly string[] {
  const criteria = new Set(pack.criteria.map((each) => each.id));
  const lostCriteria = (file.grounds?.criteria ?? []).filter(
    (each) => !criteria.has(each.criterionId),
  );
  const lostMeasures = file.measures.filter((each) => !pack.allowedMeasureIds.includes(each.rowId));
  return [
    ...lostCriteria.map((each) => `认定标准${each.criterionId}`),
    ...lostMeasures.map((each) => `措施${each.rowId}`),
  ];
}

function recountOne(
  held: HeldDeadline,
  pack: LawPack,
  { calendar, today }: DecideContext,
): readonly CaseEventData[] {
  const { packField, rollRule, onEnd } = TERMS[held.termId];
  const value = packField === undefined ? null : valueOf(pack, packField).value;
  if (value === null) return [];
  const { deadlineId, termId, startsOn } = held;
  const { endsOn, provisional, calendarVersion, steps } = computeDeadline({
    ...{ startsOn, ...value, rollRule, direction: "after" },
    ...{ region: pack.calendarRegion, calendar },
  });
  if (endsOn === held.endsOn || isTakenBack(endsOn, held, onEnd !== "alarm", today)) return [];
  const deadline: CaseDeadline = {
    ...{ deadlineId, termId, startsOn, ...value, endsOn },
    ...{ dueAt: endOfDay(endsOn).toISOString(), provisional, calendarVersion, steps },
  };
  return [
    {
      type: "DeadlineRecounted",
      deadline,
      was: held.endsOn,
      because: `规则包第${pack.version}版`,
    },
  ];
}

function isTakenBack(
  endsOn: CalendarDay,
  held: HeldDeadline,
  isPartys: boolean,
  today: CalendarDay,
): boolean {
  return endsOn < today || (isPartys && endsOn < held.endsOn);
}
