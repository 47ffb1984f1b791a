import type { ReactNode } from "react";
import type { EnteredBasis } from "../../api/use-cases/sharing-bases.ts";
import { textOf, type FormInput } from "../forms/form-input.ts";
import { TextArea, TextField } from "./text-fields.tsx";

/** What names a basis by which implementers know a person, or takes it back (知悉个人身份的依据). */
export function BasisFields(): ReactNode {
  return (
    <>
      <TextField
        name="instrument"
        label="文件名称和文号"
        hint="法律、行政法规或者党中央、国务院政策文件；撤回原来录入的依据时不填"
        maxLength={200}
        optional
      />
      <TextField name="article" label="条款" hint="例如 第九条" maxLength={100} optional short />
      <TextArea name="reasons" label="理由" />
    </>
  );
}

/** What was filled in there. */
export function readBasis(input: FormInput): EnteredBasis {
  return {
    instrument: textOf(input, "instrument"),
    article: textOf(input, "article"),
    reasons: textOf(input, "reasons"),
  };
}
