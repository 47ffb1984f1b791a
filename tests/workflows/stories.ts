import { readdirSync, readFileSync } from "node:fs";
import type { Role } from "../../domain/case-file/actor.ts";
import type { CommandKind } from "../../domain/case-file/commands.ts";
import type { Step, WholeCase } from "../cases/whole-case.ts";
import { BIDDING_LIMIT, DECISION_TO_LIST } from "../support/case-content.ts";

/** A written case with all its steps, the given ones included, as it is played on the running system. */
export interface Story extends Omit<WholeCase, "given"> {
  readonly name: string;
}

const FOLDER = new URL("../cases/", import.meta.url);

/** Every case that is written down for the law alone; here the whole system plays it. */
export const WRITTEN_STORIES: readonly Story[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".json"))
  .map((name) => {
    const whole = readJson<WholeCase>(name);
    const given = readJson<Pick<WholeCase, "steps">>(`given/${whole.given}.json`);
    return { ...whole, name: name.replace(".json", ""), steps: [...given.steps, ...whole.steps] };
  });

function readJson<Content>(name: string): Content {
  return JSON.parse(readFileSync(new URL(name, FOLDER), "utf8")) as Content; // checked by playing it
}

const APPROVED = readJson<Pick<WholeCase, "steps">>("given/approved-notice.json").steps;
/** The same without its last acts: before the reviewer's approval, and before the submission. */
const SUBMITTED = APPROVED.slice(0, -1);
const DRAFTED = APPROVED.slice(0, -2);

const COMPANY = {
  partyId: "party-1",
  partyKind: "legal-person",
  partyRole: "employer",
  openedOn: "2026-03-13",
} as const;

function tell(name: string, title: string, steps: readonly Step[]): Story {
  return { ...COMPANY, name, title, steps };
}

type Content = Readonly<Record<string, unknown>>;

function on(day: string, kind: CommandKind, content: Content = {}, by?: Role): Step {
  return { on: day, act: { kind, ...content }, ...(by === undefined ? {} : { by }) };
}

function then(step: Step, expected: NonNullable<Step["then"]>): Step {
  return { ...step, then: expected };
}

function served(day: string, ...papers: readonly string[]): Step {
  return on(day, "record-service", {
    papers,
    method: "in-person",
    servedOn: day,
    signatory: "【虚构】受送达人",
    witness: "",
    remark: "",
    proof: `送达回证 ${day}`,
  });
}

function annulled(day: string): Step {
  return on(day, "record-basis-annulled", {
    documentId: "order",
    organ: "【虚构】苍梧县人民政府",
    number: "苍政复决字〔2026〕第1号",
    annulledOn: day,
    evidence: "行政复议决定书",
  });
}

function proposed(day: string): Step {
  return on(day, "propose-decision", { proposal: DECISION_TO_LIST });
}

function reviewed(day: string): Step {
  return on(day, "approve-decision", { opinion: "同意" }, "legal-reviewer");
}

const signed = (day: string): Step => on(day, "sign-decision", {}, "head");
const windowOver: Step = { on: "2026-03-24", then: { stage: "verification" } };

const TO_VERIFICATION = [...APPROVED, served("2026-03-16", "prior-notice"), windowOver];
const TO_REVIEW = [...TO_VERIFICATION, proposed("2026-03-25")];
const TO_SIGN_OFF = [...TO_REVIEW, reviewed("2026-03-26")];
const TO_DECISION_SERVICE = [...TO_SIGN_OFF, signed("2026-03-27")];

/** Ways to the stages, on the days of scenario S1. */
export const WAY = {
  draft: DRAFTED,
  "notice-legal-review": SUBMITTED,
  "notice-service": APPROVED,
  defense: [...APPROVED, served("2026-03-16", "prior-notice")],
  verification: TO_VERIFICATION,
  "decision-legal-review": TO_REVIEW,
  "sign-off": TO_SIGN_OFF,
  "decision-service": TO_DECISION_SERVICE,
  published: [...TO_DECISION_SERVICE, served("2026-04-01", "listing-decision", "repair-notice")],
} as const;

/** The procedure ends at once, the party is told, and nothing was ever published. */
function endedByAnnulment(stage: string, way: readonly Step[], day: string, toldOn: string): Story {
  const title = `An annulment of the basis in ${stage} ends the procedure, and the party is told`;
  return tell(`annulled-in-${stage}`, title, [
    ...way,
    then(annulled(day), {
      stage: "decision-service",
      outcome: "withdrawn",
      papers: ["withdrawal-notice"],
      publicationState: "none",
    }),
    then(served(toldOn, "withdrawal-notice"), {
      stage: "closed",
      closedOn: toldOn,
      publicationState: "none",
    }),
  ]);
}

const ATTEMPT = { method: "post", result: "邮件退回，查无此人" };

function publicNotice(day: string, number: number): Step {
  return on(day, "publish-service-notice", {
    publishedOn: day,
    place: "本机关公告栏、门户网站",
    reasons: "登记住所无人，邮件退回",
    evidence: `公告照片${String(number)}`,
  });
}

/** Both papers reach the party by public notice only: thirty days each, rolled forward to a working day. */
const TOLD_BY_PUBLIC_NOTICE = tell(
  "served-by-public-notice",
  "Notice and decision are deemed served thirty days after their public notices",
  [
    ...APPROVED,
    on("2026-03-19", "record-service-attempt", { ...ATTEMPT, attemptedOn: "2026-03-19" }),
    then(publicNotice("2026-03-20", 1), {
      deadlines: { "public-notice-service": "2026-04-21 open" },
    }),
    then(
      { on: "2026-04-22" },
      { stage: "defense", deadlines: { "defense-window": "2026-04-28 open" } },
    ),
    then({ on: "2026-04-29" }, { stage: "verification" }),
    proposed("2026-04-29"),
    reviewed("2026-04-29"),
    then(signed("2026-04-29"), { stage: "decision-service" }),
    on("2026-04-30", "record-service-attempt", { ...ATTEMPT, attemptedOn: "2026-04-30" }),
    then(publicNotice("2026-04-30", 2), {
      deadlines: { "public-notice-service": "2026-06-01 open" },
    }),
    then({ on: "2026-06-01" }, { stage: "decision-service", publicationState: "none" }),
    then({ on: "2026-06-02" }, { stage: "published", publicationState: "shown" }),
    { on: "2026-06-02", channelsConfirm: true, then: { openChannels: [] } },
  ],
);

const REASONS = { reasons: "请补充后再报" };

const RETURNED_AT_EVERY_DESK = tell(
  "returned-at-every-desk",
  "The reviewer returns notice and decision, the head returns the draft; each goes round again and on",
  [
    ...SUBMITTED,
    then(on("2026-03-13", "return-notice", REASONS, "legal-reviewer"), { stage: "draft" }),
    on("2026-03-13", "choose-measures", { measures: [BIDDING_LIMIT] }),
    on("2026-03-13", "submit-for-review"),
    on("2026-03-13", "approve-notice", { opinion: "同意" }, "legal-reviewer"),
    served("2026-03-16", "prior-notice"),
    windowOver,
    proposed("2026-03-24"),
    then(on("2026-03-24", "return-decision", REASONS, "legal-reviewer"), { stage: "verification" }),
    proposed("2026-03-25"),
    reviewed("2026-03-25"),
    then(on("2026-03-26", "return-from-sign-off", REASONS, "head"), { stage: "verification" }),
    proposed("2026-03-26"),
    reviewed("2026-03-26"),
    then(signed("2026-03-27"), { stage: "decision-service", outcome: "listed" }),
  ],
);

/** Branches of the life that are not among the written cases. */
export const MORE_STORIES: readonly Story[] = [
  endedByAnnulment("notice-service", WAY["notice-service"], "2026-03-16", "2026-03-17"),
  endedByAnnulment("defense", WAY.defense, "2026-03-18", "2026-03-19"),
  endedByAnnulment("verification", TO_VERIFICATION, "2026-03-24", "2026-03-25"),
  endedByAnnulment("decision-legal-review", TO_REVIEW, "2026-03-26", "2026-03-27"),
  endedByAnnulment("sign-off", TO_SIGN_OFF, "2026-03-26", "2026-03-27"),
  endedByAnnulment("decision-service", TO_DECISION_SERVICE, "2026-03-30", "2026-03-31"),
  TOLD_BY_PUBLIC_NOTICE,
  RETURNED_AT_EVERY_DESK,
  tell("withdrawn-before-the-notice", "A case that is ended before any notice is closed at once", [
    ...DRAFTED,
    then(on("2026-03-13", "withdraw-case", { reasons: "事实登记有误" }), {
      stage: "closed",
      outcome: "withdrawn",
      closedOn: "2026-03-13",
    }),
  ]),
];
