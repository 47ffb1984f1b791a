import { describe, expect, it } from "vitest";
import { parseDay } from "../../../../domain/deadlines/calendar-day.ts";
import { decideIncident, type Incident } from "../../../../domain/incidents/incident.ts";
import { r41IncidentReported } from "../../../../domain/rules/incidents/r41-incident-reported.ts";
import { breachesOf, itHoldsFrom } from "../../../support/registry-check.ts";

const OPEN: Incident = {
  kind: "late-repair",
  openedOn: parseDay("2026-03-13"),
  report: null,
  outcome: null,
};
const REPORTED: Incident = {
  ...OPEN,
  report: { organ: "示例主管单位", number: "示例〔2026〕1号", reportedOn: parseDay("2026-03-16") },
};
const TODAY = parseDay("2026-03-20");
const CLOSE = { kind: "close-incident", outcome: "责令改正" } as const;

describe("R41 those who act against the rules are called to account", () => {
  it("R41 refuses to close what no superior body was told of", () => {
    expect(breachesOf(r41IncidentReported, "close-incident", OPEN, "2026-03-20")).toEqual([
      "没有向主管单位通报",
    ]);
    expect(decideIncident(CLOSE, OPEN, TODAY)).toMatchObject({
      kind: "law",
      findings: [{ ruleId: "R41", citations: [{ article: "（十九）" }] }],
    });
  });

  it("R41 lets one be closed that was reported, and lets the report itself be entered", () => {
    expect(breachesOf(r41IncidentReported, "close-incident", REPORTED, "2026-03-20")).toEqual([]);
    expect(breachesOf(r41IncidentReported, "report-incident", OPEN, "2026-03-20")).toEqual([]);
    expect(decideIncident(CLOSE, REPORTED, TODAY)).toMatchObject({ outcome: "责令改正" });
  });

  it("takes a report from the day of finding through today, and none of another day", () => {
    const report = (day: string) =>
      decideIncident(
        {
          kind: "report-incident",
          organ: "示例主管单位",
          number: "1号",
          reportedOn: parseDay(day),
        },
        OPEN,
        TODAY,
      );
    expect(report("2026-03-13")).toMatchObject({ report: { reportedOn: "2026-03-13" } });
    expect(report("2026-03-20")).toMatchObject({ report: { reportedOn: "2026-03-20" } });
    expect(report("2026-03-12")).toMatchObject({ kind: "content" });
    expect(report("2026-03-21")).toMatchObject({ kind: "content" });
  });

  it("closes nothing without an outcome, and nothing twice", () => {
    expect(decideIncident({ ...CLOSE, outcome: " " }, REPORTED, TODAY)).toMatchObject({
      kind: "content",
    });
    expect(decideIncident(CLOSE, { ...REPORTED, outcome: "责令改正" }, TODAY)).toMatchObject({
      kind: "content",
    });
  });

  itHoldsFrom(r41IncidentReported, "2022-03-24", "close-incident", OPEN);
});
