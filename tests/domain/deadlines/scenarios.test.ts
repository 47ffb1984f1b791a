import { describe, expect, it } from "vitest";
import { parseDay } from "../../../domain/deadlines/calendar-day.ts";
import { OFFICIAL_CALENDAR, type Region } from "../../../domain/deadlines/calendar.ts";
import {
  computeDeadline,
  type RollRule,
  type TermUnit,
} from "../../../domain/deadlines/compute.ts";
import { TERMS, type TermId } from "../../../domain/deadlines/terms.ts";
import { findSource } from "../../../domain/packs/enter-value.ts";
import { valueOf } from "../../../domain/packs/pack-values.ts";
import { UNPAID_WAGES_PACK } from "../../../domain/packs/unpaid-wages.ts";

interface Count {
  readonly startsOn: string;
  readonly length: number;
  readonly unit: TermUnit;
  readonly rollRule?: RollRule;
  readonly direction?: "after" | "before";
  readonly region?: Region;
}

function end({ startsOn, rollRule, direction, region, ...rest }: Count) {
  return computeDeadline({
    ...rest,
    startsOn: parseDay(startsOn),
    rollRule: rollRule ?? "next-working-day",
    direction: direction ?? "after",
    region: region ?? "CN-GX",
    calendar: OFFICIAL_CALENDAR,
  });
}

/** Counts a term of the table, with the length of the shipped pack or, where that is empty, of a demonstration. */
function endOf(termId: TermId, startsOn: string, region: Region = "CN-GX"): string {
  const term = TERMS[termId];
  const fromPack =
    term.packField === undefined ? null : valueOf(UNPAID_WAGES_PACK, term.packField).value;
  const { length, unit } = fromPack ?? { length: term.length, unit: term.unit };
  if (length === "pack") throw new Error(`no length for ${termId}`);
  return end({ startsOn, length, unit, rollRule: term.rollRule, region }).endsOn;
}

describe("wage arrears with an objection (Guangxi calendar)", () => {
  it("closes the defense window of five working days on 2026-03-23, of ten on 2026-03-30", () => {
    expect(end({ startsOn: "2026-03-16", length: 5, unit: "working-day" }).endsOn).toBe(
      "2026-03-23",
    );
    expect(end({ startsOn: "2026-03-16", length: 10, unit: "working-day" }).endsOn).toBe(
      "2026-03-30",
    );
  });

  it("wants the objection of 2026-03-20 answered by 2026-03-27", () => {
    expect(end({ startsOn: "2026-03-20", length: 5, unit: "working-day" }).endsOn).toBe(
      "2026-03-27",
    );
  });

  it("starts service of the notice approved on Friday 2026-03-13 by 2026-03-24", () => {
    expect(endOf("notice-service-start", "2026-03-13")).toBe("2026-03-24");
  });

  it("wants service and publication of the decision of 2026-03-27 by 2026-04-08 (清明节)", () => {
    expect(endOf("decision-service", "2026-03-27")).toBe("2026-04-08");
    expect(endOf("publication", "2026-03-27")).toBe("2026-04-08");
  });

  it("lets reconsideration end on 2026-06-01 and litigation on 2026-10-08 (国庆节)", () => {
    expect(endOf("reconsideration", "2026-04-01")).toBe("2026-06-01");
    expect(endOf("litigation", "2026-04-01")).toBe("2026-10-08");
  });

  it("allows early removal from 2026-10-22 by one source and from 2027-03-27 by the other", () => {
    const earliest = (sourceId: string, startsOn: string) => {
      const source = findSource(UNPAID_WAGES_PACK, sourceId);
      if (source === null) throw new Error(`no source ${sourceId}`);
      const { rollRule } = TERMS["repair-earliest"];
      return end({ startsOn, length: source.length, unit: source.unit, rollRule });
    };
    expect(earliest("order45", "2026-04-22").endsOn).toBe("2026-10-22");
    // 2027-03-27 is a Saturday: a minimum period ends by itself and does not roll.
    expect(earliest("order36", "2026-03-27")).toMatchObject({
      endsOn: "2027-03-27",
      provisional: false,
    });
  });

  it("wants the application of 2027-03-29 accepted by 2027-04-01, provisionally", () => {
    const counted = end({ startsOn: "2027-03-29", length: 3, unit: "working-day" });
    expect(counted).toMatchObject({ endsOn: "2027-04-01", provisional: true });
    expect(endOf("repair-acceptance", "2027-03-29")).toBe("2027-04-01");
  });

  it("wants it decided by 2027-04-14 (清明节, 三月三), and by 2027-04-13 outside Guangxi", () => {
    expect(endOf("repair-decision", "2027-03-29")).toBe("2027-04-14");
    expect(endOf("repair-decision", "2027-03-29", "CN")).toBe("2027-04-13");
  });

  it("ends the listing of 2026-03-27 on 2029-03-27", () => {
    expect(endOf("listing-end", "2026-03-27")).toBe("2029-03-27");
  });
});

describe("market regulation with hearing, consent and annulment (Guangxi calendar)", () => {
  it("gives the penalty case of 2026-01-15 ninety days, to 2026-04-15", () => {
    expect(end({ startsOn: "2026-01-15", length: 90, unit: "day" }).endsOn).toBe("2026-04-15");
  });

  it("lets a hearing be asked for until 2026-03-31 after the notice of 2026-03-24", () => {
    expect(end({ startsOn: "2026-03-24", length: 5, unit: "working-day" }).endsOn).toBe(
      "2026-03-31",
    );
  });

  it("wants the notice of the hearing on 2026-04-13 no later than 2026-04-01", () => {
    const before = end({
      startsOn: "2026-04-13",
      length: 7,
      unit: "working-day",
      direction: "before",
    });
    expect(before.endsOn).toBe("2026-04-01");
  });

  it("ends seven working days from a notice given on 2026-04-02 only on 2026-04-14", () => {
    expect(end({ startsOn: "2026-04-02", length: 7, unit: "working-day" }).endsOn).toBe(
      "2026-04-14",
    );
  });

  it("wants the decision of 2026-04-15 served by 2026-04-28 (三月三), nationally by 2026-04-24", () => {
    expect(endOf("decision-service", "2026-04-15")).toBe("2026-04-28");
    expect(endOf("decision-service", "2026-04-15", "CN")).toBe("2026-04-24");
  });

  it("wants it in the national system by 2026-05-19 (三月三, 劳动节), nationally by 2026-05-15", () => {
    const twenty = { startsOn: "2026-04-15", length: 20, unit: "working-day" } as const;
    expect(end(twenty).endsOn).toBe("2026-05-19");
    expect(end({ ...twenty, region: "CN" }).endsOn).toBe("2026-05-15");
  });

  it("counts remedies from service on the free day 2026-04-17: 2026-06-16 and 2026-10-19", () => {
    expect(endOf("reconsideration", "2026-04-17")).toBe("2026-06-16");
    expect(endOf("litigation", "2026-04-17")).toBe("2026-10-19");
  });

  it("wants everything withdrawn by 2026-07-15 after the annulment of 2026-07-10", () => {
    expect(endOf("annulment-withdrawal", "2026-07-10")).toBe("2026-07-15");
  });

  it("would have let early removal be asked for from 2027-04-15", () => {
    const year = { startsOn: "2026-04-15", length: 1, unit: "year", rollRule: "none" } as const;
    expect(end(year).endsOn).toBe("2027-04-15");
  });
});

describe("work safety over the May holiday and repair on the national clock", () => {
  it("closes five working days from 2026-04-27 on 2026-05-07 (劳动节)", () => {
    expect(end({ startsOn: "2026-04-27", length: 5, unit: "working-day" }).endsOn).toBe(
      "2026-05-07",
    );
  });

  it("wants the penalty of 2026-05-08 exposed by 2026-05-18, Saturday 05-09 being worked", () => {
    expect(endOf("publication", "2026-05-08")).toBe("2026-05-18");
  });

  it("lets reconsideration end on Monday 2026-07-13 and litigation on 2026-11-12", () => {
    expect(endOf("reconsideration", "2026-05-12")).toBe("2026-07-13");
    expect(endOf("litigation", "2026-05-12")).toBe("2026-11-12");
  });

  it("wants the application of 2026-09-22 accepted by 2026-09-28 (中秋节), decided by 2026-10-13 (国庆节)", () => {
    expect(endOf("repair-acceptance", "2026-09-22")).toBe("2026-09-28");
    expect(endOf("repair-decision", "2026-09-22")).toBe("2026-10-13");
  });

  it("reaches twelve months on 2027-05-08 and ends the listing on 2029-05-08", () => {
    const none = { rollRule: "none" } as const;
    expect(end({ startsOn: "2026-05-08", length: 12, unit: "month", ...none }).endsOn).toBe(
      "2027-05-08",
    );
    expect(endOf("listing-end", "2026-05-08")).toBe("2029-05-08");
  });
});

describe("public comment on the criteria of a local list", () => {
  it("closes no earlier than 2026-12-24 when opened on 2026-11-24", () => {
    const thirty = { startsOn: "2026-11-24", length: 30, unit: "day", rollRule: "none" } as const;
    expect(end(thirty).endsOn).toBe("2026-12-24");
  });
});
