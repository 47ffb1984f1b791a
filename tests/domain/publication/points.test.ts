import { describe, expect, it } from "vitest";
import { OFFICIAL_CALENDAR } from "../../../domain/deadlines/calendar.ts";
import { CHANNELS } from "../../../domain/publication/channels.ts";
import { LAYOUTS } from "../../../domain/publication/layouts/index.ts";
import { makeChannelForm } from "../../../domain/publication/listing-record.ts";
import { POINTS } from "../../../domain/publication/points/index.ts";
import { CARRIERS, type ConnectionPoint } from "../../../domain/publication/points/point.ts";
import { nextOpening, OFFICE_HOURS } from "../../../domain/publication/points/working-hours.ts";
import { NATIONAL_LISTS } from "../../../domain/packs/list-id.ts";
import { PERSON_RECORD, RECORD } from "./records.ts";

/** The places that the rules name (细则（四）（五）（六）（八）（十三）). */
const NAMED = [
  "梧州市公共信用信息共享平台",
  "信用中国（广西梧州）",
  "信用中国（广西）",
  "信用中国",
  "本部门门户网站",
  "县（市、区）政府门户网站",
  "广西公共信用信息平台",
  "广西征信融资服务平台",
  "“互联网+监管”系统",
  "梧州市数据共享交换平台",
  "“一网通办”平台",
];

describe("connection points", () => {
  it("are all the places that the rules name, each with its source", () => {
    const titles = CHANNELS.map((channel) => POINTS[channel].title);
    expect(titles).toEqual(expect.arrayContaining(NAMED));
    for (const channel of CHANNELS) {
      expect(POINTS[channel].citation.mark, channel).toBe("verified-primary");
    }
  });

  it("have ranks of their own, in whose order they are served", () => {
    expect(CHANNELS.map((channel) => POINTS[channel].order)).toEqual(
      CHANNELS.map((_, at) => at + 1),
    );
  });

  it.each(CHANNELS)("%s has a proof that fits its way of transport", (channel) => {
    const point: ConnectionPoint = POINTS[channel];
    const proofs = {
      "own-register": "own-row",
      "http-push": "signed-receipt",
      "file-drop": "receipt-file",
      pull: "acknowledged-cursor",
    } as const;
    expect(CARRIERS).toContain(point.carrier);
    expect(point.proof).toBe(proofs[point.carrier]);
    expect(LAYOUTS[point.layout].length).toBeGreaterThan(20);
  });

  it("use every way of transport", () => {
    expect(new Set(CHANNELS.map((channel) => POINTS[channel].carrier))).toEqual(new Set(CARRIERS));
  });
});

describe("R28 nobody outside is told what to do", () => {
  it("what lenders read says nothing of what others must do, on any list", () => {
    const financial = CHANNELS.filter((channel) => POINTS[channel].audience === "financial");
    expect(financial).toEqual(["guangxi-credit-finance"]);
    for (const listId of Object.keys(NATIONAL_LISTS).filter(isNational)) {
      const form = makeChannelForm(RECORD, listId, "guangxi-credit-finance");
      expect(form).toMatchObject({ measures: [], decisionNumber: RECORD.decisionNumber });
      expect(JSON.stringify(form)).not.toContain(RECORD.measures[0]?.title);
    }
  });

  it("and only implementers and public bodies read of measures at all, besides what is public", () => {
    const told = CHANNELS.filter((channel) => {
      const form = makeChannelForm(RECORD, "unpaid-wages", channel);
      return "measures" in form && form.measures.length > 0;
    });
    expect(told).toContain("measure-implementers");
    expect(told).not.toContain("guangxi-credit-finance");
    expect(told).not.toContain("one-network-service");
  });
});

describe("forms of points", () => {
  it("leave out what does not go there, and nothing else", () => {
    const { reconsiderationOrgan, court } = RECORD;
    expect({ reconsiderationOrgan, court }).not.toEqual({ reconsiderationOrgan: "", court: "" });
    const form = makeChannelForm(RECORD, "unpaid-wages", "internet-supervision");
    const whole = makeChannelForm(RECORD, "unpaid-wages", "credit-china-wuzhou");
    expect(form).toEqual({ ...whole, reconsiderationOrgan: "", court: "" });
    expect(makeChannelForm(RECORD, "unpaid-wages", "city-data-exchange")).toEqual({
      ...whole,
      basisDocuments: [],
    });
  });

  it("never name the party once it is off the list", () => {
    for (const channel of CHANNELS) {
      for (const state of ["removed", "suspended"] as const) {
        const form = makeChannelForm({ ...RECORD, state }, "unpaid-wages", channel);
        expect(JSON.stringify(form), channel).not.toContain(RECORD.party.name);
        expect(JSON.stringify(form), channel).not.toContain(RECORD.party.identifier);
      }
    }
  });
});

describe("hours of receivers", () => {
  const at = (text: string): Date => new Date(`${text}+08:00`);
  it.each([
    ["while it is open", "2026-03-13T10:00:00", "2026-03-13T10:00:00"],
    ["before it opens", "2026-03-13T07:00:00", "2026-03-13T08:00:00"],
    ["in the evening before a weekend", "2026-03-13T18:00:00", "2026-03-16T08:00:00"],
    ["on the day before Qingming", "2026-04-03T19:00:00", "2026-04-07T08:00:00"],
    [
      "before the make-up workday of the Spring Festival",
      "2026-02-13T18:30:00",
      "2026-02-14T08:00:00",
    ],
    ["over the National Day", "2026-09-30T18:00:00", "2026-10-08T08:00:00"],
  ])("%s", (_when, now, opens) => {
    expect(nextOpening(OFFICE_HOURS, at(now), OFFICIAL_CALENDAR, "CN-GX")).toEqual(at(opens));
  });

  it("are no limit where a receiver never closes", () => {
    const night = at("2026-03-14T03:00:00");
    expect(nextOpening(null, night, OFFICIAL_CALENDAR, "CN-GX")).toBe(night);
  });
});

function isNational(text: string): text is keyof typeof NATIONAL_LISTS {
  return Object.hasOwn(NATIONAL_LISTS, text);
}

describe("R08 a person that the public may not see", () => {
  const HIDDEN = { ...PERSON_RECORD, shownTo: "implementers" } as const;

  it.each(CHANNELS)("is at %s only if it carries out measures", (channel) => {
    const form = makeChannelForm(HIDDEN, "unpaid-wages", channel);
    const isImplementer = POINTS[channel].audience === "implementers";
    expect(form.state).toBe(isImplementer ? "shown" : "suspended");
    expect("party" in form).toBe(isImplementer);
    if (!isImplementer) expect(JSON.stringify(form)).not.toContain("欧阳");
  });

  it.each(CHANNELS)(
    "reads at %s like any other once it may be seen, and once it is removed",
    (channel) => {
      const shown = makeChannelForm({ ...HIDDEN, shownTo: "public" }, "unpaid-wages", channel);
      expect(shown).toEqual(makeChannelForm(PERSON_RECORD, "unpaid-wages", channel));
      const removed = makeChannelForm({ ...HIDDEN, state: "removed" }, "unpaid-wages", channel);
      expect(removed.state).toBe("removed");
    },
  );
});
