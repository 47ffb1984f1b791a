import type { ReactNode } from "react";
import { BASIS_DOCUMENT_TITLES } from "../../../../domain/glossary.ts";
import type { LawPack } from "../../../../domain/packs/law-pack.ts";
import { RadioGroup, SelectField } from "../../../components/choice-fields.tsx";
import { DayField, TextField } from "../../../components/text-fields.tsx";
import type { FormCheck } from "../../../forms/form-check.ts";

/** The fields of an effective document (认定依据文书); the scan is a field of its own. */
export function BasisDocumentFields(props: { readonly pack: LawPack }): ReactNode {
  return (
    <>
      <SelectField
        name="documentKind"
        label="文书种类"
        empty="请选择"
        choices={props.pack.basisDocumentKinds.map((kind) => ({
          value: kind,
          label: BASIS_DOCUMENT_TITLES[kind],
        }))}
      />
      <TextField name="documentNumber" label="文号" short />
      <TextField name="issuingOrgan" label="作出机关" short />
      <DayField name="issuedOn" label="作出日" />
      <DayField name="effectiveOn" label="生效日" />
      <DayField name="documentServedOn" label="送达当事人之日" optional hint="没有送达证明的留空" />
      <DayField
        name="conductOn"
        label="失信行为发生之日"
        optional
        hint="持续的，填终了之日；当事人为个人的，用于核对行为时是否成年"
      />
      <DayField
        name="complianceEndsOn"
        label="责令履行期限的最后一日"
        optional
        hint="责令限期改正、限期支付的文书须填写"
      />
      <RadioGroup
        name="finality"
        label="是否仍可申请复议或者提起诉讼"
        choices={[
          { value: "open", label: "仍可申请复议或者提起诉讼" },
          { value: "final", label: "已经确定，不能再争议" },
        ]}
      />
    </>
  );
}

const FINALITIES = ["final", "open"] as const;

/** Reads these fields; `evidenceId` says where the scan lies. */
export function readBasisDocument(
  check: FormCheck,
  pack: LawPack,
  evidenceId: string,
): Readonly<Record<string, unknown>> {
  return {
    ...readBasisWithoutScan(check, pack),
    evidenceId,
  };
}

/** The same without the scan, for a form that hands it in at the same time. */
export function readBasisWithoutScan(
  check: FormCheck,
  pack: LawPack,
): {
  readonly kind: LawPack["basisDocumentKinds"][number];
  readonly number: string;
  readonly issuingOrgan: string;
  readonly issuedOn: string;
  readonly effectiveOn: string;
  readonly servedOn: string | null;
  readonly conductOn: string | null;
  readonly complianceEndsOn: string | null;
  readonly finality: "final" | "open";
} {
  const kind = check.oneOf("documentKind", pack.basisDocumentKinds, "请选择依据文书的种类");
  return {
    kind: kind ?? "correction-order",
    number: check.text("documentNumber", "请填写依据文书的文号"),
    issuingOrgan: check.text("issuingOrgan", "请填写依据文书的作出机关"),
    issuedOn: check.day("issuedOn", "请填写依据文书的作出日") ?? "",
    effectiveOn: check.day("effectiveOn", "请填写依据文书的生效日") ?? "",
    servedOn: check.optionalDay("documentServedOn"),
    conductOn: check.optionalDay("conductOn"),
    complianceEndsOn: check.optionalDay("complianceEndsOn"),
    finality: check.oneOf("finality", FINALITIES, "请选择文书是否已经确定") ?? "open",
  };
}
