import { describe, expect, it } from "vitest";
import { cite } from "../../../domain/law/instruments.ts";
import type { LawPack } from "../../../domain/packs/law-pack.ts";
import { CHANNELS, PUBLIC_CHANNELS } from "../../../domain/publication/channels.ts";
import { findChannels, mayBeShown } from "../../../domain/publication/find-channels.ts";
import { caseAt } from "../../support/case-stages.ts";
import { WAGES_PACK } from "../../support/case-world.ts";

const FIRM = caseAt("decision-service").file;
const PERSON = { ...FIRM, partyKind: "natural-person" as const };

/** A pack that names a regulation for showing persons, which the shipped one does not. */
const SHOWING: LawPack = {
  ...WAGES_PACK,
  personDisplayBasis: { value: "示例法规第一条", citations: [cite("wages", "第四十八条")] },
};

describe("R08 who is shown to the public", () => {
  it("a firm goes to every channel", () => {
    expect(findChannels(FIRM, WAGES_PACK)).toEqual(CHANNELS);
  });

  it("a person without a named basis goes to no public channel, and to the implementers all the same", () => {
    const channels = findChannels(PERSON, WAGES_PACK);
    expect(channels.filter((each) => PUBLIC_CHANNELS.includes(each))).toEqual([]);
    expect(channels.length).toBeGreaterThan(0);
    expect(mayBeShown(PERSON, WAGES_PACK)).toBe(false);
  });

  it("a person is shown where the pack names a basis", () => {
    expect(findChannels(PERSON, SHOWING)).toEqual(CHANNELS);
  });
});
