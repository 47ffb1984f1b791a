import { describe, expect, it } from "vitest";
import { followUpsOf, messagesOf } from "../../../domain/case-file/follow-ups.ts";
import type { CaseEventType } from "../../../domain/case-file/events.ts";
import type { Stage } from "../../../domain/case-file/stages.ts";
import { act, letPass, type Scene } from "../../support/case-builder.ts";
import { evidenceOf } from "../../support/case-content.ts";
import { parseDay } from "../../../domain/deadlines/calendar-day.ts";
import { ALL_PAID, annulledAt, caseAt, repairApplication } from "../../support/case-stages.ts";
import { playSamples } from "../../support/sample-commands.ts";

function newest(scene: Scene, type: CaseEventType) {
  const event = scene.events.findLast((each) => each.type === type);
  if (event === undefined) throw new Error(`no ${type} on record`);
  return event;
}

/** The party objects to what is shown. */
function disputed(): Scene {
  return playSamples(caseAt("published"), [["party", "2026-05-11", "object-to-record"]]);
}

/** Enforcement was stopped and goes on. */
function shownAgain(): Scene {
  return playSamples(caseAt("published"), [
    ["case-officer", "2026-05-11", "register-remedy"],
    ["case-officer", "2026-05-12", "suspend-enforcement"],
    ["case-officer", "2026-06-01", "resume-enforcement"],
  ]);
}

function toldOf(scene: Scene, type: CaseEventType): readonly string[] {
  return messagesOf(newest(scene, type)).map((message) => message.to);
}

describe("the work that follows from an event", () => {
  it("every issued paper is to be made", () => {
    const { events, file } = caseAt("published");
    const made = events.flatMap((event) => followUpsOf(event, file));
    const papers = made.filter((each) => each.kind === "render-paper");
    expect(papers.map((each) => each.paperId)).toEqual(file.papers.map((paper) => paper.paperId));
  });

  it.each([
    ["PublicationStarted", caseAt("published"), 1],
    ["PublicationSuspended", annulledAt("published", "2026-07-10"), 2],
    ["PublicationShownAgain", shownAgain(), 3],
    ["PublicationShownAgain", disputed(), 2],
    ["PartyRemoved", caseAt("removed"), 2],
  ] as const)("%s sends the newest version to the channels", (type, scene, version) => {
    expect(followUpsOf(newest(scene, type), scene.file)).toEqual([{ kind: "publish", version }]);
  });
});

describe("who is told", () => {
  it.each([
    ["notice-legal-review", "SubmittedForReview", ["legal-reviewer"]],
    ["notice-service", "ReviewApproved", ["case-officer"]],
    ["verification", "DefensePeriodEnded", ["case-officer"]],
    ["decision-legal-review", "DecisionProposed", ["legal-reviewer"]],
    ["sign-off", "ReviewApproved", ["head"]],
    ["upper-consent", "ReviewApproved", ["case-officer"]],
    ["decision-service", "DecisionSigned", ["case-officer"]],
    ["removed", "PartyRemoved", ["party"]],
  ] as const)("in stage %s, of %s: %j", (stage: Stage, type, to) => {
    expect(toldOf(caseAt(stage), type)).toEqual(to);
  });

  it("of a defense: the officer; of a return: the officer; of an annulled basis: the head", () => {
    const stated = act(caseAt("defense"), "party", "2026-03-18", {
      kind: "state-defense",
      form: "portal",
      points: ["意见"],
      evidence: [],
      final: false,
    });
    const returned = act(caseAt("notice-legal-review"), "legal-reviewer", "2026-03-13", {
      kind: "return-notice",
      reasons: "补充",
    });
    const sentBack = act(caseAt("sign-off"), "head", "2026-03-27", {
      kind: "return-from-sign-off",
      reasons: "核对",
    });
    expect(toldOf(stated, "DefenseStated")).toEqual(["case-officer"]);
    expect(toldOf(returned, "ReviewReturned")).toEqual(["case-officer"]);
    expect(toldOf(sentBack, "ReturnedFromSignOff")).toEqual(["case-officer"]);
    expect(toldOf(annulledAt("published", "2026-07-10"), "BasisAnnulled")).toEqual(["head"]);
  });

  it("the head hears of a decision only once the consent from above is there", () => {
    const consented = act(caseAt("upper-consent"), "case-officer", "2026-03-26", {
      kind: "record-upper-consent",
      organ: "【虚构】梧州市人力资源和社会保障局",
      number: "梧人社函〔2026〕1号",
      consentedOn: parseDay("2026-03-26"),
      evidence: evidenceOf("consent"),
    });
    expect(toldOf(consented, "UpperConsentRecorded")).toEqual(["head"]);
  });

  it("of repair: the officer first, then party and head", () => {
    const paid = act(caseAt("published"), "case-officer", "2026-04-22", ALL_PAID);
    const applied = act(paid, "party", "2027-03-29", repairApplication());
    const accepted = act(applied, "case-officer", "2027-03-30", {
      kind: "accept-repair",
      opinion: "",
    });
    expect(toldOf(applied, "RepairRequested")).toEqual(["case-officer"]);
    expect(toldOf(accepted, "RepairAccepted")).toEqual(["party", "head"]);
  });

  it("of a missed limit: officer and supervisor; of a period that just ended: nobody", () => {
    const missed = letPass(caseAt("decision-service"), "2026-04-09");
    expect(toldOf(missed, "DeadlinePassed")).toEqual(["case-officer", "supervisor"]);
    expect(toldOf(caseAt("verification"), "DeadlinePassed")).toEqual([]);
  });

  it("no message holds a number, a name or a text of the case", () => {
    const { events, file } = caseAt("closed");
    const texts = events.flatMap((event) => messagesOf(event)).map((message) => message.text);
    expect(texts.length).toBeGreaterThan(5);
    for (const text of texts) expect(text).not.toContain(file.caseNumber);
    expect(texts.join("")).not.toMatch(/〔|【|\d{4}/);
  });
});
