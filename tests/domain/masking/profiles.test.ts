import { describe, expect, it } from "vitest";
import {
  findSharingBasis,
  maskParty,
  profileFor,
  STRICT_PROFILE,
  type MaskingProfile,
  type PartyData,
} from "../../../domain/masking/profiles.ts";
import { NATIONAL_LISTS } from "../../../domain/packs/list-id.ts";

const PERSON: PartyData = {
  kind: "natural-person",
  name: "欧阳明月",
  identifier: "11010519491231002X",
  phone: "13812345678",
  address: "广西壮族自治区梧州市万秀区大中路1号",
};

const PUBLIC = ["own-register", "city-credit-platform", "open-data", "public-notice"] as const;

function isNationalList(text: string): text is keyof typeof NATIONAL_LISTS {
  return Object.hasOwn(NATIONAL_LISTS, text);
}

const COMPANY: PartyData = {
  kind: "legal-person",
  name: "梧州云雀示例劳务有限公司",
  identifier: "91340600MA2PBP2120",
  phone: "07741234567",
  address: "广西壮族自治区梧州市万秀区大中路1号",
};

describe("masking profiles", () => {
  it("mask by the strict default: surname, district, no telephone, no address", () => {
    expect(maskParty(PERSON, STRICT_PROFILE)).toEqual({
      kind: "natural-person",
      name: "欧阳**",
      identifier: "110105************",
      phone: null,
      address: null,
    });
  });

  it("show an organization by name and code, but neither telephone nor address", () => {
    expect(maskParty(COMPANY, STRICT_PROFILE)).toEqual({
      kind: "legal-person",
      name: "梧州云雀示例劳务有限公司",
      identifier: "91340600MA2PBP2120",
      phone: null,
      address: null,
    });
  });

  it("are strict for every list on every public channel", () => {
    for (const listId of Object.keys(NATIONAL_LISTS).filter(isNationalList)) {
      for (const channel of PUBLIC) expect(profileFor(listId, channel)).toBe(STRICT_PROFILE);
    }
  });

  it("are strict for a list without a profile of its own, even for implementers", () => {
    expect(profileFor("local/example", "measure-implementers")).toBe(STRICT_PROFILE);
    expect(profileFor("work-safety", "measure-implementers")).toBe(STRICT_PROFILE);
  });

  it("let implementers know whom a wage-arrears measure concerns, and nothing else", () => {
    const shared = maskParty(PERSON, profileFor("unpaid-wages", "measure-implementers"));
    expect(shared).toEqual({ ...PERSON, phone: null, address: null });
  });

  it("let implementers know a person of any list where a text says so, or a legal officer names one", () => {
    const known = { personName: "shown", residentIdNumber: "shown", phone: "hidden" };
    expect(profileFor("judgment-defaulters", "measure-implementers")).toMatchObject(known);
    for (const listId of ["major-tax", "market-regulation", "local/example"] as const) {
      expect(profileFor(listId, "measure-implementers")).toBe(STRICT_PROFILE);
      expect(profileFor(listId, "measure-implementers", "entered")).toMatchObject(known);
      for (const channel of PUBLIC) {
        expect(profileFor(listId, channel, "entered")).toBe(STRICT_PROFILE);
      }
    }
  });

  it("rest on a source wherever they are not strict", () => {
    for (const listId of Object.keys(NATIONAL_LISTS).filter(isNationalList)) {
      const isStrict = profileFor(listId, "measure-implementers") === STRICT_PROFILE;
      expect(findSharingBasis(listId).length > 0, listId).toBe(!isStrict);
      for (const { mark } of findSharingBasis(listId))
        expect(mark).not.toMatch(/unverified|draft|found/);
    }
  });

  it("can keep the tail of the number, part of the telephone and the district", () => {
    const profile: MaskingProfile = {
      personName: "masked",
      residentIdNumber: "tail",
      phone: "masked",
      address: "district",
    };
    expect(maskParty(PERSON, profile)).toMatchObject({
      identifier: "110105********002X",
      phone: "138****5678",
      address: "广西壮族自治区梧州市万秀区****",
    });
  });

  it("can show everything, and leave what is unknown unknown", () => {
    const open: MaskingProfile = {
      personName: "shown",
      residentIdNumber: "shown",
      phone: "shown",
      address: "shown",
    };
    expect(maskParty(PERSON, open)).toEqual(PERSON);
    const unknown = { ...PERSON, phone: null, address: null };
    expect(maskParty(unknown, open)).toEqual(unknown);
  });
});
