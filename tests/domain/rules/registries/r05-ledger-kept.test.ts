import { describe, expect, it } from "vitest";
import { parseDay } from "../../../../domain/deadlines/calendar-day.ts";
import { isDueForReview, type LedgerNote } from "../../../../domain/registries/ledger.ts";
import { r05LedgerKept } from "../../../../domain/rules/registries/r05-ledger-kept.ts";
import { breachesOf, itHoldsFrom } from "../../../support/registry-check.ts";

const NOTE: LedgerNote = {
  unit: "【虚构】示例科",
  reviewOn: parseDay("2026-06-30"),
  conforms: true,
  plan: "",
};
const UNFIT: LedgerNote = { ...NOTE, conforms: false };

const find = (note: LedgerNote) => breachesOf(r05LedgerKept, "keep-ledger", note, "2026-03-13");

describe("R05 the ledger of criteria, catalogs and measures", () => {
  it("R05 passes what conforms, with no plan", () => {
    expect(find(NOTE)).toEqual([]);
  });

  it("R05 refuses to keep what does not conform without a plan, and passes it with one", () => {
    expect(find(UNFIT)).toEqual(["不符合要求但仍需保留的，没有规范完善方案"]);
    expect(find({ ...UNFIT, plan: "　" })).toHaveLength(1);
    expect(find({ ...UNFIT, plan: "2026年底前修订" })).toEqual([]);
  });

  it("an entry is due on its day, and where nobody has noted anything of it", () => {
    expect(isDueForReview(NOTE, parseDay("2026-06-29"))).toBe(false);
    expect(isDueForReview(NOTE, parseDay("2026-06-30"))).toBe(true);
    expect(isDueForReview(null, parseDay("2026-06-29"))).toBe(true);
  });

  itHoldsFrom(r05LedgerKept, "2022-03-24", "keep-ledger", UNFIT);
});
