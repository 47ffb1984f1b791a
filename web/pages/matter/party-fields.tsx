import type { ReactNode } from "react";
import { PARTY_KIND_TITLES, PARTY_ROLE_TITLES } from "../../../domain/glossary.ts";
import type { LawPack } from "../../../domain/packs/law-pack.ts";
import type { PartyKind, PartyRole } from "../../../domain/parties/party.ts";
import { SelectField } from "../../components/choice-fields.tsx";
import { TextArea, TextField } from "../../components/text-fields.tsx";
import type { FormCheck } from "../../forms/form-check.ts";

/** One of the three places for a party: always there, so that nothing has to be added by script. */
export interface PartyPlace {
  readonly prefix: string;
  readonly role: PartyRole;
  readonly title: string;
  readonly kinds: readonly PartyKind[];
  readonly optional: boolean;
}

/** The places for parties that a list has: the one who did it, and those who may be listed beside it. */
export function findPlaces({
  mainRole = "employer",
  partyKinds,
  coListedRoles,
}: LawPack): readonly PartyPlace[] {
  const isEmployer = mainRole === "employer";
  const main: PartyPlace = {
    prefix: "employer",
    role: mainRole,
    title: isEmployer ? PARTY_ROLE_TITLES.employer : "当事人",
    kinds: isEmployer ? partyKinds.filter((kind) => kind !== "natural-person") : partyKinds,
    optional: false,
  };
  return [main, ...BESIDE.filter((place) => coListedRoles.includes(place.role))];
}

const BESIDE: readonly PartyPlace[] = [
  {
    prefix: "representative",
    role: "legal-representative",
    title: PARTY_ROLE_TITLES["legal-representative"],
    kinds: ["natural-person"],
    optional: true,
  },
  {
    prefix: "manager",
    role: "responsible-manager",
    title: PARTY_ROLE_TITLES["responsible-manager"],
    kinds: ["natural-person"],
    optional: true,
  },
];

/** The fields of one party. */
export function PartyFields(props: { readonly place: PartyPlace }): ReactNode {
  const { prefix, title, kinds, optional } = props.place;
  const isPerson = kinds.every((kind) => kind === "natural-person");
  const isEither = !isPerson && kinds.includes("natural-person");
  const name = isEither ? "名称（姓名）" : isPerson ? "姓名" : "名称";
  const code = isPerson ? "居民身份证号码" : "统一社会信用代码";
  const identifier = isEither ? "统一社会信用代码（居民身份证号码）" : code;
  return (
    <fieldset className="boxed">
      <legend>{optional ? `${title}（没有的，整栏留空）` : title}</legend>
      {kinds.length === 1 ? null : (
        <SelectField
          name={`${prefix}.kind`}
          label={`${title}的类别`}
          choices={kinds.map((kind) => ({ value: kind, label: PARTY_KIND_TITLES[kind] }))}
        />
      )}
      <TextField name={`${prefix}.name`} label={`${title}的${name}`} optional={optional} short />
      <TextField
        name={`${prefix}.identifier`}
        label={`${title}的${identifier}`}
        hint="18位"
        optional={optional}
        short
      />
      <TextField
        name={`${prefix}.address`}
        label={`${title}的${isPerson ? "住址" : "住所"}`}
        hint="送达文书用；没有登记的，送达回证上注明"
        optional
      />
      <TextField name={`${prefix}.phone`} label={`${title}的联系电话`} kind="tel" optional short />
      {optional ? (
        <TextArea
          name={`${prefix}.reasons`}
          label={`列入${title}的理由`}
          hint="写明其对失信行为负有责任的事实；留空的，与当事人的理由相同"
          optional
          rows={2}
        />
      ) : null}
    </fieldset>
  );
}

/** A party as it was filled in. */
export interface ReadParty {
  readonly place: PartyPlace;
  readonly kind: PartyKind;
  readonly name: string;
  readonly identifier: string;
  readonly address: string;
  readonly phone: string;
  /** Reasons of its own; empty where those of all hold. */
  readonly reasons: string;
}

/** Reads the parties; an optional one that was left empty is none. */
export function readParties(check: FormCheck, pack: LawPack): readonly ReadParty[] {
  return findPlaces(pack)
    .filter((place) => !place.optional || isGiven(check, place))
    .map((place) => {
      const { prefix, title, kinds } = place;
      const kind = check.optionalText(`${prefix}.kind`);
      return {
        place,
        kind: kinds.find((each) => each === kind) ?? kinds[0] ?? "natural-person",
        name: check.text(`${prefix}.name`, `请填写${title}的名称或者姓名`),
        identifier: check.text(`${prefix}.identifier`, `请填写${title}的代码或者证件号码`),
        address: check.optionalText(`${prefix}.address`),
        phone: check.optionalText(`${prefix}.phone`),
        reasons: check.optionalText(`${prefix}.reasons`),
      };
    });
}

function isGiven(check: FormCheck, { prefix }: PartyPlace): boolean {
  const fields = ["name", "identifier", "address", "phone", "reasons"];
  return fields.some((field) => check.optionalText(`${prefix}.${field}`) !== "");
}
