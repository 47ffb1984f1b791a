import type { Command } from "../../domain/case-file/commands.ts";
import { findOpenHarmItems } from "../../domain/case-file/harm.ts";
import type { CaseOpening } from "../../domain/case-file/open-case.ts";
import type { Stage } from "../../domain/case-file/stages.ts";
import { cite } from "../../domain/law/instruments.ts";
import { parseDay, type CalendarDay } from "../../domain/deadlines/calendar-day.ts";
import {
  act,
  confirmChannels,
  EMPLOYER,
  letPass,
  openScene,
  papersToServe,
  type Scene,
} from "./case-builder.ts";
import {
  BIDDING_LIMIT,
  DECISION_NOT_TO_LIST,
  DECISION_TO_LIST,
  evidenceOf,
  GROUNDS,
  ORDER_TO_PAY,
} from "./case-content.ts";
import { WAGES_PACK, WORLD, type World } from "./case-world.ts";

/** Builds a case at a stage by real acts, on the days of scenario S1. */
export function caseAt(
  stage: Stage,
  opening: CaseOpening = EMPLOYER,
  world: World = WORLDS[stage] ?? WORLD,
): Scene {
  switch (stage) {
    case "draft":
      return filledDraft(openScene("2026-03-13", opening, world));
    case "notice-legal-review":
      return act(caseAt("draft", opening, world), "case-officer", "2026-03-13", {
        kind: "submit-for-review",
      });
    case "notice-service":
      return act(caseAt("notice-legal-review", opening, world), "legal-reviewer", "2026-03-13", {
        kind: "approve-notice",
        opinion: "同意",
      });
    case "defense":
      return serve(caseAt("notice-service", opening, world), "2026-03-16");
    case "hearing":
      return letPass(
        act(caseAt("defense", opening, world), "party", "2026-03-18", {
          kind: "request-hearing",
          form: "portal",
          reasons: "对拖欠数额有异议",
        }),
        "2026-03-24",
      );
    case "verification":
      return letPass(caseAt("defense", opening, world), "2026-03-24");
    case "decision-legal-review":
      return act(caseAt("verification", opening, world), "case-officer", "2026-03-25", {
        kind: "propose-decision",
        proposal: DECISION_TO_LIST,
      });
    case "upper-consent":
    case "sign-off":
      return act(caseAt("decision-legal-review", opening, world), "legal-reviewer", "2026-03-26", {
        kind: "approve-decision",
        opinion: "同意",
      });
    case "decision-service":
      return sign(caseAt("sign-off", opening, world), "2026-03-27");
    case "published":
      return confirmChannels(
        serve(caseAt("decision-service", opening, world), "2026-04-01"),
        "2026-04-02",
      );
    case "removed":
      return letPass(caseAt("published", opening, world), "2029-03-28");
    case "restoration":
      return propose(repairedByFalsehood(opening, world));
    case "harm-repair":
      return act(annulledAt("published", "2026-07-10"), "head", "2026-07-13", {
        kind: "sign-annulment",
        reasons: "责令支付的文书被复议机关撤销",
      });
    case "closed":
      return confirmChannels(caseAt("removed", opening, world), "2029-03-28");
  }
}

/** The wage-arrears pack as if it gave a hearing, which none of the shipped packs does yet. */
export const HEARING_WORLD: World = { ...WORLD, pack: { ...WAGES_PACK, hearing: true } };

/** The wage-arrears pack as if its own rule set a limit to the decision: ninety days from the opening. */
export const DECISION_CLOCK_WORLD: World = {
  ...WORLD,
  pack: {
    ...WAGES_PACK,
    values: {
      ...WAGES_PACK.values,
      decisionDays: { value: { length: 90, unit: "day" }, citations: [] },
    },
  },
};

/** The wage-arrears pack as if its own rule restored a listing whose removal was got by falsehood. */
export const RESTORING_WORLD: World = {
  ...WORLD,
  pack: { ...WAGES_PACK, restorationBasis: [cite("order11", "关于提前移出中弄虚作假的规定")] },
};

/** Stages that only some lists know. */
const WORLDS: Readonly<Partial<Record<Stage, World>>> = {
  "upper-consent": { ...WORLD, pack: { ...WAGES_PACK, upperConsent: true } },
  hearing: HEARING_WORLD,
  restoration: RESTORING_WORLD,
};

/** A listing removed by repair in the spring of 2027, its case closed: the proof of payment was forged. */
export function repairedByFalsehood(
  opening: CaseOpening = EMPLOYER,
  world: World = RESTORING_WORLD,
): Scene {
  const published = caseAt("published", opening, world);
  const paid = act(published, "case-officer", "2026-04-22", ALL_PAID);
  const chosen = act(paid, "legal-officer", "2026-10-22", {
    kind: "choose-conflicting-source",
    sourceId: "order36",
    reasons: "全国统一规则",
  });
  const asked = act(chosen, "party", "2027-03-29", repairApplication());
  const accepted = act(asked, "case-officer", "2027-03-30", { kind: "accept-repair", opinion: "" });
  const granted = act(accepted, "head", "2027-04-06", { kind: "grant-repair", reasons: "符合" });
  return confirmChannels(granted, "2027-04-07");
}

function propose(scene: Scene): Scene {
  return act(scene, "case-officer", "2027-05-06", {
    kind: "propose-restoration",
    reasons: "支付凭证系伪造，经银行核实没有付款",
    evidence: [evidenceOf("forged", "银行核实函")],
  });
}

/** A restoration whose notice was served, whose window has passed in silence, and which the reviewer agrees to. */
export function reviewedRestoration(): Scene {
  const heard = letPass(serve(caseAt("restoration"), "2027-05-07"), "2027-05-31");
  return act(heard, "legal-reviewer", "2027-05-31", {
    kind: "review-restoration",
    agrees: true,
    opinion: "同意",
  });
}

/** The command that fixes a hearing on a day. */
export function scheduleOn(
  heldOn: CalendarDay,
  scene: Scene,
): Extract<Command, { kind: "schedule-hearing" }> {
  return {
    kind: "schedule-hearing",
    heldOn,
    startsAt: "09:30",
    place: "【虚构】三楼会议室",
    presider: "【虚构】李某（法规科科长）",
    closure: "open",
    reasons: scene.file.hearing.schedule === null ? "" : "代理人因病不能到场",
  };
}

/** What an officer enters before a case is handed in for review. */
export const DRAFT_ACTS: readonly Command[] = [
  { kind: "attach-evidence", evidence: evidenceOf("order-scan", "限期改正指令书及回证") },
  { kind: "attach-evidence", evidence: evidenceOf("payroll", "工资拖欠明细") },
  { kind: "record-basis-document", document: ORDER_TO_PAY },
  { kind: "state-grounds", grounds: GROUNDS },
  { kind: "choose-measures", measures: [BIDDING_LIMIT] },
];

/** A draft with document, evidence, grounds and measures, ready to submit. */
export function filledDraft(scene: Scene): Scene {
  return DRAFT_ACTS.reduce<Scene>(
    (each, command) => act(each, "case-officer", "2026-03-13", command),
    scene,
  );
}

/** Serves what waits, in person and with proof. */
export function serve(scene: Scene, day: string): Scene {
  return act(scene, "case-officer", day, serviceOf(scene, day));
}

/** The command that serves what waits, in person and with proof. */
export function serviceOf(scene: Scene, day: string): Extract<Command, { kind: "record-service" }> {
  return {
    kind: "record-service",
    paperIds: papersToServe(scene),
    servedPartyIds: [scene.file.partyId],
    method: "in-person",
    servedOn: parseDay(day),
    signatory: "【虚构】收件人",
    witness: "",
    remark: "",
    proof: evidenceOf(`proof-${String(scene.events.length)}`, "送达回证"),
  };
}

/** Signs the draft that lies on the head's desk. */
export function sign(scene: Scene, day: string): Scene {
  const draftHash = scene.file.proposal?.draftHash ?? "";
  return act(scene, "head", day, { kind: "sign-decision", draftHash });
}

/** A decision not to list, signed and waiting to be served. */
export function notListed(): Scene {
  const proposed = act(caseAt("verification"), "case-officer", "2026-03-25", {
    kind: "propose-decision",
    proposal: DECISION_NOT_TO_LIST,
  });
  const reviewed = act(proposed, "legal-reviewer", "2026-03-26", {
    kind: "approve-decision",
    opinion: "同意",
  });
  return sign(reviewed, "2026-03-27");
}

/** A case whose basis document was annulled while it stood at a stage. */
export function annulledAt(stage: Stage, day: string): Scene {
  return act(caseAt(stage), "case-officer", day, annulment(day));
}

/** A wrong listing annulled and recalled, with everything that it left behind proven undone. */
export function harmSettled(): Scene {
  const start = confirmChannels(caseAt("harm-repair"), "2026-07-13");
  return findOpenHarmItems(start.file.harmItems).reduce<Scene>(
    (scene, { itemId }) =>
      act(scene, "case-officer", "2026-07-14", {
        kind: "settle-harm-item",
        itemId,
        result: "已经核对并取得确认",
        evidence: evidenceOf(`undone-${itemId}`, "确认函"),
      }),
    start,
  );
}

/** The command that records the annulment of the order to pay. */
export function annulment(day: string): Extract<Command, { kind: "record-basis-annulled" }> {
  return {
    kind: "record-basis-annulled",
    documentId: ORDER_TO_PAY.documentId,
    organ: "【虚构】苍梧县人民政府",
    number: "苍政复决字〔2026〕第1号",
    annulledOn: parseDay(day),
    evidence: evidenceOf("annulment", "行政复议决定书"),
  };
}

/** The party's application for repair, with its pledge. */
export function repairApplication(name = "pledge"): Extract<Command, { kind: "apply-for-repair" }> {
  return {
    kind: "apply-for-repair",
    statement: "已支付全部拖欠工资，申请移出",
    pledge: evidenceOf(name, "信用承诺书"),
    evidence: [],
  };
}

/** Records that all wages were paid on 2026-04-22. */
export const ALL_PAID: Command = {
  kind: "record-fulfilment",
  fulfilledOn: parseDay("2026-04-22"),
  remark: "工资已全部支付",
  evidence: evidenceOf("payment", "工资支付凭证"),
};
