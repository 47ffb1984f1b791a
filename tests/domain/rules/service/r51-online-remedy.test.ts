import { describe, expect, it } from "vitest";
import type { Authority } from "../../../../domain/authorities/authority.ts";
import { parseDay } from "../../../../domain/deadlines/calendar-day.ts";
import { r51OnlineRemedy } from "../../../../domain/rules/service/r51-online-remedy.ts";
import { act, inWorld, type Scene } from "../../../support/case-builder.ts";
import { caseAt, reviewedRestoration, serviceOf, sign } from "../../../support/case-stages.ts";
import { COUNTY_AUTHORITY } from "../../../support/case-world.ts";
import { breachesOf, itHoldsFrom, subjectOf, withFile } from "../../../support/rule-check.ts";
import { sampleCommand } from "../../../support/sample-commands.ts";

const DAY = "2026-04-01";
const ONLINE = { ...COUNTY_AUTHORITY, reconsiderationOnlineChannel: "【虚构】掌上复议平台" };

/** A decision to be served, issued by an authority with the channel or without, in a case whose party agreed to electronic service. */
function agreed(issuedBy: Authority = COUNTY_AUTHORITY, servedBy = issuedBy): Scene {
  const signed = sign(inWorld(caseAt("sign-off"), { authority: issuedBy }), "2026-03-30");
  const scene = inWorld(signed, { authority: servedBy });
  return withFile(scene, { electronicServiceAgreedOn: parseDay("2026-03-16") });
}

/** A decision to restore a listing that is to be served. */
function restored(authority: Authority): Scene {
  const scene = inWorld(reviewedRestoration(), { authority });
  return act(scene, "head", "2027-06-02", sampleCommand("restore-listing", scene, "2027-06-02"));
}

function breaches(scene: Scene, method: "electronic" | "post" = "electronic", day = DAY) {
  const command = { ...serviceOf(scene, day), method };
  return breachesOf(r51OnlineRemedy, scene, "case-officer", day, command);
}

describe("R51 a decision served online names the online channel for reconsideration", () => {
  it("R51 passes where the decision names the channel", () => {
    expect(breaches(agreed(ONLINE))).toEqual([]);
  });

  it("R51 refuses where the registry knew none when the decision was issued, whatever it knows now", () => {
    const missing = ["决定书没有载明线上申请行政复议的渠道：制发时机关登记中没有"];
    expect(breaches(agreed())).toEqual(missing);
    expect(breaches(agreed({ ...ONLINE, reconsiderationOnlineChannel: " " }))).toEqual(missing);
    expect(breaches(agreed(COUNTY_AUTHORITY, ONLINE))).toEqual(missing);
    expect(breaches(agreed(ONLINE, COUNTY_AUTHORITY))).toEqual([]);
  });

  it("R51 is about the decision to restore a listing as well", () => {
    expect(breaches(restored(COUNTY_AUTHORITY), "electronic", "2027-06-03")).toHaveLength(1);
    expect(breaches(restored(ONLINE), "electronic", "2027-06-03")).toEqual([]);
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
