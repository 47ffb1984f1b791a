import { describe, expect, it } from "vitest";
import type { CaseEvent, CaseEventType } from "../../../domain/case-file/events.ts";
import { evolve, replay } from "../../../domain/case-file/evolve.ts";
import { recountDeadlines } from "../../../domain/case-file/recount.ts";
import { reexamineMeasures } from "../../../domain/case-file/reexamine-measures.ts";
import { inWorldWith, newCatalog } from "../../support/new-edition.ts";
import { OFFICIAL_CALENDAR } from "../../../domain/deadlines/calendar.ts";
import { enterNotice } from "../../../domain/deadlines/enter-notice.ts";
import { ACTORS, contextOf, moment } from "../../support/case-world.ts";
import { lateNotice } from "../../support/late-notice.ts";
import { act, inWorld, letPass, record, type Scene, EMPLOYER } from "../../support/case-builder.ts";
import { evidenceOf } from "../../support/case-content.ts";
import {
  ALL_PAID,
  annulledAt,
  caseAt,
  notListed,
  repairApplication,
  reviewedRestoration,
  serve,
  harmSettled,
  DECISION_CLOCK_WORLD,
} from "../../support/case-stages.ts";
import { parseDay } from "../../../domain/deadlines/calendar-day.ts";
import { playSamples, sampleCommand } from "../../support/sample-commands.ts";

/** Every event type; a new one is a type error here until it is listed, and a failing test until a record below holds it. */
const EVENT_TYPES: Readonly<Record<CaseEventType, true>> = {
  CaseFileOpened: true,
  BasisDocumentRecorded: true,
  EvidenceAttached: true,
  GroundsStated: true,
  MeasuresChosen: true,
  SubmittedForReview: true,
  ReviewApproved: true,
  ReviewReturned: true,
  ReviewRefused: true,
  NoticeWithdrawn: true,
  PaperIssued: true,
  PaperRendered: true,
  ServiceAttempted: true,
  ServiceAddressConfirmed: true,
  ElectronicServiceAgreed: true,
  ElectronicServiceRevoked: true,
  DisplayConsented: true,
  DisplayConsentEnded: true,
  ServiceNoticePublished: true,
  PapersServed: true,
  DefenseStated: true,
  DefenseWaived: true,
  DefensePeriodEnded: true,
  DefenseAnswered: true,
  HearingRequested: true,
  HearingWaived: true,
  HearingScheduled: true,
  PresiderObjected: true,
  PresiderObjectionAnswered: true,
  HearingHeld: true,
  DecisionProposed: true,
  UpperConsentRecorded: true,
  DeliberationRecorded: true,
  ReturnedFromSignOff: true,
  DecisionSigned: true,
  ObligationFulfilled: true,
  ConflictingSourceChosen: true,
  RepairRequested: true,
  RepairAccepted: true,
  RepairRefused: true,
  RepairGranted: true,
  RemedyRegistered: true,
  RemedyAnswered: true,
  EnforcementSuspended: true,
  EnforcementResumed: true,
  RemedyDecided: true,
  RecordDisputed: true,
  ObjectionVerified: true,
  ObjectionReturned: true,
  ObjectionAnswered: true,
  HarmItemsOpened: true,
  HarmItemSettled: true,
  HarmRepaired: true,
  DeadlineExtended: true,
  DeadlinePaused: true,
  DeadlineResumed: true,
  CaseHandedOver: true,
  OfficerObjected: true,
  OfficerObjectionAnswered: true,
  ReorganizationApproved: true,
  ReorganizationEnded: true,
  CaseTakenUpAgain: true,
  RestorationProposed: true,
  RestorationReviewed: true,
  RestorationDecided: true,
  ListingRestored: true,
  RestorationEnded: true,
  BasisAnnulled: true,
  CaseWithdrawn: true,
  PublicationStarted: true,
  PublicationSuspended: true,
  PublicationShownAgain: true,
  PublicationReceived: true,
  PartyRemoved: true,
  DeadlineSet: true,
  DeadlineRecounted: true,
  MeasureLost: true,
  PackVersionMoved: true,
  DeadlineMet: true,
  DeadlineLifted: true,
  DeadlinePassed: true,
  CaseClosed: true,
};

const RECORDS: Readonly<Record<string, Scene>> = {
  "expired and closed": caseAt("closed"),
  "annulled after publication": caseAt("harm-repair"),
  "shown on consent": displayed(),
  "annulled before service": annulledAt("decision-service", "2026-03-30"),
  "not listed": serve(notListed(), "2026-03-30"),
  "consent from above": doing(caseAt("upper-consent"), "case-officer", "record-upper-consent"),
  "returned by the reviewer": act(caseAt("notice-legal-review"), "legal-reviewer", "2026-03-13", {
    kind: "return-notice",
    reasons: "补充",
  }),
  "told anew": act(caseAt("verification"), "case-officer", "2026-03-25", {
    kind: "withdraw-notice",
    reasons: "欠薪数额须更正",
  }),
  "refused by the reviewer": act(caseAt("notice-legal-review"), "legal-reviewer", "2026-03-13", {
    kind: "refuse-notice",
    reasons: "不符合列入标准",
  }),
  "returned by the head": act(caseAt("sign-off"), "head", "2026-03-27", {
    kind: "return-from-sign-off",
    reasons: "核对",
  }),
  "public notice": publicNotice(),
  waived: doing(caseAt("defense"), "party", "waive-defense"),
  answered: answered(),
  heard: heard(),
  challenged: challenged(),
  recounted: recounted(),
  "measure lost": measureLost(),
  "moved to a newer pack": playSamples(caseAt("defense"), [
    ["legal-officer", "2026-03-17", "move-to-pack-version"],
  ]),
  "harm undone": harmUndone(),
  disputed: disputed(),
  "hearing waived": doing(caseAt("hearing"), "case-officer", "waive-hearing"),
  repaired: repaired(),
  restored: serve(
    act(reviewedRestoration(), "head", "2027-06-01", {
      kind: "restore-listing",
      reasons: "移出所依据的材料不实",
    }),
    "2027-06-03",
  ),
  "handed over": playSamples(caseAt("defense"), [
    ["party", "2026-03-17", "object-to-officer"],
    ["head", "2026-03-18", "answer-officer-objection"],
  ]),
  reorganized: playSamples(caseAt("published"), [
    ["case-officer", "2026-06-01", "suspend-for-reorganization"],
    ["case-officer", "2026-09-01", "resume-after-reorganization"],
  ]),
  extended: playSamples(caseAt("published"), [
    ["party", "2026-06-01", "apply-for-repair"],
    ["legal-officer", "2026-06-02", "extend-deadline"],
  ]),
  "decided together": playSamples(caseAt("sign-off"), [
    ["case-officer", "2026-03-27", "record-deliberation"],
  ]),
  paused: playSamples(caseAt("defense", EMPLOYER, DECISION_CLOCK_WORLD), [
    ["legal-officer", "2026-03-17", "pause-deadline"],
    ["legal-officer", "2026-03-20", "resume-deadline"],
  ]),
  "restoration given up": act(caseAt("restoration"), "head", "2027-05-11", {
    kind: "end-restoration",
    reasons: "查无实据",
  }),
};

describe("what a record amounts to", () => {
  it.each(Object.entries(RECORDS))(
    "replaying it gives the same as living it: %s",
    (_name, scene) => {
      expect(replay(scene.events)).toEqual(scene.file);
    },
  );

  it.each(Object.entries(RECORDS))("it survives being stored as JSON: %s", (_name, scene) => {
    // A record read back from its table is known to be events only by its columns.
    const stored = JSON.parse(JSON.stringify(scene.events)) as readonly CaseEvent[];
    expect(replay(stored)).toEqual(scene.file);
  });

  it.each(Object.entries(RECORDS))(
    "its version is the number of its events: %s",
    (_name, scene) => {
      let file = null;
      for (const [index, event] of scene.events.entries()) {
        file = evolve(file, event);
        expect(file.version).toBe(index + 1);
      }
    },
  );

  it("the records of this test hold every type of event", () => {
    const seen = new Set(Object.values(RECORDS).flatMap((each) => each.events.map((e) => e.type)));
    expect(Object.keys(EVENT_TYPES).filter((type) => !seen.has(type as CaseEventType))).toEqual([]); // keys of the record above
  });

  it("an empty record is no case", () => {
    expect(replay([])).toBeNull();
  });

  it("a record that does not start with the opening is a fault", () => {
    const [, second] = caseAt("draft").events;
    if (second === undefined) throw new Error("the draft holds one event only");
    expect(() => evolve(null, second)).toThrow("the record of a case starts with EvidenceAttached");
  });

  it("events are never changed by what comes after them", () => {
    const scene = caseAt("published");
    const before = JSON.stringify(scene.events);
    letPass(scene, "2029-03-28");
    expect(JSON.stringify(scene.events)).toBe(before);
  });

  it("a rendered paper keeps both hashes, and no other paper changes", () => {
    const scene = caseAt("notice-service");
    const paperId = scene.file.papers[0]?.paperId ?? "";
    const rendered = record(scene, [rendering(scene, paperId)]);
    expect(rendered.file.papers[0]).toMatchObject({ fileHash: "f".repeat(64) });
    expect(record(scene, [rendering(scene, "another")]).file.papers).toEqual(scene.file.papers);
  });
});

function doing(
  scene: Scene,
  by: "case-officer" | "party",
  kind: Parameters<typeof sampleCommand>[0],
) {
  const day = by === "party" ? "2026-03-20" : "2026-03-27";
  return act(scene, by, day, sampleCommand(kind, scene, day));
}

function displayed(): Scene {
  const person = caseAt("published", { ...EMPLOYER, partyKind: "natural-person" });
  return playSamples(person, [
    ["party", "2026-05-11", "consent-to-display"],
    ["party", "2026-05-12", "revoke-display-consent"],
  ]);
}

function publicNotice(): Scene {
  const tried = act(caseAt("notice-service"), "case-officer", "2026-03-16", {
    kind: "record-service-attempt",
    method: "post",
    attemptedOn: parseDay("2026-03-16"),
    result: "退回",
  });
  const agreed = act(tried, "case-officer", "2026-03-16", {
    kind: "agree-electronic-service",
    consent: { purpose: "电子送达本案文书", endsOn: parseDay("2027-03-16"), voluntary: true },
    agreedOn: parseDay("2026-03-16"),
    evidence: evidenceOf("consent"),
  });
  const confirmed = act(agreed, "case-officer", "2026-03-17", {
    kind: "confirm-service-address",
    addressId: "address-1",
    confirmedOn: parseDay("2026-03-17"),
    electronic: true,
    evidence: evidenceOf("confirmation"),
  });
  const revoked = act(confirmed, "party", "2026-03-17", {
    kind: "revoke-electronic-service",
    remark: "",
  });
  const published = act(revoked, "case-officer", "2026-03-18", {
    kind: "publish-service-notice",
    publishedOn: parseDay("2026-03-18"),
    place: "公告栏",
    reasons: "退回",
    evidence: evidenceOf("photo"),
  });
  const rendered = record(published, [
    rendering(published, published.file.papers[0]?.paperId ?? ""),
  ]);
  return letPass(rendered, "2026-05-20");
}

function heard(): Scene {
  return playSamples(caseAt("hearing"), [
    ["legal-reviewer", "2026-03-24", "schedule-hearing"],
    ["case-officer", "2026-03-24", "record-service"],
    ["party", "2026-03-25", "object-to-presider"],
    ["head", "2026-03-26", "answer-presider-objection"],
    ["legal-reviewer", "2026-04-13", "hold-hearing"],
  ]);
}

function disputed(): Scene {
  return playSamples(caseAt("published"), [
    ["party", "2026-05-11", "object-to-record"],
    ["case-officer", "2026-05-12", "verify-objection"],
    ["head", "2026-05-13", "return-objection"],
    ["case-officer", "2026-05-13", "verify-objection"],
    ["head", "2026-05-14", "answer-objection"],
  ]);
}

function harmUndone(): Scene {
  return act(harmSettled(), "head", "2026-07-15", {
    kind: "certify-harm-repair",
    statement: "列入有误，特此致歉",
  });
}

function recounted(): Scene {
  const scene = caseAt("defense");
  const calendar = enterNotice(OFFICIAL_CALENDAR, lateNotice(), "2026-03-18");
  const { world } = inWorld(scene, { calendar });
  const context = contextOf(world, ACTORS.system, moment("2026-03-18"));
  return record(scene, recountDeadlines(scene.file, context));
}

function measureLost(): Scene {
  const scene = inWorldWith(caseAt("defense"), newCatalog(["M01"]));
  const context = contextOf(scene.world, ACTORS.system, moment("2026-03-20"));
  return record(scene, reexamineMeasures(scene.file, context));
}

function challenged(): Scene {
  return playSamples(caseAt("published"), [
    ["case-officer", "2026-05-11", "register-remedy"],
    ["case-officer", "2026-05-12", "suspend-enforcement"],
    ["case-officer", "2026-05-20", "answer-remedy"],
    ["case-officer", "2026-06-01", "resume-enforcement"],
    ["case-officer", "2026-07-01", "record-remedy-outcome"],
  ]);
}

function answered(): Scene {
  const stated = act(caseAt("defense"), "party", "2026-03-18", {
    kind: "state-defense",
    form: "written",
    points: ["意见"],
    evidence: [],
    final: true,
  });
  const done = act(
    stated,
    "case-officer",
    "2026-03-19",
    sampleCommand("answer-defense", stated, "2026-03-19"),
  );
  const proposed = act(
    done,
    "case-officer",
    "2026-03-19",
    sampleCommand("propose-decision", done, "2026-03-19"),
  );
  return act(proposed, "legal-reviewer", "2026-03-19", {
    kind: "return-decision",
    reasons: "补充",
  });
}

function repaired(): Scene {
  const paid = act(caseAt("published"), "case-officer", "2026-04-22", ALL_PAID);
  const chosen = act(paid, "legal-officer", "2026-10-22", {
    kind: "choose-conflicting-source",
    sourceId: "order36",
    reasons: "全国统一规则",
  });
  const first = act(chosen, "party", "2026-10-22", repairApplication());
  const refused = act(first, "case-officer", "2026-10-23", {
    kind: "refuse-repair",
    reasons: "未满",
  });
  const second = act(refused, "party", "2027-03-29", repairApplication("pledge-2"));
  const accepted = act(second, "case-officer", "2027-03-29", {
    kind: "accept-repair",
    opinion: "",
  });
  return act(accepted, "head", "2027-04-06", { kind: "grant-repair", reasons: "" });
}

function rendering(scene: Scene, paperId: string): CaseEvent {
  return {
    type: "PaperRendered",
    paperId,
    fileHash: "f".repeat(64),
    renderHash: "e".repeat(64),
    at: scene.events.at(-1)?.at ?? "",
    by: { userId: "system", role: "system" },
    actId: "render",
  };
}
