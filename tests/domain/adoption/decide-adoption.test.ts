import { describe, expect, it } from "vitest";
import { ADOPTION_ACTS } from "../../../domain/adoption/act-table.ts";
import type { AdoptionCommand, AdoptionCommandKind } from "../../../domain/adoption/adoption.ts";
import {
  findMissingForAdoption,
  passCommentPeriod,
} from "../../../domain/adoption/decide-adoption.ts";
import { evolveAdoption } from "../../../domain/adoption/evolve-adoption.ts";
import { makeLocalPack } from "../../../domain/adoption/local-pack.ts";
import { parseDay } from "../../../domain/deadlines/calendar-day.ts";
import { findActivationObstacles } from "../../../domain/packs/activation.ts";
import {
  adoptionAfter,
  capture,
  close,
  consult,
  CRITERIA,
  OPEN,
  REGISTRATION,
  rule,
  ruleOnRegistration,
  TO_ADOPTION,
} from "../../support/adoption-world.ts";

const READY = adoptionAfter(...TO_ADOPTION);
const ADOPT: AdoptionCommand = { kind: "adopt-list" };
const SAMPLES: Readonly<Record<AdoptionCommandKind, AdoptionCommand>> = {
  "state-criteria": { kind: "state-criteria", criteria: CRITERIA },
  "record-consultation": consult("experts"),
  "open-comment": OPEN,
  "close-comment": close("2026-12-24"),
  "publish-criteria": capture("credit-china"),
  "adopt-list": ADOPT,
  "abandon-list": { kind: "abandon-list", reasons: "不再需要" },
};

describe("the way to a list of this place alone", () => {
  it("a list outside of the four areas, on a text of no rank, is refused with both articles", () => {
    const basis = { ...REGISTRATION.basis, rank: "normative-document" } as const;
    const ruling = ruleOnRegistration({ area: null, basis });
    expect(ruling).toMatchObject({
      kind: "law",
      findings: [{ ruleId: "R11" }, { ruleId: "R14" }],
    });
    expect(ruleOnRegistration()).toMatchObject({ type: "ListRegistered" });
  });

  it("everything in order, it is adopted, and its pack waits for the values nobody has entered", () => {
    expect(findMissingForAdoption(READY, parseDay("2026-12-25"))).toEqual([]);
    const ruling = rule(READY, ADOPT, "2026-12-25");
    expect(ruling).toEqual({ type: "ListAdopted", adoptedOn: "2026-12-25" });
    if ("findings" in ruling) throw new Error("refused");
    const pack = makeLocalPack(evolveAdoption(READY, ruling));
    expect(pack).toMatchObject({
      listId: "local/malicious-complaints",
      area: 2,
      readiness: "own",
      legalBasis: [{ rank: "local-regulation", citation: { mark: "entered" } }],
      criteria: [{ id: "criterion-1", group: "all" }],
    });
    expect(findActivationObstacles(pack).map((each) => each.missing)).toEqual([
      "陈述申辩期限没有数值",
      "异议核实反馈时限没有数值",
      "列入期限没有数值",
    ]);
    expect(() => makeLocalPack(READY)).toThrow();
  });

  it.each(Object.keys(SAMPLES) as AdoptionCommandKind[])(
    "%s is refused to whoever has no part in it, and out of its step",
    (kind) => {
      expect(rule(READY, SAMPLES[kind], "2026-12-25", "case-officer")).toMatchObject({
        kind: "role",
      });
      const ended = evolveAdoption(READY, { type: "AdoptionAbandoned", reasons: "不再需要" });
      expect(rule(ended, SAMPLES[kind], "2026-12-25")).toMatchObject({ kind: "stage" });
      expect(ADOPTION_ACTS[kind].stages).not.toContain("adopted");
    },
  );

  it("the supervisor who enters a list does not adopt it", () => {
    expect(rule(READY, ADOPT, "2026-12-25", "supervisor")).toMatchObject({ kind: "role" });
  });

  it("days must lie where they can: not before the step before, not after today", () => {
    const stated = adoptionAfter(...TO_ADOPTION.slice(0, 1));
    const open = (day: string) => rule(stated, { ...OPEN, openedOn: parseDay(day) }, "2026-11-25");
    expect(open("2026-11-22")).toMatchObject({ kind: "content" });
    expect(open("2026-11-26")).toMatchObject({ kind: "content" });
    expect(open("2026-11-25")).toMatchObject({ comment: { earliestCloseOn: "2026-12-25" } });
    const closed = adoptionAfter(...TO_ADOPTION.slice(0, 8));
    expect(rule(closed, capture("city-portal", "2026-12-23"), "2026-12-25")).toMatchObject({
      kind: "content",
    });
    expect(rule(closed, capture("city-portal", "2026-12-24"), "2026-12-25")).toMatchObject({
      type: "CriteriaPublished",
    });
  });

  it("nothing is opened for comment before there are criteria", () => {
    expect(rule(adoptionAfter(), OPEN, "2026-11-24")).toMatchObject({ kind: "content" });
  });

  it("the thirtieth day passes at its end, once", () => {
    const opened = adoptionAfter(...TO_ADOPTION.slice(0, 7));
    const at = (moment: string) => passCommentPeriod(opened, new Date(moment));
    expect(at("2026-12-24T23:59:59+08:00")).toBeNull();
    expect(at("2026-12-25T00:00:00+08:00")).toEqual({ type: "CommentPeriodPassed" });
    const passed = evolveAdoption(opened, { type: "CommentPeriodPassed" });
    expect(passed.comment?.isOver).toBe(true);
    expect(passCommentPeriod(passed, new Date("2027-01-01T00:00:00+08:00"))).toBeNull();
    expect(passCommentPeriod(READY, new Date("2027-01-01T00:00:00+08:00"))).toBeNull();
  });

  it("a site that is seen again takes the place of what was seen before", () => {
    const again = adoptionAfter(...TO_ADOPTION, [
      capture("city-portal", "2026-12-28"),
      "2026-12-28",
    ]);
    expect(again.captures).toHaveLength(4);
    const seen = again.captures.find((each) => each.site === "city-portal");
    expect(seen?.capturedOn).toBe("2026-12-28");
  });
});
