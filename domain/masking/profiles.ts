import type { Citation } from "../law/citation.ts";
import { cite } from "../law/instruments.ts";
import type { ListId } from "../packs/list-id.ts";
import type { PartyKind } from "../parties/party.ts";
import type { ChannelId } from "../publication/channels.ts";
import { maskAddress, maskPersonName, maskPhone, maskResidentIdNumber } from "./mask.ts";

/** Where data about a party can appear outside the case: the channels of publication, the open data, a public notice. */
export type MaskingChannel = ChannelId | "open-data" | "public-notice";

/**
 * How the data of a natural person are shown (脱敏方案). Organizations are shown by name and unified social credit code
 * everywhere; their telephone and address follow the profile too.
 */
export interface MaskingProfile {
  readonly personName: "shown" | "masked";
  /** `tail`: the last four places stay as well as the first six. */
  readonly residentIdNumber: "shown" | "tail" | "masked";
  readonly phone: "shown" | "masked" | "hidden";
  readonly address: "shown" | "district" | "hidden";
}

/** What holds wherever no list and channel has a profile of its own. */
export const STRICT_PROFILE: MaskingProfile = {
  personName: "masked",
  residentIdNumber: "masked",
  phone: "hidden",
  address: "hidden",
};

/** Public bodies that carry out a measure must know whom it concerns; they get name and number, and nothing else. */
const IMPLEMENTER_PROFILE: MaskingProfile = {
  ...STRICT_PROFILE,
  personName: "shown",
  residentIdNumber: "shown",
};

/** A profile that is laid down for a list and a channel, and what it rests on (脱敏方案的依据). */
interface LaidDownProfile {
  readonly profile: MaskingProfile;
  readonly citations: readonly Citation[];
}

type ListProfiles = Readonly<Partial<Record<MaskingChannel, LaidDownProfile>>>;

/**
 * What is laid down beside the strict default, each with its source. On every other list, our own or of others, no text was found that says
 * what may be known of a person: it stays strict until a legal officer names one.
 */
const LAID_DOWN_PROFILES: ReadonlyMap<ListId, ListProfiles> = new Map<ListId, ListProfiles>([
  [
    "unpaid-wages",
    {
      "measure-implementers": {
        profile: IMPLEMENTER_PROFILE,
        // That those responsible are on the list is the ministry's word; that implementers must know them follows from the regulation.
        citations: [cite("order45", "第五条"), cite("wages", "第四十八条", "reading")],
      },
    },
  ],
  [
    "judgment-defaulters",
    {
      "measure-implementers": {
        profile: IMPLEMENTER_PROFILE,
        // Courts publish name and number of a person themselves.
        citations: [cite("judgmentDefaulters", "第六条", "verified-secondary")],
      },
    },
  ],
]);

/** Whether a legal officer has named what lets implementers of a list know the person (法制机构是否录入了依据). */
export type SharingBasis = "entered" | "none";

/**
 * The profile of a list on a channel (名单与渠道的脱敏方案): as laid down, or for those who carry out measures by the basis that a legal officer
 * has named; the strict one without either.
 */
export function profileFor(
  listId: ListId,
  channel: MaskingChannel,
  sharing: SharingBasis = "none",
): MaskingProfile {
  const laidDown = LAID_DOWN_PROFILES.get(listId)?.[channel]?.profile;
  if (laidDown !== undefined) return laidDown;
  return channel === "measure-implementers" && sharing === "entered"
    ? IMPLEMENTER_PROFILE
    : STRICT_PROFILE;
}

/** What lets implementers of a list know the person (实施单位知悉个人身份的依据), as shipped; nothing where no text was found. */
export function findSharingBasis(listId: ListId): readonly Citation[] {
  return LAID_DOWN_PROFILES.get(listId)?.["measure-implementers"]?.citations ?? [];
}

/** The data of a party that can leave the case, in clear. */
export interface PartyData {
  readonly kind: PartyKind;
  readonly name: string;
  /** Unified social credit code, or resident identity number of a natural person. */
  readonly identifier: string;
  readonly phone: string | null;
  readonly address: string | null;
}

/** The same, masked by a profile; null is hidden altogether. */
export type MaskedPartyData = PartyData;

/**
 * Masks what is known of a party by a profile (脱敏).
 *
 * Example: 欧阳明月, 11010519491231002X under the strict profile is 欧阳**, 110105************, no telephone, no address.
 */
export function maskParty(party: PartyData, profile: MaskingProfile): MaskedPartyData {
  const isPerson = party.kind === "natural-person";
  return {
    kind: party.kind,
    name: isPerson && profile.personName === "masked" ? maskPersonName(party.name) : party.name,
    identifier: isPerson ? maskIdNumberBy(profile, party.identifier) : party.identifier,
    phone: party.phone === null ? null : maskPhoneBy(profile, party.phone),
    address: party.address === null ? null : maskAddressBy(profile, party.address),
  };
}

function maskIdNumberBy(profile: MaskingProfile, number: string): string {
  switch (profile.residentIdNumber) {
    case "shown":
      return number;
    case "tail":
      return maskResidentIdNumber(number, 4);
    case "masked":
      return maskResidentIdNumber(number);
  }
}

function maskPhoneBy(profile: MaskingProfile, phone: string): string | null {
  switch (profile.phone) {
    case "shown":
      return phone;
    case "masked":
      return maskPhone(phone);
    case "hidden":
      return null;
  }
}

function maskAddressBy(profile: MaskingProfile, address: string): string | null {
  switch (profile.address) {
    case "shown":
      return address;
    case "district":
      return maskAddress(address);
    case "hidden":
      return null;
  }
}
