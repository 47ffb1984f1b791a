import { describe, expect, it } from "vitest";
import { parseDay } from "../../../../domain/deadlines/calendar-day.ts";
import type {
  DirectoryEdition,
  DirectoryItem,
  Edition,
  EditionProofs,
} from "../../../../domain/registries/edition.ts";
import {
  r02SupplementApproved,
  type EditionSubject,
} from "../../../../domain/rules/registries/r02-supplement-approved.ts";
import { newCatalog } from "../../../support/new-edition.ts";
import { breachesOf, itHoldsFrom } from "../../../support/registry-check.ts";

const SOURCE = { instrument: "【虚构】示例条例", article: "第十条", mark: "entered" } as const;
const ITEM: DirectoryItem = {
  id: "1",
  kind: "by-local-regulation",
  listId: null,
  conduct: "违反示例条例第十条被处罚",
  openness: "shown-to-all",
  sharing: "全市行政机关",
  source: "执法机关",
  frequency: "实时",
  citations: [SOURCE],
  allowedBy: null,
};
const CITY: DirectoryEdition = {
  registry: "directory",
  edition: "city-1",
  level: "city",
  title: "【虚构】示例补充目录",
  inForceFrom: parseDay("2026-04-01"),
  inForceTo: null,
  scope: SOURCE,
  items: [ITEM],
};
const PROOF = { number: "示例〔2026〕1号", provenOn: parseDay("2026-03-10") };
const PROVEN: EditionProofs = {
  comments: PROOF,
  approval: PROOF,
  publication: PROOF,
  filing: PROOF,
};
const STEPS = ["comments", "approval", "publication", "filing"] as const;

function find(
  edition: Edition,
  proofs: EditionProofs = PROVEN,
  act: EditionSubject["act"] = "approve-edition",
): readonly string[] {
  return breachesOf(r02SupplementApproved, act, { act, edition, proofs }, "2026-03-13");
}

const withItem = (change: Partial<DirectoryItem>): DirectoryEdition => ({
  ...CITY,
  items: [{ ...ITEM, ...change }],
});

describe("R02 a supplement of the city is approved and published first", () => {
  it("R02 passes a supplement with all four steps proven", () => {
    expect(find(CITY)).toEqual([]);
  });

  it.each(STEPS)("R02 refuses a supplementary directory without %s", (step) => {
    expect(find(CITY, { ...PROVEN, [step]: null })).toHaveLength(1);
  });

  it("R02 asks a supplementary catalog for approval and publication alone", () => {
    const catalog = { ...newCatalog(["M03"]), level: "city" as const };
    expect(find(catalog, { ...PROVEN, comments: null, filing: null })).toEqual([]);
    expect(find(catalog, { ...PROVEN, approval: null })).toHaveLength(1);
    expect(find(catalog, { ...PROVEN, publication: null })).toHaveLength(1);
  });

  it("R02 asks nothing of the kind when it is only entered, nor of a national edition", () => {
    const none = { comments: null, approval: null, publication: null, filing: null };
    expect(find(CITY, none, "enter-edition")).toEqual([]);
    expect(find({ ...CITY, level: "national", scope: null }, none)).toEqual([]);
  });

  it("R02 refuses a supplementary directory without the local regulation that gives its scope", () => {
    expect(find({ ...CITY, scope: null })).toHaveLength(1);
  });

  it.each(["信访", "献血", "退役军人", "未成年", "商业秘密", "个人隐私", "物业费", "养犬"])(
    "R02 refuses an item about %s as soon as it is entered",
    (word) => {
      const edition = withItem({ conduct: `关于${word}的记录` });
      expect(find(edition, PROVEN, "enter-edition")).toHaveLength(1);
      expect(find({ ...edition, level: "national" }, PROVEN, "enter-edition")).toHaveLength(1);
    },
  );

  it("R02 passes such an item where a law is named that says so", () => {
    expect(find(withItem({ conduct: "关于信访的记录", allowedBy: SOURCE }))).toEqual([]);
  });

  it.each(["conduct", "sharing", "source", "frequency"] as const)(
    "R02 refuses an item of a supplement whose %s is empty",
    (column) => {
      expect(find(withItem({ [column]: " " }))).toHaveLength(1);
    },
  );

  it("R02 refuses an item of a supplement that does not say whether it is shown, or on what it rests", () => {
    expect(find(withItem({ openness: null }))).toHaveLength(1);
    expect(find(withItem({ citations: [] }))).toHaveLength(1);
  });

  itHoldsFrom(r02SupplementApproved, "2023-05-01", "approve-edition", {
    act: "approve-edition",
    edition: CITY,
    proofs: { ...PROVEN, approval: null },
  });
});
