import { describe, expect, it } from "vitest";
import { parseDay } from "../../../../domain/deadlines/calendar-day.ts";
import { r47PublicNoticeLast } from "../../../../domain/rules/service/r47-public-notice-last.ts";
import { act, judge, type Scene } from "../../../support/case-builder.ts";
import { evidenceOf } from "../../../support/case-content.ts";
import { caseAt } from "../../../support/case-stages.ts";
import {
  breachesOf,
  itHoldsFrom,
  ruleIdsOf,
  subjectOf,
  withFile,
} from "../../../support/rule-check.ts";

const PUBLIC_NOTICE = {
  kind: "publish-service-notice",
  publishedOn: parseDay("2026-03-18"),
  place: "本机关公告栏、门户网站",
  reasons: "登记住所无人，电话无人接听，邮件退回",
  evidence: evidenceOf("notice-photo"),
} as const;

function tried(day: string): Scene {
  return act(caseAt("notice-service"), "case-officer", day, {
    kind: "record-service-attempt",
    method: "in-person",
    attemptedOn: parseDay(day),
    result: "登记住所无人",
  });
}

describe("R47 public notice is the last resort", () => {
  it("R47 refuses 公告送达 while nothing else was tried", () => {
    const judgement = judge(caseAt("notice-service"), "case-officer", "2026-03-18", PUBLIC_NOTICE);
    expect(ruleIdsOf(judgement)).toEqual(["R47"]);
  });

  it("R47 shows it before anything is handed in", () => {
    expect(
      breachesOf(
        r47PublicNoticeLast,
        caseAt("notice-service"),
        "case-officer",
        "2026-03-18",
        "publish-service-notice",
      ),
    ).toHaveLength(1);
  });

  it("R47 passes after one attempt on the day the paper was issued", () => {
    const judgement = judge(tried("2026-03-13"), "case-officer", "2026-03-18", PUBLIC_NOTICE);
    expect(judgement.kind).toBe("accepted");
  });

  it("R47 does not count attempts made with an earlier paper", () => {
    const { attempts } = tried("2026-03-16").file;
    const scene = withFile(caseAt("decision-service"), { attempts });
    expect(
      breachesOf(
        r47PublicNoticeLast,
        scene,
        "case-officer",
        "2026-04-01",
        "publish-service-notice",
      ),
    ).toHaveLength(1);
  });

  it("R47 refuses a public notice without reasons", () => {
    const command = { ...PUBLIC_NOTICE, reasons: " " };
    expect(
      breachesOf(r47PublicNoticeLast, tried("2026-03-16"), "case-officer", "2026-03-18", command),
    ).toEqual(["没有写明公告送达的原因"]);
  });

  itHoldsFrom(r47PublicNoticeLast, "2021-07-15", () =>
    subjectOf(caseAt("notice-service"), "case-officer", "2026-03-18", PUBLIC_NOTICE),
  );
});
