import { describe, expect, it } from "vitest";
import {
  findAppointmentFlaws,
  type Appointment,
  type DeputyAccount,
} from "../../../domain/authorities/deputy.ts";
import { parseDay } from "../../../domain/deadlines/calendar-day.ts";

const HEAD: DeputyAccount = { userId: "head", authorityId: "a", roles: ["head"] };
const VICE: DeputyAccount = { userId: "vice", authorityId: "a", roles: ["legal-reviewer"] };
const TODAY = parseDay("2026-03-13");

const GOOD: Appointment = {
  role: "head",
  principal: HEAD,
  acting: VICE,
  startsOn: TODAY,
  endsOn: parseDay("2027-03-13"),
  reasons: "负责人出差",
};

function flawsOf(change: Partial<Appointment>): readonly string[] {
  return findAppointmentFlaws({ ...GOOD, ...change }, TODAY).map((flaw) => flaw.field);
}

describe("naming a deputy", () => {
  it("is possible from today for up to a year, within the authority", () => {
    expect(flawsOf({})).toEqual([]);
  });

  it.each([
    ["nobody to stand in for", { principal: null }, ["principal", "acting"]],
    ["somebody without the role", { principal: { ...HEAD, roles: ["auditor"] } }, ["principal"]],
    [
      "somebody above the authorities",
      { principal: { ...HEAD, authorityId: null } },
      ["principal", "acting"],
    ],
    ["no such deputy", { acting: null }, ["acting"]],
    ["a deputy of another authority", { acting: { ...VICE, authorityId: "b" } }, ["acting"]],
    ["a deputy who holds the role anyway", { acting: { ...VICE, roles: ["head"] } }, ["acting"]],
    [
      "a day that is over",
      { startsOn: parseDay("2026-03-12"), endsOn: parseDay("2026-03-20") },
      ["startsOn"],
    ],
    [
      "an end before the beginning",
      { startsOn: parseDay("2026-03-20"), endsOn: parseDay("2026-03-19") },
      ["endsOn"],
    ],
    ["more than a year", { endsOn: parseDay("2027-03-14") }, ["endsOn"]],
    ["no reasons", { reasons: " " }, ["reasons"]],
  ] satisfies readonly (readonly [string, Partial<Appointment>, readonly string[]])[])(
    "is refused for %s",
    (_what, change, fields) => {
      expect(flawsOf(change)).toEqual(fields);
    },
  );
});
