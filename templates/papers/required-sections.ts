import type { TemplateKind } from "../../domain/papers.ts";
import { findNeededSlots } from "../wording/needed-slots.ts";
import { readPath, rootOf } from "../wording/read-path.ts";
import type { PaperDataByKind } from "./data-by-kind.ts";
import type { LayoutBlock } from "./paper-layout.ts";
import { type Template, templateOf } from "./template.ts";

/** A section that the law or the form wants filled. */
export interface RequiredSection {
  /** Name of the part, e.g. `remedies`. */
  readonly section: string;
  /** Its Chinese title, e.g. 救济措施. */
  readonly title: string;
}

/** A required section with something missing, and what. */
export interface EmptySection extends RequiredSection {
  /** Fields of the data that are empty. */
  readonly fields: readonly string[];
}

const UNTITLED: Readonly<Record<string, string>> = {
  identity: "当事人和案号",
  addressee: "受送达人",
  opening: "正文",
  facts: "证明事项",
  contact: "联系方式",
  closing: "结语",
  note: "附注",
};
/** Fields of the red head and the signature: every paper needs them. */
const FRAME = { section: "frame", title: "机关名称和印章", fields: ["authorityName", "sealName"] };

/** Which sections of a paper must not be empty (细则(九) for the listing decision): those of its layout, and whatever has a blank to fill. */
export function requiredSections(kind: TemplateKind): RequiredSection[] {
  const template = templateOf(kind);
  const parts = template.layout.blocks
    .filter((block) => (block.requires?.length ?? 0) > 0 || slotsOf(template, block).length > 0)
    .map((block) => ({ section: block.part, title: titleOf(template, block) }));
  return [...parts, { section: FRAME.section, title: FRAME.title }];
}

/** Finds the required sections that would be empty; number and date come later and are not asked for here. */
export function findEmptySections<Kind extends TemplateKind>(
  kind: Kind,
  data: PaperDataByKind[Kind],
): EmptySection[] {
  return findEmptyIn(templateOf(kind), data);
}

/** The same for a template in any of its versions. */
export function findEmptyIn(template: Template, data: object): EmptySection[] {
  const emptyOf = (fields: readonly string[]): string[] =>
    fields.filter((field) => isEmpty(readPath(data, field)));
  const parts = template.layout.blocks.map((block) => {
    const fields = emptyOf(block.requires ?? []);
    // A group that is named as a whole needs none of its blanks named beside it.
    const slots = emptyOf(slotsOf(template, block)).filter(
      (slot) => !fields.includes(rootOf(slot)),
    );
    return {
      section: block.part,
      title: titleOf(template, block),
      fields: [...fields, ...slots],
    };
  });
  return [...parts, { ...FRAME, fields: emptyOf(FRAME.fields) }].filter(
    (section) => section.fields.length > 0,
  );
}

function slotsOf(template: Template, block: LayoutBlock): readonly string[] {
  return findNeededSlots(template.partOf(block.part));
}

function titleOf(template: Template, block: LayoutBlock): string {
  const { title } = template.partOf(block.part);
  return title === "" ? (UNTITLED[block.part] ?? block.part) : title;
}

/** Blank text, empty list, nothing at all; a group is empty when one of its texts is. Null inside a group is allowed. */
function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value === "string") return value.trim() === "";
  if (Array.isArray(value)) return value.length === 0 || value.some(isEmpty);
  if (typeof value !== "object") return false;
  return Object.values(value).some((inner: unknown) => inner !== null && isEmpty(inner));
}
