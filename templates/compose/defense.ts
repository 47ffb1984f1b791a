import { findPaper } from "../../domain/case-file/state.ts";
import { dayOf } from "../../domain/deadlines/calendar-day.ts";
import { TERMS } from "../../domain/deadlines/terms.ts";
import { STATEMENT_FORM_TITLES } from "../../domain/glossary.ts";
import type { DefenseMinutesData } from "../papers/defense-minutes/data.ts";
import type { DefenseReceiptData } from "../papers/defense-receipt/data.ts";
import type { VerificationResultData } from "../papers/verification-result/data.ts";
import * as shared from "./shared.ts";
import type { PaperSubject } from "./subject.ts";

const SHANGHAI_MS = 8 * 3_600_000;

/** 陈述申辩受理回执. */
export function composeDefenseReceipt(subject: PaperSubject): DefenseReceiptData {
  const { file, pack } = subject;
  const statement = file.statements.at(-1);
  const window = file.deadlines.find((each) => each.termId === "defense-window");
  if (statement === undefined) {
    throw new Error("no defense was stated in this case");
  }
  const points = `申辩意见${String(statement.points.length)}条`;
  return {
    ...shared.composeCommon(subject),
    listName: pack.listName,
    noticeNumber: findPaper(file, "prior-notice")?.number ?? "",
    receivedAt: printMoment(statement.statedAt),
    form: STATEMENT_FORM_TITLES[statement.form],
    items: [
      { title: points, extent: "1份" },
      ...statement.evidence.map((each) => ({ title: each.title, extent: "1份" })),
    ],
    windowEndsOn: window?.endsOn ?? null,
    replyTerm: `${shared.printPackTerm(pack.values.objectionAnswerDays.value)}（${shared.printCitations(pack.values.objectionAnswerDays.citations)}）`,
    contact: shared.composeContact(subject),
  };
}

/** 陈述申辩笔录, of the newest oral statement. */
export function composeDefenseMinutes(subject: PaperSubject): DefenseMinutesData {
  const { file, pack } = subject;
  const statement = file.statements.at(-1);
  if (statement?.minutes === undefined) throw new Error("no oral defense was taken down");
  const { place, speaker, signature, remark } = statement.minutes;
  const signed = SIGNATURES[signature];
  return {
    ...shared.composeCommon(subject),
    listName: pack.listName,
    partyDetails: shared.composePartyDetails(subject),
    noticeNumber: findPaper(file, "prior-notice")?.number ?? "",
    takenAt: printMoment(statement.statedAt),
    place,
    speaker,
    recorder: subject.issuedBy,
    points: statement.points.map((point) => point.text),
    evidence: statement.evidence.map((each) => each.title),
    isFinal: statement.final,
    signature: remark === "" ? signed : `${signed}：${remark}`,
  };
}

const SIGNATURES = {
  signed: "陈述人核对无误后签名",
  refused: "陈述人没有签名，记录人注明情况",
} as const;

/** 核实结果告知书: every point that was stated, with its answer. */
export function composeVerificationResult(subject: PaperSubject): VerificationResultData {
  const { file, pack } = subject;
  const [first] = file.statements;
  if (first === undefined) throw new Error("no defense was stated in this case");
  const answers = new Map(file.answers.map((answer) => [answer.pointId, answer]));
  const points = file.statements.flatMap((statement) => statement.points);
  return {
    ...shared.composeCommon(subject),
    listName: pack.listName,
    noticeNumber: shared.referTo(file, "prior-notice").number,
    statedOn: dayOf(new Date(first.statedAt)),
    points: points.map(({ pointId, text }) => ({
      point: text,
      outcome: answers.get(pointId)?.outcome === "accepted" ? "采纳" : "不予采纳",
      reasons: answers.get(pointId)?.reasons ?? "",
    })),
    legalBasis: TERMS["objection-answer"].citations.map((each) => shared.printCitations([each])),
    contact: shared.composeContact(subject),
  };
}

/** A moment in Shanghai as people write it: 2026年3月20日16时05分. */
function printMoment(iso: string): string {
  const shanghai = new Date(Date.parse(iso) + SHANGHAI_MS).toISOString();
  const day = `${Number(shanghai.slice(0, 4))}年${Number(shanghai.slice(5, 7))}月${Number(shanghai.slice(8, 10))}日`;
  return `${day}${Number(shanghai.slice(11, 13))}时${shanghai.slice(14, 16)}分`;
}
