import { beforeAll, describe, expect, it } from "vitest";
import {
  isPaperKind,
  isVolumeSheet,
  PAPER_KINDS,
  statesRemedies,
  type TemplateKind,
  VOLUME_SHEETS,
} from "../../domain/papers.ts";
import { type Fonts, openFonts } from "../../templates/fonts/open-fonts.ts";
import {
  IncompletePaperError,
  findEmptySections,
  renderPaper,
  requiredSections,
} from "../../templates/render.ts";
import { LAYOUTS } from "../../templates/papers/paper-layouts.ts";
import { templateOf } from "../../templates/papers/template.ts";
import { findNeededSlots } from "../../templates/wording/needed-slots.ts";
import { PAPER_DATA } from "./paper-fixtures.ts";

const KINDS: readonly TemplateKind[] = [
  ...Object.keys(PAPER_KINDS).filter(isPaperKind),
  ...Object.keys(VOLUME_SHEETS).filter(isVolumeSheet),
];
const listing = PAPER_DATA["listing-decision"];
let fonts: Fonts;

beforeAll(async () => {
  fonts = await openFonts();
});

describe("sections that must not be empty", () => {
  it("of a listing decision include the five of 细则(九)", () => {
    const titles = requiredSections("listing-decision").map((section) => section.title);
    const five = ["事由", "依据", "失信惩戒措施提示", "移出条件和程序", "救济措施"];
    expect(titles).toEqual(expect.arrayContaining(five));
  });

  it.each(KINDS)(
    "include the remedies where the law of papers says that %s states them",
    (kind) => {
      const states = isPaperKind(kind) && statesRemedies(kind);
      expect("remedies" in PAPER_DATA[kind]).toBe(states);
      const titles = requiredSections(kind).map((section) => section.title);
      expect(titles.includes("救济措施")).toBe(states);
    },
  );

  it.each(KINDS)("are filled in the complete data of %s", (kind) => {
    expect(findEmptySections(kind, PAPER_DATA[kind])).toEqual([]);
  });

  it.each(KINDS)("of %s are refused one by one, each named with its title and field", (kind) => {
    const data: Readonly<Record<string, unknown>> = { ...PAPER_DATA[kind] };
    const required = LAYOUTS[kind].blocks.flatMap(({ part, requires = [] }) =>
      requires.map((field) => ({ section: part, field })),
    );
    expect(required.length).toBeGreaterThan(2);
    for (const { section, field } of required) {
      const emptied = { ...PAPER_DATA[kind], [field]: emptyLike(data[field]) };
      const found = findEmptySections(kind, emptied);
      expect(found).toContainEqual(expect.objectContaining({ section, fields: [field] }));
      const title = found.find((each) => each.section === section)?.title ?? "?";
      expect(title).toMatch(/\p{Script=Han}/u);
      const make = () => renderPaper(fonts, kind, emptied, { draft: true });
      expect(make).toThrow(IncompletePaperError);
      expect(make).toThrow(`${title}（${field}）`);
    }
  });

  it.each(KINDS)("of %s have no blank that is left empty: its part is named", (kind) => {
    const template = templateOf(kind);
    const slots = template.layout.blocks.flatMap(({ part }) =>
      findNeededSlots(template.partOf(part)).map((slot) => ({ part, slot })),
    );
    expect(slots.length).toBeGreaterThan(0);
    for (const { part, slot } of slots) {
      const emptied = without(PAPER_DATA[kind], slot.split("."));
      const found = findEmptySections(kind, emptied);
      expect(found.map((each) => each.section)).toContain(part);
      const title = found.find((each) => each.section === part)?.title ?? "?";
      expect(title).toMatch(/\p{Script=Han}/u);
      expect(() => renderPaper(fonts, kind, emptied, { draft: true })).toThrow(title);
    }
  });

  it("are parts with a blank in their fixed sentences as well: the list of a notice, the day of an application", () => {
    const notice = { ...PAPER_DATA["prior-notice"], listName: " " };
    expect(() => renderPaper(fonts, "prior-notice", notice, { draft: true })).toThrow(
      "文书内容不完整：正文（listName）；依据（listName）",
    );
    const refusal = without(PAPER_DATA["repair-refusal-notice"], ["appliedOn"]);
    expect(() => renderPaper(fonts, "repair-refusal-notice", refusal, { draft: true })).toThrow(
      "文书内容不完整：正文（appliedOn）",
    );
  });

  it.each([
    ["grounds", { facts: [] }, "facts"],
    ["grounds", { facts: ["  "] }, "facts"],
    ["basis", { legalBasis: [] }, "legalBasis"],
    ["measures", { measures: [] }, "measures"],
    ["removal", { removalConditions: [] }, "removalConditions"],
    ["removal", { removalProcedure: [""] }, "removalProcedure"],
    ["remedies", { remedies: { ...listing.remedies, court: "" } }, "remedies"],
    ["remedies", { remedies: { ...listing.remedies, reconsiderationOrgan: " " } }, "remedies"],
    ["identity", { addresseeName: "" }, "addresseeName"],
    ["frame", { sealName: "" }, "sealName"],
  ])("%s: %j is found and refused (R23)", (section, change, field) => {
    const data = { ...listing, ...change };
    const empty = findEmptySections("listing-decision", data);
    expect(empty).toContainEqual(expect.objectContaining({ section, fields: [field] }));
    expect(new Set(empty.flatMap((each) => each.fields))).toEqual(new Set([field]));
    const make = () => renderPaper(fonts, "listing-decision", data, { draft: true });
    expect(make).toThrow(IncompletePaperError);
  });

  it("may lack what the law lets be absent: an online channel, a consent, a hearing", () => {
    expect(listing.remedies.reconsiderationOnlineChannel).toBeNull();
    expect(findEmptySections("listing-decision", { ...listing, hearing: null })).toEqual([]);
  });

  it.each([{ number: null }, { issuedOn: null }, { checkUrl: null }])(
    "a final paper without %j is refused, a draft is not",
    (change) => {
      const data = { ...listing, ...change };
      const make = (draft: boolean) => renderPaper(fonts, "listing-decision", data, { draft });
      expect(() => make(false)).toThrow(IncompletePaperError);
      expect(make(true).bytes.length).toBeGreaterThan(1000);
    },
  );

  it("the error names fields, never what stands in them", () => {
    const data = { ...listing, legalBasis: [], addresseeName: "张某某" };
    const make = () => renderPaper(fonts, "listing-decision", data, { draft: false });
    expect(make).toThrow(/legalBasis/);
    expect(make).toThrow(/^(?!.*张某某)/);
  });
});

/** The same data with one text of it blank, or one day of it gone. */
function without<Data extends object>(data: Data, [name = "", ...rest]: readonly string[]): Data {
  const value: unknown = Object.entries(data).find(([key]) => key === name)?.[1];
  const isGroup = rest.length > 0 && typeof value === "object" && value !== null;
  return { ...data, [name]: isGroup ? without(value, rest) : emptyLike(value) };
}

/** Nothing, in the shape of something. */
function emptyLike(value: unknown): unknown {
  if (typeof value === "string") return " ";
  return Array.isArray(value) ? [] : null;
}
