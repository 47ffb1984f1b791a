import type { MatterProposal } from "../../../api/use-cases/matter-proposal.ts";
import type { FieldError } from "../../forms/form-check.ts";
import type { FormCheck } from "../../forms/form-check.ts";
import type { MeasureRow } from "../../../domain/measures/catalog.ts";
import type { LawPack } from "../../../domain/packs/law-pack.ts";
import { readBasisWithoutScan } from "../act/forms/basis-document-fields.tsx";
import { readGrounds } from "../act/forms/grounds-fields.tsx";
import { findAllowedRows, readMeasures } from "../act/forms/measure-fields.tsx";
import { readParties, type ReadParty } from "./party-fields.tsx";

type Evidence = MatterProposal["evidence"][number];
type Grounds = NonNullable<MatterProposal["grounds"]>;

/** Reads what a matter is to be opened with. Sections left empty are filled in later, in the case files. */
export function readProposal(
  check: FormCheck,
  pack: LawPack,
  catalog: readonly MeasureRow[],
): MatterProposal {
  const parties = readParties(check, pack);
  const scan = check.optionalUploads("scan")[0];
  const basis = readBasis(check, pack, scan);
  const grounds = hasGrounds(check, pack)
    ? readGrounds(check, pack, (criterion) => evidenceFor(check, criterion.id, scan))
    : undefined;
  const measures = readMeasures(check, findAllowedRows(pack, catalog, null));
  return {
    listId: pack.listId,
    parties: parties.map((party) => toParty(party, grounds)),
    evidence: [...scanEvidence(check, scan), ...criteriaEvidence(check, pack)],
    ...(basis === undefined ? {} : { basisDocument: basis }),
    ...(grounds === undefined ? {} : { grounds: toGrounds(grounds) }),
    ...(measures.length === 0 ? {} : { measures: measures.map((each) => ({ ...each })) }),
  };
}

function toParty(
  party: ReadParty,
  grounds: ReturnType<typeof readGrounds> | undefined,
): MatterProposal["parties"][number] {
  const { place, kind, name, identifier, address, phone, reasons } = party;
  const own =
    grounds === undefined || reasons === "" ? {} : { grounds: toGrounds({ ...grounds, reasons }) };
  return { kind, role: place.role, name, identifier, address, phone, ...own };
}

function toGrounds({ criteria, reasons }: ReturnType<typeof readGrounds>): Grounds {
  return {
    reasons,
    criteria: criteria.map((each) => ({ ...each, evidenceIds: [...each.evidenceIds] })),
  };
}

function readBasis(
  check: FormCheck,
  pack: LawPack,
  scan: string | undefined,
): MatterProposal["basisDocument"] | undefined {
  const isGiven = check.optionalText("documentNumber") !== "" || scan !== undefined;
  if (!isGiven) return undefined;
  const evidenceId = check.upload("scan", "请上传依据文书的扫描件");
  return { ...readBasisWithoutScan(check, pack), evidenceId };
}

function hasGrounds(check: FormCheck, pack: LawPack): boolean {
  const ticked = pack.criteria.some((each) => check.optionalText(`met.${each.id}`) === "yes");
  return ticked || check.optionalText("reasons") !== "";
}

function evidenceFor(
  check: FormCheck,
  criterionId: string,
  scan: string | undefined,
): readonly string[] {
  const shown = check.optionalText(`scan-shows.${criterionId}`) === "yes" && scan !== undefined;
  return [...(shown ? [scan] : []), ...check.optionalUploads(`files.${criterionId}`)];
}

function scanEvidence(check: FormCheck, scan: string | undefined): readonly Evidence[] {
  if (scan === undefined) return [];
  const number = check.optionalText("documentNumber");
  return [{ uploadId: scan, title: `依据文书${number}`.slice(0, 200), kind: "document" }];
}

function criteriaEvidence(check: FormCheck, pack: LawPack): readonly Evidence[] {
  return pack.criteria.flatMap((criterion, index) =>
    check
      .evidenceList(`files.${criterion.id}`, `标准${String(index + 1)}的证据`, "document")
      .map((each) => ({ ...each })),
  );
}

/** Errors that the opening found, at the fields of this form. */
export function atOwnFields(
  errors: readonly FieldError[],
  parties: readonly ReadParty[],
): readonly FieldError[] {
  return errors.map((error) => {
    const found = /^\/parties\/(\d+)\/(name|identifier|address|phone)$/.exec(error.field);
    const prefix = parties[Number(found?.[1])]?.place.prefix;
    return found === null || prefix === undefined
      ? error
      : { ...error, field: `${prefix}.${found[2] ?? ""}` };
  });
}
