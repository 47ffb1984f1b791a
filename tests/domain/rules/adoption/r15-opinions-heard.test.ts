import { describe, expect, it } from "vitest";
import type { AdoptionSubject, ListAdoption } from "../../../../domain/adoption/adoption.ts";
import { parseDay } from "../../../../domain/deadlines/calendar-day.ts";
import { r15OpinionsHeard } from "../../../../domain/rules/adoption/r15-opinions-heard.ts";
import {
  adoptionAfter,
  close,
  GROUPS,
  rule,
  TO_ADOPTION,
} from "../../../support/adoption-world.ts";
import { breachesOf, itHoldsFrom } from "../../../support/registry-check.ts";

const READY = adoptionAfter(...TO_ADOPTION);
const OPENED = adoptionAfter(...TO_ADOPTION.slice(0, 7));

function find(adoption: ListAdoption, day: string): readonly string[] {
  const subject: AdoptionSubject = { act: "adopt-list", adoption, today: parseDay(day) };
  return breachesOf(r15OpinionsHeard, "adopt-list", subject, day);
}

/** The ids and words of what stands against closing the period on a day. */
function findAgainstClosing(day: string): unknown {
  const ruling = rule(OPENED, close(day), "2026-12-31");
  return "findings" in ruling ? ruling.findings.map(({ ruleId }) => ruleId) : ruling.type;
}

describe("R15 the opinions of six groups, and thirty days for the public", () => {
  it("R15 refuses to close the period before its thirtieth day, and lets it be closed on that day", () => {
    expect(OPENED.comment?.earliestCloseOn).toBe("2026-12-24");
    expect(findAgainstClosing("2026-12-18")).toEqual(["R15"]);
    expect(findAgainstClosing("2026-12-23")).toEqual(["R15"]);
    expect(findAgainstClosing("2026-12-24")).toBe("CommentClosed");
    expect(findAgainstClosing("2026-12-30")).toBe("CommentClosed");
  });

  it("R15 says from when to when the period was too short, and when it can end", () => {
    const ruling = rule(OPENED, close("2026-12-18"), "2026-12-18");
    expect(ruling).toMatchObject({
      findings: [
        {
          missing: "公开征求意见自2026年11月24日起，至2026年12月18日不满三十日",
          toDo: "公开当日不计，最早可以在2026年12月24日截止",
        },
      ],
    });
  });

  it("R15 passes a proposal on which all six were heard, on the day after the period ended", () => {
    expect(find(READY, "2026-12-25")).toEqual([]);
  });

  it("R15 refuses adoption on the last day of the period itself", () => {
    expect(find(READY, "2026-12-24")).toEqual([
      "2026年12月24日是公开征求意见的最后一日，当日仍可提出意见",
    ]);
  });

  it.each(GROUPS)("R15 refuses adoption when %s were not asked", (group) => {
    const consultations = READY.consultations.filter((each) => each.group !== group);
    expect(find({ ...READY, consultations }, "2026-12-25")).toHaveLength(1);
  });

  it("R15 refuses adoption while the public was not heard to the end", () => {
    expect(find(OPENED, "2026-12-25")).toEqual(["没有征求以下各方的意见：社会公众"]);
    expect(find({ ...READY, comment: null }, "2026-12-25")).toHaveLength(1);
  });

  itHoldsFrom(r15OpinionsHeard, "2022-03-24", "adopt-list", {
    act: "adopt-list",
    adoption: OPENED,
    today: parseDay("2026-12-25"),
  });
});
