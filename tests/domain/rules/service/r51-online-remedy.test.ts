import { describe, expect, it } from "vitest";
import type { Authority } from "../../../../domain/authorities/authority.ts";
import { parseDay } from "../../../../domain/deadlines/calendar-day.ts";
import { r51OnlineRemedy } from "../../../../domain/rules/service/r51-online-remedy.ts";
import { inWorld, type Scene } from "../../../support/case-builder.ts";
import { caseAt, serviceOf } from "../../../support/case-stages.ts";
import { COUNTY_AUTHORITY } from "../../../support/case-world.ts";
import { breachesOf, itHoldsFrom, subjectOf, withFile } from "../../../support/rule-check.ts";

const DAY = "2026-04-01";
const ONLINE = { ...COUNTY_AUTHORITY, reconsiderationOnlineChannel: "【虚构】掌上复议平台" };

function agreed(authority: Authority = COUNTY_AUTHORITY): Scene {
  const scene = inWorld(caseAt("decision-service"), { authority });
  return withFile(scene, { electronicServiceAgreedOn: parseDay("2026-03-16") });
}

function breaches(scene: Scene, method: "electronic" | "post" = "electronic") {
  const command = { ...serviceOf(scene, DAY), method };
  return breachesOf(r51OnlineRemedy, scene, "case-officer", DAY, command);
}

describe("R51 a decision served online names the online channel for reconsideration", () => {
  it("R51 passes where the registry of authorities knows the channel", () => {
    expect(breaches(agreed(ONLINE))).toEqual([]);
  });

  it("R51 refuses where the registry knows none", () => {
    const missing = ["机关登记中没有线上申请行政复议的渠道，决定书没有载明"];
    expect(breaches(agreed())).toEqual(missing);
    expect(breaches(agreed({ ...ONLINE, reconsiderationOnlineChannel: " " }))).toEqual(missing);
  });

  it("R51 says nothing on other ways to serve, and on a paper without remedies", () => {
    expect(breaches(agreed(), "post")).toEqual([]);
    expect(breaches(caseAt("notice-service"))).toEqual([]);
  });

  itHoldsFrom(r51OnlineRemedy, "2024-01-01", () => {
    const scene = agreed();
    const command = { ...serviceOf(scene, DAY), method: "electronic" } as const;
    return subjectOf(scene, "case-officer", DAY, command);
  });
});
