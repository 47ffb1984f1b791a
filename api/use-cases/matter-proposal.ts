import { Type, type Static } from "typebox";
import { Check, Errors } from "typebox/value";
import type { PartyData } from "../../domain/masking/profiles.ts";
import {
  isResidentIdNumber,
  normalizeResidentIdNumber,
} from "../../domain/parties/resident-identity-number.ts";
import { isUscc, normalizeUscc } from "../../domain/parties/unified-social-credit-code.ts";
import { BASIS_DOCUMENT } from "../acts/basis-document.ts";
import { EVIDENCE_REFS, GROUNDS, id, line, MEASURES, oneOf, text } from "../acts/parts.ts";
import { BadInputError, type FieldError } from "./faults.ts";
import { describeErrors } from "./field-errors.ts";

const CLOSED = { additionalProperties: false } as const;

const PARTY = Type.Object(
  {
    kind: oneOf("当事人类别", ["natural-person", "legal-person", "unincorporated-organization"]),
    role: oneOf("列入身份", [
      "subject",
      "employer",
      "legal-representative",
      "responsible-manager",
      "other-responsible",
    ]),
    name: line("姓名（名称）"),
    identifier: line("证件号码", 40),
    address: text("住址（住所）", 300),
    phone: text("联系电话", 40),
    grounds: Type.Optional(GROUNDS),
    measures: Type.Optional(MEASURES),
  },
  { ...CLOSED, title: "当事人" },
);

/** What a matter is opened with. Evidence is referred to by the id of its upload. */
export const MATTER_PROPOSAL = Type.Object(
  {
    listId: id("名单"),
    parties: Type.Array(PARTY, { title: "当事人", minItems: 1, maxItems: 20 }),
    evidence: EVIDENCE_REFS,
    basisDocument: Type.Optional(BASIS_DOCUMENT),
    grounds: Type.Optional(GROUNDS),
    measures: Type.Optional(MEASURES),
    leadId: Type.Optional(id("线索")),
  },
  CLOSED,
);

export type MatterProposal = Static<typeof MATTER_PROPOSAL>;
export type ProposedParty = MatterProposal["parties"][number];

/** Checks a proposal: its form, and the numbers by which the parties are known. */
export function checkProposal(proposal: unknown): MatterProposal {
  if (!Check(MATTER_PROPOSAL, proposal)) {
    throw new BadInputError(describeErrors(Errors(MATTER_PROPOSAL, proposal), MATTER_PROPOSAL));
  }
  const errors = [...proposal.parties.flatMap(findBadIdentifier), ...findTwice(proposal.parties)];
  if (errors.length > 0) throw new BadInputError(errors);
  return proposal;
}

/** A party as it is stored: the number in its one form. */
export function toPartyData(party: ProposedParty): PartyData {
  const { kind, name, address, phone } = party;
  return {
    kind,
    name: name.trim(),
    identifier: normalizeIdentifier(party),
    address: address.trim() === "" ? null : address.trim(),
    phone: phone.trim() === "" ? null : phone.trim(),
  };
}

function normalizeIdentifier({ kind, identifier }: ProposedParty): string {
  return kind === "natural-person"
    ? normalizeResidentIdNumber(identifier)
    : normalizeUscc(identifier);
}

function findBadIdentifier(party: ProposedParty, index: number): readonly FieldError[] {
  const number = normalizeIdentifier(party);
  const field = `/parties/${String(index)}/identifier`;
  if (party.kind === "natural-person") {
    if (isResidentIdNumber(number)) return [];
    return [{ field, message: "居民身份证号码不正确：应为18位，且校验码相符，请核对" }];
  }
  if (isUscc(number)) return [];
  return [{ field, message: "统一社会信用代码不正确：应为18位，且校验码相符，请核对" }];
}

/** Each person gets one case file in a matter. */
function findTwice(parties: readonly ProposedParty[]): readonly FieldError[] {
  const numbers = parties.map(normalizeIdentifier);
  return numbers.flatMap((number, index) =>
    numbers.indexOf(number) === index
      ? []
      : [{ field: `/parties/${String(index)}/identifier`, message: "与另一名当事人的号码相同" }],
  );
}
