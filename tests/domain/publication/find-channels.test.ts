import { describe, expect, it } from "vitest";
import type { Authority } from "../../../domain/authorities/authority.ts";
import { cite } from "../../../domain/law/instruments.ts";
import type { LawPack } from "../../../domain/packs/law-pack.ts";
import { CHANNELS, DEFAULT_CHANNELS } from "../../../domain/publication/channels.ts";
import { findChannels, mayBeShown } from "../../../domain/publication/find-channels.ts";
import { caseAt } from "../../support/case-stages.ts";
import { COUNTY_AUTHORITY, WAGES_PACK } from "../../support/case-world.ts";

const FIRM = caseAt("decision-service").file;
const PERSON = { ...FIRM, partyKind: "natural-person" as const };
const EVERYWHERE: Authority = { ...COUNTY_AUTHORITY, publicationChannels: CHANNELS };

/** A pack that names a regulation for showing persons, which the shipped one does not. */
const SHOWING: LawPack = {
  ...WAGES_PACK,
  personDisplayBasis: { value: "示例法规第一条", citations: [cite("wages", "第四十八条")] },
};

describe("R08 who is shown to the public", () => {
  it("a firm goes to every channel of its authority, and to the usual ones where none is named", () => {
    expect(findChannels(FIRM, WAGES_PACK, EVERYWHERE)).toEqual(CHANNELS);
    expect(findChannels(FIRM, WAGES_PACK, COUNTY_AUTHORITY)).toEqual(DEFAULT_CHANNELS);
  });

  it("a person without a named basis goes to the implementers and nowhere else", () => {
    expect(findChannels(PERSON, WAGES_PACK, EVERYWHERE)).toEqual(["measure-implementers"]);
    expect(mayBeShown(PERSON, WAGES_PACK)).toBe(false);
  });

  it("a person is shown where the pack names a basis", () => {
    expect(findChannels(PERSON, SHOWING, EVERYWHERE)).toEqual(CHANNELS);
  });

  it("a channel that holds an entry keeps hearing of it after its authority has left it", () => {
    const receipts = { "county-portal": { version: 1, receiptId: "r" } };
    expect(findChannels({ ...FIRM, receipts }, WAGES_PACK, COUNTY_AUTHORITY)).toContain(
      "county-portal",
    );
  });
});
