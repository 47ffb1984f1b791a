import { describe, expect, it } from "vitest";
import type { CommandOf } from "../../../../domain/case-file/commands.ts";
import { findActs } from "../../../../domain/case-file/decide.ts";
import { findNextDeadline } from "../../../../domain/case-file/fall-due.ts";
import { followUpsOf } from "../../../../domain/case-file/follow-ups.ts";
import { parseDay } from "../../../../domain/deadlines/calendar-day.ts";
import { findChannels, mayBeShown } from "../../../../domain/publication/find-channels.ts";
import { act, EMPLOYER, inWorld, judge, letPass } from "../../../support/case-builder.ts";
import { evidenceOf } from "../../../support/case-content.ts";
import { caseAt } from "../../../support/case-stages.ts";
import {
  ACTORS,
  contextOf,
  COUNTY_AUTHORITY,
  moment,
  WAGES_PACK,
} from "../../../support/case-world.ts";
import { cite } from "../../../../domain/law/instruments.ts";

const PERSON = { ...EMPLOYER, partyKind: "natural-person" } as const;
const LISTED = caseAt("published", PERSON);
const UNDER_WAY = caseAt("defense", PERSON);

function consenting(
  change: Partial<CommandOf<"consent-to-display">> = {},
): CommandOf<"consent-to-display"> {
  return {
    kind: "consent-to-display",
    consentedOn: parseDay("2026-05-11"),
    consent: {
      purpose: "向社会公示本人的列入信息",
      endsOn: parseDay("2026-08-11"),
      voluntary: true,
    },
    evidence: null,
    ...change,
  };
}

const REVOKE = { kind: "revoke-display-consent", remark: "" } as const;
const SHOWN = act(LISTED, "party", "2026-05-11", consenting());

function kindsFor(scene: typeof LISTED): readonly string[] {
  const context = contextOf(scene.world, ACTORS.party, moment("2026-05-11"));
  return findActs(scene.file, context).map((each) => each.kind);
}

describe("a person's consent to being shown", () => {
  it("makes a new version of a listing that is shown, and opens the public channels", () => {
    expect(mayBeShown(LISTED.file, WAGES_PACK)).toBe(false);
    expect(mayBeShown(SHOWN.file, WAGES_PACK)).toBe(true);
    expect(SHOWN.file.publicationVersion).toBe(LISTED.file.publicationVersion + 1);
    expect(findChannels(LISTED.file, WAGES_PACK, COUNTY_AUTHORITY)).toEqual([
      "measure-implementers",
    ]);
    expect(findChannels(SHOWN.file, WAGES_PACK, COUNTY_AUTHORITY)).toContain("own-register");
  });

  it("given while the case runs, is used when the listing is published, and publishes nothing before", () => {
    const before = act(
      UNDER_WAY,
      "party",
      "2026-03-18",
      consenting({ consentedOn: parseDay("2026-03-18") }),
    );
    expect(before.file.publicationVersion).toBe(0);
    expect(before.events.flatMap((event) => followUpsOf(event, before.file))).not.toContainEqual(
      expect.objectContaining({ kind: "publish" }),
    );
    expect(mayBeShown(before.file, WAGES_PACK)).toBe(true);
  });

  it("ends by itself at the end of its last day, and is a new version again", () => {
    expect(findNextDeadline(SHOWN.file)).toMatchObject({
      termId: "display-consent",
      endsOn: "2026-08-11",
    });
    expect(mayBeShown(letPass(SHOWN, "2026-08-11").file, WAGES_PACK)).toBe(true);
    const after = letPass(SHOWN, "2026-08-12");
    expect(mayBeShown(after.file, WAGES_PACK)).toBe(false);
    expect(after.file.publicationVersion).toBe(SHOWN.file.publicationVersion + 1);
    expect(after.file.stage).toBe("published");
  });

  it("is taken back at any time, without reasons; its clock stops", () => {
    const revoked = act(SHOWN, "party", "2026-05-12", REVOKE);
    expect(mayBeShown(revoked.file, WAGES_PACK)).toBe(false);
    expect(findNextDeadline(revoked.file)?.termId).not.toBe("display-consent");
    const again = judge(revoked, "party", "2026-05-12", REVOKE);
    expect(again).toMatchObject({ kind: "refused", refusal: { kind: "content" } });
  });

  it("given anew takes the place of the earlier one, with one clock", () => {
    const longer = act(
      SHOWN,
      "party",
      "2026-06-01",
      consenting({
        consentedOn: parseDay("2026-06-01"),
        consent: { ...consenting().consent, endsOn: parseDay("2026-12-31") },
      }),
    );
    const clocks = longer.file.deadlines.filter((each) => each.termId === "display-consent");
    expect(clocks.map((each) => [each.endsOn, each.status])).toEqual([
      ["2026-08-11", "lifted"],
      ["2026-12-31", "open"],
    ]);
  });

  it("does not outlive the listing: one that is restored later is shown to the public on a new consent only", () => {
    const consent = { ...consenting().consent, endsOn: parseDay("2030-05-11") };
    const gone = letPass(act(LISTED, "party", "2026-05-11", consenting({ consent })), "2029-03-28");
    expect(gone.file.stage).toBe("removed");
    expect(gone.file.displayConsent).toBeNull();
    const clock = gone.file.deadlines.find((each) => each.termId === "display-consent");
    expect(clock?.status).toBe("lifted");
  });

  it("by an officer needs the signed paper; a day to come and an end gone by are refused", () => {
    const sayings = [
      judge(LISTED, "case-officer", "2026-05-11", consenting()),
      judge(LISTED, "party", "2026-05-10", consenting()),
      judge(
        LISTED,
        "party",
        "2026-05-11",
        consenting({
          consentedOn: parseDay("2026-05-01"),
          consent: { ...consenting().consent, endsOn: parseDay("2026-05-10") },
        }),
      ),
    ].map((each) => (each.kind === "refused" ? each.refusal.findings[0]?.missing : "accepted"));
    expect(sayings).toEqual(["没有当事人签名的同意书", "填写的日期还没有到", "同意的期限已经过了"]);
    const signed = consenting({ evidence: evidenceOf("signed-consent") });
    const recorded = act(LISTED, "case-officer", "2026-05-11", signed);
    expect(recorded.file.evidence.at(-1)?.evidenceId).toBe("signed-consent");
  });

  it("is not asked of an organization, nor where a law or regulation orders the display", () => {
    const firm = caseAt("published");
    expect(kindsFor(firm)).not.toContain("consent-to-display");
    expect(kindsFor(LISTED)).toContain("consent-to-display");
    expect(judge(firm, "party", "2026-05-11", consenting()).kind).toBe("refused");
    const shownByLaw = inWorld(LISTED, {
      pack: {
        ...WAGES_PACK,
        personDisplayBasis: { value: "示例法规第一条", citations: [cite("wages", "第四十八条")] },
      },
    });
    expect(judge(shownByLaw, "party", "2026-05-11", consenting()).kind).toBe("refused");
  });
});
