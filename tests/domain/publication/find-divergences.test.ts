import { describe, expect, it } from "vitest";
import { LIST_COLUMNS } from "../../../domain/publication/layouts/list-layout.ts";
import { makeChannelForm, type ListingRecord } from "../../../domain/publication/listing-record.ts";
import {
  DIVERGENCE_TITLES,
  findDivergences,
  withoutPersonalData,
  type DivergenceKind,
} from "../../../domain/publication/reconcile/find-divergences.ts";
import {
  expectCells,
  expectForm,
  type Expectation,
  type Holding,
} from "../../../domain/publication/reconcile/holding.ts";
import { PERSON_RECORD, RECORD } from "./records.ts";

const formOf = (record: ListingRecord) =>
  makeChannelForm(record, "unpaid-wages", "credit-china-wuzhou");
const SIGNATURE = "c2lnbmVk";
const NEWEST: ListingRecord = { ...RECORD, version: 2, grounds: "更正后的事由" };
const REMOVED: ListingRecord = { ...RECORD, version: 3, state: "removed" };

const AS_FORM = expectForm({ form: formOf(NEWEST), signature: SIGNATURE }, [formOf(RECORD)]);
const AS_CELLS = expectCells(
  { form: formOf(NEWEST), signature: SIGNATURE },
  [formOf(RECORD)],
  LIST_COLUMNS,
);
const PERSON = expectForm({ form: formOf(PERSON_RECORD), signature: SIGNATURE }, []);
const GONE = expectForm({ form: formOf(REMOVED), signature: SIGNATURE }, []);

/** A copy that is as it must be, but for a change. */
function copyOf(expected: Expectation, change: Partial<Holding> = {}): Holding {
  const { entryId, version, state, fields, signature } = expected;
  return { entryId, version, state, fields, signature, ...change };
}

function alter(expected: Expectation, fields: Record<string, string>): Holding {
  return copyOf(expected, { fields: { ...expected.fields, ...fields } });
}

const kindsOf = (expected: Expectation, ...copies: Holding[]): readonly DivergenceKind[] =>
  findDivergences([expected], copies, "whole").map((each) => each.kind);

describe("a copy that is as it must be", () => {
  it("is no divergence, in any form, also where the receiver keeps no signature", () => {
    for (const expected of [AS_FORM, AS_CELLS, PERSON, GONE]) {
      expect(kindsOf(expected, copyOf(expected))).toEqual([]);
      expect(kindsOf(expected, copyOf(expected, { signature: null }))).toEqual([]);
    }
  });

  it("needs not be there at all once the entry is removed", () => {
    expect(kindsOf(GONE)).toEqual([]);
  });
});

const INJECTED: readonly [DivergenceKind, string, Expectation, readonly Holding[]][] = [
  ["missing", "lost", AS_FORM, []],
  ["missing", "hidden by the receiver", AS_FORM, [copyOf(AS_FORM, { state: "suspended" })]],
  ["extra", "never sent", AS_FORM, [copyOf(AS_FORM), copyOf(AS_FORM, { entryId: "unknown" })]],
  ["stale", "an older version", AS_FORM, [copyOf(AS_FORM, { version: 1 })]],
  [
    "changed-field",
    "another decision number",
    AS_FORM,
    [alter(AS_FORM, { decisionNumber: "别的文号" })],
  ],
  ["changed-field", "in a file", AS_CELLS, [alter(AS_CELLS, { 列入事由: "别的事由" })]],
  ["wrong-mask", "a person in clear", PERSON, [alter(PERSON, { "party.name": "欧阳明月" })]],
  [
    "wrong-mask",
    "a number in clear",
    PERSON,
    [alter(PERSON, { "party.identifier": "11010519491231002X" })],
  ],
  ["wrong-mask", "a firm masked", AS_CELLS, [alter(AS_CELLS, { 主体名称: "云***" })]],
  ["wrong-order", "a number never given", AS_FORM, [copyOf(AS_FORM, { version: 9 })]],
  [
    "wrong-order",
    "the old text under the new number",
    AS_FORM,
    [copyOf(AS_FORM, { fields: AS_FORM.earlier[0] ?? {} })],
  ],
  ["removed-but-shown", "still shown", GONE, [copyOf(GONE, { state: "shown" })]],
  ["removed-but-shown", "with its name left", GONE, [alter(GONE, { "party.name": "云雀" })]],
  [
    "other-code",
    "another firm's code",
    AS_FORM,
    [alter(AS_FORM, { "party.identifier": "91340600MA2PBP2120" })],
  ],
  ["duplicate", "twice", AS_FORM, [copyOf(AS_FORM), copyOf(AS_FORM)]],
  ["wrong-end-day", "a year longer", AS_FORM, [alter(AS_FORM, { listedThrough: "2030-03-27" })]],
  ["wrong-end-day", "in a file", AS_CELLS, [alter(AS_CELLS, { 公示截止日期: "2030-03-27" })]],
  ["unsigned-copy", "no signature", AS_FORM, [copyOf(AS_FORM, { signature: "" })]],
  ["unsigned-copy", "another signature", AS_CELLS, [copyOf(AS_CELLS, { signature: "b3RoZXI=" })]],
  ["foreign-edit", "a remark of the receiver", AS_FORM, [alter(AS_FORM, { remark: "老赖" })]],
  ["foreign-edit", "a column of the receiver", AS_CELLS, [alter(AS_CELLS, { 备注: "请勿贷款" })]],
];

describe("the ways in which a copy can be wrong", () => {
  it.each(INJECTED)("%s: %s", (kind, _what, expected, copies) => {
    expect(kindsOf(expected, ...copies)).toEqual([kind]);
  });

  it("are all tried here", () => {
    expect(new Set(INJECTED.map(([kind]) => kind))).toEqual(
      new Set(Object.keys(DIVERGENCE_TITLES)),
    );
  });

  it("are told apart where several meet", () => {
    const copy = alter(AS_FORM, { listedThrough: "2030-03-27", court: "别的法院", remark: "x" });
    expect(kindsOf(AS_FORM, copy).toSorted()).toEqual([
      "changed-field",
      "foreign-edit",
      "wrong-end-day",
    ]);
  });

  it("are not looked for beyond the entries that were asked for", () => {
    const other = copyOf(AS_FORM, { entryId: "unknown" });
    expect(findDivergences([AS_FORM], [copyOf(AS_FORM), other], "part")).toEqual([]);
  });
});

describe("what is kept of a difference", () => {
  it("shows days, numbers and states, and repeats nothing that could name a person", () => {
    const kept = withoutPersonalData([
      { field: "listedThrough", expected: "2029-03-27", found: "2030-03-27" },
      { field: "party.name", expected: "欧阳**", found: "欧阳明月" },
      { field: "decisionNumber", expected: "苍人社列决〔2026〕1号", found: "11010519491231002X" },
    ]);
    expect(kept[0]).toEqual({
      field: "listedThrough",
      expected: "2029-03-27",
      found: "2030-03-27",
    });
    expect(JSON.stringify(kept)).not.toMatch(/欧阳|1101051949/);
  });
});
