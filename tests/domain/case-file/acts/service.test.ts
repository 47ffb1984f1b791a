import { describe, expect, it } from "vitest";
import type { CommandOf } from "../../../../domain/case-file/commands.ts";
import { parseDay } from "../../../../domain/deadlines/calendar-day.ts";
import { act, judge, letPass, papersToServe, type Scene } from "../../../support/case-builder.ts";
import { evidenceOf } from "../../../support/case-content.ts";
import { caseAt, notListed, serve, serviceOf } from "../../../support/case-stages.ts";
import { eventTypes, expectContentRefusal } from "../../../support/judgements.ts";

const NOTICE = caseAt("notice-service");

function attempted(scene: Scene, day: string): Scene {
  return act(scene, "case-officer", day, {
    kind: "record-service-attempt",
    method: "post",
    attemptedOn: parseDay(day),
    result: "邮件退回",
  });
}

function publicNotice(day: string): CommandOf<"publish-service-notice"> {
  return {
    kind: "publish-service-notice",
    publishedOn: parseDay(day),
    place: "本机关公告栏、门户网站",
    reasons: "登记住所无人，邮件退回",
    evidence: evidenceOf(`public-notice-${day}`),
  };
}

describe("recording an attempt at service", () => {
  it("when an attempt failed, then it is on record and the stage stays", () => {
    const { file } = attempted(NOTICE, "2026-03-16");
    expect(file.attempts).toEqual([
      { method: "post", attemptedOn: "2026-03-16", result: "邮件退回" },
    ]);
    expect(file.stage).toBe("notice-service");
  });

  it.each([
    ["填写的日期还没有到", "2026-03-17", "邮件退回"],
    ["未写明送达结果", "2026-03-16", " "],
  ])("when the entry is flawed (%s), then it is refused", (missing, day, result) => {
    const attemptedOn = parseDay(day);
    const command = {
      kind: "record-service-attempt",
      method: "post",
      attemptedOn,
      result,
    } as const;
    expectContentRefusal(judge(NOTICE, "case-officer", "2026-03-16", command), missing);
  });
});

describe("agreeing to electronic service", () => {
  it("when the party agreed, then day and paper are on file", () => {
    const { file } = act(NOTICE, "case-officer", "2026-03-16", {
      kind: "agree-electronic-service",
      consent: { purpose: "电子送达本案文书", endsOn: parseDay("2027-03-16"), voluntary: true },
      agreedOn: parseDay("2026-03-16"),
      evidence: evidenceOf("consent"),
    });
    expect(file.electronicServiceAgreedOn).toBe("2026-03-16");
    expect(file.evidence.map((each) => each.evidenceId)).toContain("consent");
  });

  it("when it is taken back, then nothing more is served on it, and what was served stays so", () => {
    const agreed = act(NOTICE, "case-officer", "2026-03-16", {
      kind: "agree-electronic-service",
      consent: { purpose: "电子送达本案文书", endsOn: parseDay("2027-03-16"), voluntary: true },
      agreedOn: parseDay("2026-03-16"),
      evidence: evidenceOf("consent"),
    });
    const revoke = { kind: "revoke-electronic-service", remark: "" } as const;
    const { file } = act(agreed, "party", "2026-03-17", revoke);
    expect(file.electronicServiceAgreedOn).toBeNull();
    expectContentRefusal(judge(NOTICE, "party", "2026-03-17", revoke), "没有登记过电子送达的同意");
  });

  it("when the day is in the future, then it is refused", () => {
    const command = {
      kind: "agree-electronic-service",
      consent: { purpose: "电子送达本案文书", endsOn: parseDay("2027-03-16"), voluntary: true },
      agreedOn: parseDay("2026-03-17"),
      evidence: evidenceOf("consent"),
    } as const;
    expectContentRefusal(
      judge(NOTICE, "case-officer", "2026-03-16", command),
      "填写的日期还没有到",
    );
  });
});

describe("serving the notice", () => {
  it("when it is served in person, then the defense window of five working days runs", () => {
    const command = serviceOf(NOTICE, "2026-03-16");
    expect(eventTypes(judge(NOTICE, "case-officer", "2026-03-16", command))).toEqual([
      "EvidenceAttached",
      "PapersServed",
      "PaperIssued",
      "DeadlineMet",
      "DeadlineSet",
    ]);
    const { file } = serve(NOTICE, "2026-03-16");
    expect(file.stage).toBe("defense");
    expect(file.papers.at(-1)?.kind).toBe("proof-of-service");
    expect(file.deadlines).toMatchObject([
      { termId: "notice-service-start", status: "met" },
      { termId: "defense-window", startsOn: "2026-03-16", endsOn: "2026-03-23" },
    ]);
  });

  it("when service of an earlier day is recorded, then the window counts from that day", () => {
    const { file } = act(NOTICE, "case-officer", "2026-03-20", serviceOf(NOTICE, "2026-03-16"));
    expect(file.deadlines.at(-1)).toMatchObject({ startsOn: "2026-03-16", endsOn: "2026-03-23" });
  });

  it("when it goes out late, then it is lawful, and the missed limit is marked as met late", () => {
    const late = serve(letPass(NOTICE, "2026-03-25"), "2026-03-25");
    expect(late.file.deadlines[0]).toMatchObject({
      termId: "notice-service-start",
      status: "met-late",
    });
  });

  it.each([
    ["填写的日期还没有到", "2026-03-17"],
    ["送达日早于文书制发日", "2026-03-12"],
  ])("when the day can't be (%s), then it is refused", (missing, day) => {
    const command = serviceOf(NOTICE, day);
    expectContentRefusal(judge(NOTICE, "case-officer", "2026-03-16", command), missing);
  });
});

describe("service by public notice", () => {
  it("given an attempt, when it is published, then thirty days run and the day after it counts as served", () => {
    const tried = attempted(NOTICE, "2026-03-16");
    const published = act(tried, "case-officer", "2026-03-18", publicNotice("2026-03-18"));
    expect(published.file.deadlines.at(-1)).toMatchObject({
      termId: "public-notice-service",
      // The 30th day is 2026-04-17, the first of four days off in Guangxi; it rolls to 04-21.
      endsOn: "2026-04-21",
    });
    const before = letPass(published, "2026-04-21T23:59:59+08:00");
    expect(before.file.stage).toBe("notice-service");
    const served = letPass(published, "2026-04-22T00:00:00+08:00");
    expect(served.file.stage).toBe("defense");
    expect(served.file.services).toMatchObject([
      { method: "public-notice", servedOn: "2026-04-21" },
    ]);
    expect(served.file.serviceNotice).toBeNull();
  });

  it("given one under way, when another is published, then it is refused", () => {
    const tried = attempted(NOTICE, "2026-03-16");
    const published = act(tried, "case-officer", "2026-03-18", publicNotice("2026-03-18"));
    expectContentRefusal(
      judge(published, "case-officer", "2026-03-19", publicNotice("2026-03-19")),
      "公告送达已在进行",
    );
  });

  it("given one under way, when the party turns up and is served, then its clock stops for good", () => {
    const tried = attempted(NOTICE, "2026-03-16");
    const published = act(tried, "case-officer", "2026-03-18", publicNotice("2026-03-18"));
    const { file } = serve(published, "2026-03-20");
    expect(file.deadlines.find((each) => each.termId === "public-notice-service")).toMatchObject({
      status: "lifted",
    });
    expect(file.serviceNotice).toBeNull();
  });

  it("given the procedure was ended, when the withdrawal can't be handed over, then it goes by public notice too", () => {
    const tried = attempted(NOTICE, "2026-03-16");
    const published = act(tried, "case-officer", "2026-03-18", publicNotice("2026-03-18"));
    const withdrawn = act(published, "case-officer", "2026-03-19", {
      kind: "withdraw-case",
      reasons: "事实不清",
    });
    const again = attempted(withdrawn, "2026-03-20");
    const judgement = judge(again, "case-officer", "2026-03-23", publicNotice("2026-03-23"));
    expect(eventTypes(judgement)).toEqual(["ServiceNoticePublished", "PaperIssued", "DeadlineSet"]);
    const deemed = letPass(
      act(again, "case-officer", "2026-03-23", publicNotice("2026-03-23")),
      "2026-04-23",
    );
    expect(deemed.file.stage).toBe("closed");
  });
});

describe("serving the decision", () => {
  it("when both papers are served, then remedies run and publication starts", () => {
    const given = caseAt("decision-service");
    const command = serviceOf(given, "2026-04-01");
    expect(eventTypes(judge(given, "case-officer", "2026-04-01", command))).toEqual([
      "EvidenceAttached",
      "PapersServed",
      "PaperIssued",
      "DeadlineMet",
      "DeadlineSet",
      "DeadlineSet",
      "PublicationStarted",
    ]);
    const { file } = serve(given, "2026-04-01");
    expect(file).toMatchObject({
      stage: "published",
      publicationState: "shown",
      publicationVersion: 1,
      publicationStartedOn: "2026-04-01",
    });
    const days = Object.fromEntries(file.deadlines.map((each) => [each.termId, each.endsOn]));
    expect(days).toMatchObject({ reconsideration: "2026-06-01", litigation: "2026-10-08" });
  });

  it("when a decision not to list is served, then the case closes and nothing is published", () => {
    expect(papersToServe(notListed())).toEqual([expect.stringContaining("decision-not-to-list")]);
    const { file } = serve(notListed(), "2026-03-30");
    expect(file).toMatchObject({
      stage: "closed",
      outcome: "not-listed",
      publicationState: "none",
      closedOn: "2026-03-30",
    });
  });
});
