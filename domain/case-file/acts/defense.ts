import { dayOf } from "../../deadlines/calendar-day.ts";
import type { CommandOf } from "../commands.ts";
import type {
  DefenseAgent,
  DefenseStatement,
  Evidence,
  OralMinutes,
  StatementForm,
} from "../content.ts";
import type { DecideContext } from "../context.ts";
import type { CaseEventData } from "../events.ts";
import { issuePaper } from "../issue-paper.ts";
import { refuseContent, type Decided } from "../judgement.ts";
import { meetDeadline, setDeadline } from "../set-deadline.ts";
import { findPresentStatements, findRunningRestoration } from "../restoration.ts";
import { findPaper, findService, findUnansweredPoints, type CaseFile } from "../state.ts";

/**
 * Takes the party's statement and defense (陈述申辩).
 *
 * The moment it was received counts: 23:59:59 of the last day is in time. A statement handed in early does not end the window,
 * unless the party expressly says that it is final; one handed in before service was proven can end nothing yet.
 */
export function stateDefense(
  command: CommandOf<"state-defense">,
  file: CaseFile,
  context: DecideContext,
): Decided {
  const points = trimPoints(command.points);
  if (points.length === 0) return refuseContent("没有写明申辩意见", "请至少写明一条意见");
  if (hasHeardOfRestoration(file)) return refuseHeard();
  if (command.agent?.name.trim() === "") {
    return refuseContent("未写明代理人", "请写明代理人的姓名或者名称，并附授权委托书");
  }
  const { form, evidence, final, minutes, agent } = command;
  const isOral = form === "oral";
  if (isOral && !isComplete(minutes)) return refuseNoMinutes();
  const kept = isOral && minutes !== undefined ? { minutes } : {};
  const spokenFor = agent === undefined ? {} : { agent };
  return [
    ...takeStatement({ form, points, evidence, final, ...kept, ...spokenFor }, file, context),
    issuePaper(file, "defense-receipt", context),
    ...(isOral ? [issuePaper(file, "defense-minutes", context)] : []),
    ...(final && isWindowOpen(file) ? endDefense(file, "final") : []),
  ];
}

/** The window is open from proven service on, of the notice of a listing or of its restoration. */
function isWindowOpen(file: CaseFile): boolean {
  if (file.stage === "defense") return true;
  const notice = findPaper(file, "restoration-notice");
  return file.stage === "restoration" && findService(file, notice?.paperId) !== undefined;
}

/** Other stages leave the defense behind; a restoration is one stage, and its defense ends within it. */
function hasHeardOfRestoration(file: CaseFile): boolean {
  return (findRunningRestoration(file)?.defenseEnded ?? null) !== null;
}

function refuseHeard(): Decided {
  return refuseContent("对恢复列入的陈述申辩已经结束", "可以在决定送达后申请复议、提起诉讼");
}

/** The points as they are kept: without blanks around them, and without empty ones. */
export function trimPoints(points: readonly string[]): readonly string[] {
  return points.map((text) => text.trim()).filter((text) => text !== "");
}

/** Place and speaker must be told, and why a speaker did not sign. */
function isComplete(minutes: OralMinutes | undefined): boolean {
  if (minutes === undefined || minutes.place.trim() === "" || minutes.speaker.trim() === "") {
    return false;
  }
  return minutes.signature === "signed" || minutes.remark.trim() !== "";
}

function refuseNoMinutes(): Decided {
  return refuseContent(
    "口头陈述申辩的笔录不完整",
    "请填写笔录的地点、陈述人和核对签名情况；陈述人没有签名的，注明情况",
  );
}

/** What a party said, be it in its defense or at the hearing. */
export interface Stated {
  readonly form: StatementForm;
  readonly points: readonly string[];
  readonly evidence: readonly Evidence[];
  readonly final: boolean;
  readonly minutes?: OralMinutes;
  readonly agent?: DefenseAgent;
}

/** Takes down what a party said, point by point; the first statement starts the clock for the answer. */
export function takeStatement(
  stated: Stated,
  file: CaseFile,
  context: DecideContext,
): readonly CaseEventData[] {
  const statement: DefenseStatement = {
    statementId: context.actId,
    statedAt: context.at.toISOString(),
    form: stated.form,
    points: stated.points.map((text, index) => ({
      pointId: `${context.actId}/${String(index + 1)}`,
      text,
    })),
    evidence: stated.evidence,
    final: stated.final,
    ...(stated.minutes === undefined ? {} : { minutes: stated.minutes }),
    ...(stated.agent === undefined ? {} : { agent: stated.agent }),
  };
  const answerClock = findPresentStatements(file).length === 0;
  return [
    { type: "DefenseStated", statement },
    ...(answerClock ? [setDeadline(file, "objection-answer", dayOf(context.at), context)] : []),
  ];
}

/** Takes an express waiver (明示放弃), in a signed form or in minutes; silence is never a waiver. */
export function waiveDefense(
  command: CommandOf<"waive-defense">,
  file: CaseFile,
  context: DecideContext,
): Decided {
  const { waivedOn, form, evidence } = command;
  if (waivedOn > context.today) return refuseContent("填写的日期还没有到", "请填写实际日期");
  if (hasHeardOfRestoration(file)) return refuseHeard();
  if (!isWindowOpen(file)) return refuseContent("告知书还没有送达", "请先送达告知书");
  return [
    { type: "DefenseWaived", waiver: { waivedOn, form, evidence } },
    ...endDefense(file, "waived"),
  ];
}

/**
 * Answers the defense point by point (逐条核实): accepted or not accepted, always with reasons (R19). With the last answer the
 * party is told the result of all of them (核实结果告知书).
 */
export function answerDefense(
  command: CommandOf<"answer-defense">,
  file: CaseFile,
  context: DecideContext,
): Decided {
  const open = new Set(findUnansweredPoints(file));
  const given = command.answers.map((answer) => answer.pointId);
  if (given.length === 0 || new Set(given).size !== given.length) {
    return refuseContent("没有答复，或对同一条答复了两次", "请对每条意见各答复一次");
  }
  if (given.some((pointId) => !open.has(pointId))) {
    return refuseContent("答复的意见不存在或已答复", "请刷新页面，只答复尚未答复的意见");
  }
  const answered: CaseEventData = { type: "DefenseAnswered", answers: command.answers };
  if (given.length < open.size) return [answered];
  return [answered, ...meetAnswerClock(file), issuePaper(file, "verification-result", context)];
}

/** The same limit also runs for objections to the published record; those are not answered by this. */
function meetAnswerClock(file: CaseFile): readonly CaseEventData[] {
  const others = new Set(file.objections.map((objection) => objection.deadlineId));
  return meetDeadline(file, "objection-answer").filter(
    (event) => event.type !== "DeadlineMet" || !others.has(event.deadlineId),
  );
}

function endDefense(file: CaseFile, reason: "waived" | "final"): readonly CaseEventData[] {
  return [...meetDeadline(file, "defense-window"), { type: "DefensePeriodEnded", reason }];
}
