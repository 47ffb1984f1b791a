import type { CommandKind } from "../../domain/case-file/commands.ts";
import type { CalendarDay } from "../../domain/deadlines/calendar-day.ts";
import { findMeasureRow } from "../../domain/measures/catalog.ts";
import { STARTER_EDITION } from "../../domain/measures/starter-row.ts";
import type { AuthorityLevel, BasisDocumentKind, LawPack } from "../../domain/packs/law-pack.ts";
import type { PartyKind, PartyRole } from "../../domain/parties/party.ts";
import type { DescribedAct, LegalityQuestion } from "../schemas/legality.ts";

/** What the party did with the notice (当事人的申辩情况). */
export const DEFENSES = ["none", "waived", "answered", "unanswered"] as const;

/** The acts that can be asked about along the usual course of a listing, in their order. */
export const USUAL_ACTS = [
  "submit-for-review",
  "approve-notice",
  "serve-notice",
  "propose-decision",
  "approve-decision",
  "sign-decision",
  "serve-decision",
  "apply-for-repair",
  "hold-removal",
] as const;

export type UsualAct = (typeof USUAL_ACTS)[number];

/** A listing that goes the usual way, told by its days. */
export interface UsualCourse {
  readonly listId: string;
  readonly level: AuthorityLevel;
  readonly partyKind: PartyKind;
  readonly partyRole: PartyRole;
  readonly documentKind: BasisDocumentKind;
  readonly documentServedOn: CalendarDay;
  /** Last day of the time limit that the document set; null where it set none. */
  readonly complianceEndsOn: CalendarDay | null;
  readonly openedOn: CalendarDay;
  readonly noticeServedOn: CalendarDay;
  readonly defense: (typeof DEFENSES)[number];
  readonly proposedOn: CalendarDay;
  readonly signedOn: CalendarDay;
  readonly decisionServedOn: CalendarDay;
  /** Whether the one who decides has worked on the case. */
  readonly sameHands: boolean;
  readonly act: UsualAct;
  readonly on: CalendarDay;
}

interface TimedAct extends DescribedAct {
  readonly step: UsualAct | null;
}

/** Describes the usual course of a listing up to the act that is asked about (一般流程), as a legality check takes it. */
export function describeUsualCourse(course: UsualCourse, pack: LawPack): LegalityQuestion {
  const { listId, level, partyKind, partyRole, openedOn, act, on } = course;
  const acts = [...draftActs(course, pack), ...defenseActs(course), ...decisionActs(course, pack)];
  const asked = acts.findIndex((each) => each.step === act);
  const question = acts[asked] ?? laterAct(course);
  const earlier = asked < 0 ? acts : acts.slice(0, asked);
  return {
    listId,
    authority: { level },
    party: { kind: partyKind, role: partyRole },
    openedOn,
    earlierActs: earlier.map(({ step: _step, ...each }) => each),
    act: question.act,
    on,
    by: question.by,
    body: question.body,
  };
}

const OFFICER = { role: "case-officer" as const, person: "承办人" };
const REVIEWER = { role: "legal-reviewer" as const, person: "审核人" };

function by(
  who: DescribedAct["by"],
  act: CommandKind,
  on: CalendarDay,
  body: object,
  step: UsualAct | null = null,
): TimedAct {
  return { act, on, by: who, body, step };
}

const SCAN = "00000000-0000-4000-8000-000000000001";

function fileOf(place: number, title: string) {
  const uploadId = `00000000-0000-4000-8000-${String(place).padStart(12, "0")}`;
  return { uploadId, title, kind: "document" };
}

function draftActs(course: UsualCourse, pack: LawPack): readonly TimedAct[] {
  const { openedOn, noticeServedOn, documentKind, documentServedOn, complianceEndsOn } = course;
  const document = {
    kind: documentKind,
    number: "一号",
    issuingOrgan: "作出机关",
    issuedOn: documentServedOn,
    effectiveOn: documentServedOn,
    servedOn: documentServedOn,
    complianceEndsOn,
    finality: "final",
    evidenceId: SCAN,
  };
  const criteria = pack.criteria.map(({ id }) => ({
    criterionId: id,
    facts: "符合该项标准",
    evidenceIds: [SCAN],
  }));
  return [
    by(OFFICER, "attach-evidence", openedOn, { evidence: fileOf(1, "认定依据文书") }),
    by(OFFICER, "record-basis-document", openedOn, { document }),
    by(OFFICER, "state-grounds", openedOn, { grounds: { criteria, reasons: "符合认定标准" } }),
    by(OFFICER, "choose-measures", openedOn, { measures: chooseMeasures(pack) }),
    by(OFFICER, "submit-for-review", openedOn, {}, "submit-for-review"),
    by(REVIEWER, "approve-notice", openedOn, { opinion: "同意" }, "approve-notice"),
    by(
      OFFICER,
      "record-service",
      noticeServedOn,
      { ...SERVED, servedOn: noticeServedOn },
      "serve-notice",
    ),
  ];
}

const SERVED = {
  method: "in-person",
  signatory: "收件人",
  witness: "",
  remark: "",
  proof: fileOf(2, "送达回证"),
};

/** The first measure of the list that the catalog lets be used; none where it holds none. */
function chooseMeasures(pack: LawPack): readonly object[] {
  const row = pack.allowedMeasureIds
    .map((rowId) => findMeasureRow(rowId, STARTER_EDITION.id))
    .find((each) => each?.active === true);
  const article = row?.citations[0]?.article;
  if (row == null || article === undefined) return [];
  const proportionality = { gravity: 3, link: "直接相关", milderAlternative: "较轻措施不足" };
  return [{ rowId: row.id, edition: row.edition, article, proportionality }];
}

function defenseActs({ defense, noticeServedOn, proposedOn }: UsualCourse): readonly TimedAct[] {
  const party = { role: "party" as const };
  switch (defense) {
    case "none":
      return [];
    case "waived":
      return [
        by(party, "waive-defense", noticeServedOn, {
          waivedOn: noticeServedOn,
          form: "signed-form",
          evidence: fileOf(3, "放弃声明"),
        }),
      ];
    case "answered":
    case "unanswered": {
      const points = { points: ["意见"], evidence: [], final: false };
      const stated = by(party, "state-defense", noticeServedOn, points);
      if (defense === "unanswered") return [stated];
      const answers = [{ pointId: "1", outcome: "not-accepted", reasons: "经核实不成立" }];
      return [stated, by(OFFICER, "answer-defense", proposedOn, { answers })];
    }
  }
}

function decisionActs(course: UsualCourse, pack: LawPack): readonly TimedAct[] {
  const { proposedOn, signedOn, decisionServedOn, sameHands } = course;
  const head = { role: "head" as const, person: sameHands ? OFFICER.person : "负责人" };
  const proposal = {
    outcome: "list",
    reasons: "符合认定标准",
    measures: chooseMeasures(pack),
    removalConditions: "期满或者符合提前移出条件",
    removalProcedure: "期满自动移出；提前移出的，免费申请",
  };
  const service = { ...SERVED, servedOn: decisionServedOn };
  return [
    by(OFFICER, "propose-decision", proposedOn, { proposal }, "propose-decision"),
    by(REVIEWER, "approve-decision", signedOn, { opinion: "同意" }, "approve-decision"),
    by(head, "sign-decision", signedOn, {}, "sign-decision"),
    by(OFFICER, "record-service", decisionServedOn, service, "serve-decision"),
  ];
}

function laterAct({ act, on }: UsualCourse): TimedAct {
  if (act === "hold-removal") return by(OFFICER, act, on, { reasons: "理由" });
  const body = { statement: "申请移出", pledge: fileOf(4, "信用承诺书"), evidence: [] };
  return by({ role: "party" }, "apply-for-repair", on, body);
}
