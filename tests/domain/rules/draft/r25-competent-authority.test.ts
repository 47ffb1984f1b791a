import { describe, expect, it } from "vitest";
import type { AuthorityLevel } from "../../../../domain/packs/law-pack.ts";
import { r25CompetentAuthority } from "../../../../domain/rules/draft/r25-competent-authority.ts";
import { act, inWorld, judge, type Scene } from "../../../support/case-builder.ts";
import { evidenceOf } from "../../../support/case-content.ts";
import { caseAt, notListed } from "../../../support/case-stages.ts";
import { COUNTY_AUTHORITY, WAGES_PACK } from "../../../support/case-world.ts";
import { parseDay } from "../../../../domain/deadlines/calendar-day.ts";
import {
  breachesOf,
  itHoldsFrom,
  ruleIdsOf,
  subjectOf,
  withFile,
} from "../../../support/rule-check.ts";

function ofLevel(level: AuthorityLevel): Scene {
  return inWorld(caseAt("draft"), { authority: { ...COUNTY_AUTHORITY, level } });
}

function find(scene: Scene): readonly string[] {
  return breachesOf(r25CompetentAuthority, scene, "case-officer", "2026-03-13", "open-case");
}

const CONSENT = { pack: { ...WAGES_PACK, upperConsent: true } };

describe("R25 a competent authority of a county or above", () => {
  it.each(["county", "city", "region"] as const)("R25 passes an authority of level %s", (level) => {
    expect(find(ofLevel(level))).toEqual([]);
  });

  it.each(["township", "park"] as const)("R25 refuses an authority of level %s", (level) => {
    expect(find(ofLevel(level))).toHaveLength(1);
  });

  it("R25 passes a township that a text of sufficient rank makes competent", () => {
    const pack = { ...WAGES_PACK, competentLevels: ["township", "county"] as const };
    expect(find(inWorld(ofLevel("township"), { pack }))).toEqual([]);
  });

  it("R25 refuses an authority without jurisdiction over the list", () => {
    const authority = { ...COUNTY_AUTHORITY, competentLists: ["work-safety"] as const };
    expect(find(inWorld(caseAt("draft"), { authority }))).toHaveLength(1);
  });

  it("R25 refuses another authority's case", () => {
    expect(find(withFile(caseAt("draft"), { authorityId: "elsewhere" }))).toEqual([
      "本案不由该机关管辖",
    ]);
  });

  it("R25 refuses the signature while the consent of the authority above is missing", () => {
    const scene = inWorld(caseAt("sign-off"), CONSENT);
    const draftHash = scene.file.proposal?.draftHash ?? "";
    const judgement = judge(scene, "head", "2026-03-27", { kind: "sign-decision", draftHash });
    expect(ruleIdsOf(judgement)).toEqual(["R25"]);
  });

  it("R25 passes the signature once the consent is on file", () => {
    const consented = act(caseAt("upper-consent"), "case-officer", "2026-03-26", {
      kind: "record-upper-consent",
      organ: "【虚构】梧州市人力资源和社会保障局",
      number: "梧人社函〔2026〕1号",
      consentedOn: parseDay("2026-03-26"),
      evidence: evidenceOf("consent"),
    });
    expect(
      breachesOf(r25CompetentAuthority, consented, "head", "2026-03-27", "sign-decision"),
    ).toEqual([]);
  });

  it("R25 asks no consent for a decision not to list", () => {
    const scene = inWorld(withFile(notListed(), { stage: "sign-off" }), CONSENT);
    expect(breachesOf(r25CompetentAuthority, scene, "head", "2026-03-27", "sign-decision")).toEqual(
      [],
    );
  });

  itHoldsFrom(r25CompetentAuthority, "2022-03-24", () =>
    subjectOf(ofLevel("park"), "case-officer", "2026-03-13", "open-case"),
  );
});
