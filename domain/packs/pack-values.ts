import { PACK_VALUE_TITLES } from "../glossary.ts";
import type { LawPack, PackValue, PackValues, TermLength } from "./law-pack.ts";

/** The values that a pack holds or leaves open, in the order in which people read them. */
export function valueFields(pack: LawPack): readonly (keyof PackValues)[] {
  return Object.keys(PACK_VALUE_TITLES).filter((field): field is keyof PackValues =>
    Object.hasOwn(pack.values, field),
  );
}

/** One value of a pack; without number and source where the list knows no such limit. */
export function valueOf(pack: LawPack, field: keyof PackValues): PackValue<TermLength> {
  return pack.values[field] ?? { value: null, citations: [] };
}
