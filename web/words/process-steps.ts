import type { CaseEvent } from "../../domain/case-file/events.ts";
import { evolve } from "../../domain/case-file/evolve.ts";
import { STAGES, type Stage } from "../../domain/case-file/stages.ts";
import { findConcededObjection } from "../../domain/case-file/objection.ts";
import { findAnnullingRuling } from "../../domain/case-file/remedy.ts";
import { hasAnnulledBasis, type CaseFile } from "../../domain/case-file/state.ts";
import { dayOf, printDay, type CalendarDay } from "../../domain/deadlines/calendar-day.ts";
import type { LawPack } from "../../domain/packs/law-pack.ts";

export type StepState = "done" | "current" | "blocked" | "to-do" | "skipped";

/** One stage on the map of a case. */
export interface ProcessStep {
  readonly stage: Stage;
  readonly state: StepState;
  /** The day on which the case last came to the stage. */
  readonly since: CalendarDay | null;
  /** Why it does not go on, or why the stage is left out. */
  readonly reason: string | null;
}

/** Where a case stands and where it has been: read off its events, so that what was skipped shows as skipped. */
export function findProcessSteps(
  file: CaseFile,
  events: readonly CaseEvent[],
  pack: LawPack,
): readonly ProcessStep[] {
  const visited = findVisits(events);
  return STAGES.map((stage) => stepOf(stage, file, visited.get(stage) ?? null, pack));
}

/** The days on which the case came to each stage; the latest where it came twice. */
export function findVisits(events: readonly CaseEvent[]): ReadonlyMap<Stage, CalendarDay> {
  const visits = new Map<Stage, CalendarDay>();
  let file: CaseFile | null = null;
  for (const event of events) {
    const before: Stage | undefined = file?.stage;
    file = evolve(file, event);
    if (file.stage !== before) visits.set(file.stage, dayOf(new Date(event.at)));
  }
  return visits;
}

function stepOf(
  stage: Stage,
  file: CaseFile,
  since: CalendarDay | null,
  pack: LawPack,
): ProcessStep {
  if (stage === file.stage) return presentStep(file, since);
  const isBefore = STAGES.indexOf(stage) < STAGES.indexOf(file.stage);
  if (isBefore && since !== null) return { stage, state: "done", since, reason: null };
  const reason = isBefore ? "本案没有经过" : reasonToSkip(stage, file, pack);
  return { stage, state: reason === null ? "to-do" : "skipped", since: null, reason };
}

function presentStep(file: CaseFile, since: CalendarDay | null): ProcessStep {
  const { stage } = file;
  if (stage === "closed") return { stage, state: "done", since, reason: null };
  const reason = findObstacle(file);
  return { stage, state: reason === null ? "current" : "blocked", since, reason };
}

/** What keeps a case from going its way: an annulled basis, or a clock that ran out. */
function findObstacle(file: CaseFile): string | null {
  const isOver = file.stage === "harm-repair" || file.outcome === "withdrawn";
  if (hasAnnulledBasis(file) && !isOver) return "认定依据文书已被撤销，不得列入或者继续列入";
  if (findAnnullingRuling(file.remedies) !== undefined && !isOver) {
    return "列入决定已被撤销、确认违法或者无效，不得继续列入";
  }
  if (findConcededObjection(file.objections) !== undefined && !isOver) {
    return "经核实列入有误，不得继续列入";
  }
  const missed = file.deadlines.find((each) => each.status === "missed");
  return missed === undefined ? null : `有期限已于${printDay(missed.endsOn)}届满而未办理`;
}

function reasonToSkip(stage: Stage, file: CaseFile, pack: LawPack): string | null {
  if (stage === "hearing" && !pack.hearing) return "本名单不设听证";
  if (stage === "upper-consent" && !pack.upperConsent) return "本名单不须上级同意";
  if (stage === "restoration") return "仅在以虚假材料取得移出时经过";
  if (stage === "harm-repair") return "仅在列入被撤销时经过";
  const ends = file.outcome === "withdrawn" || file.outcome === "not-listed";
  if (ends && (stage === "published" || stage === "removed")) return "未列入名单，不公示";
  return null;
}
