import { describe, expect, it } from "vitest";
import { makeChannelForm } from "../../../domain/publication/listing-record.ts";
import {
  OTHERS,
  partFor,
  splitByImplementer,
} from "../../../domain/publication/split-by-implementer.ts";
import { RECORD } from "./records.ts";

const FINANCE = { id: "finance", name: "财政部门" };
const BIDDING = { id: "bidding", name: "招标投标行政监督部门" };
const BOTH = [FINANCE, BIDDING];
const NOBODY: ReadonlySet<string> = new Set();

const measure = (rowId: string, ...implementers: readonly string[]) => ({
  ...{ rowId, title: `示例措施${rowId}`, article: "第一条", implementers, term: "列入期间" },
});
const MEASURES = [
  measure("A", FINANCE.name),
  measure("B", BIDDING.name, FINANCE.name),
  measure("C", "公安机关", BIDDING.name),
];
const FORM = makeChannelForm(
  { ...RECORD, measures: MEASURES },
  "unpaid-wages",
  "measure-implementers",
);

const rowsOf = (form: object) =>
  "measures" in form
    ? (form.measures as typeof MEASURES).map(({ rowId, implementers }) => [rowId, ...implementers])
    : [];

describe("a form for those who carry measures out", () => {
  it("tells each of his own measures and of nobody else's", () => {
    const parts = splitByImplementer(FORM, BOTH, NOBODY);
    expect(parts.map(({ receiver, form }) => [receiver, rowsOf(form)])).toEqual([
      [
        "finance",
        [
          ["A", FINANCE.name],
          ["B", FINANCE.name],
        ],
      ],
      [
        "bidding",
        [
          ["B", BIDDING.name],
          ["C", BIDDING.name],
        ],
      ],
      [OTHERS, [["C", "公安机关"]]],
    ]);
  });

  it("tells nobody who has nothing to do, unless he had before: then that it is over, without the party", () => {
    const only = { ...FORM, measures: [measure("A", FINANCE.name)] };
    expect(splitByImplementer(only, BOTH, NOBODY).map((each) => each.receiver)).toEqual([
      "finance",
    ]);
    const parts = splitByImplementer(only, BOTH, new Set(["bidding"]));
    expect(parts.map(({ receiver, form }) => [receiver, form.state])).toEqual([
      ["finance", "shown"],
      ["bidding", "removed"],
    ]);
    expect(parts[1]?.form).toEqual({
      ...{ schema: RECORD.schema, entryId: RECORD.entryId, version: RECORD.version },
      ...{ listId: RECORD.listId, listName: RECORD.listName, state: "removed", removal: null },
    });
  });

  it("tells of a listing without any measure at the common place alone", () => {
    const none = { ...FORM, measures: [] };
    expect(splitByImplementer(none, BOTH, NOBODY).map((each) => each.receiver)).toEqual([OTHERS]);
  });

  it("tells of a removal everybody who was ever told, and nobody else", () => {
    const removed = makeChannelForm(
      { ...RECORD, state: "removed" },
      "unpaid-wages",
      "measure-implementers",
    );
    const parts = splitByImplementer(removed, BOTH, new Set(["finance", OTHERS]));
    expect(parts).toEqual([
      { receiver: "finance", form: removed },
      { receiver: OTHERS, form: removed },
    ]);
    expect(partFor(removed, BOTH, "bidding")).toEqual(removed);
  });
});
