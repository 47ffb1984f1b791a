import { SelectField } from "../../../components/choice-fields.tsx";
import type { ActForm } from "../act-form.ts";
import { BasisDocumentFields, readBasisDocument } from "./basis-document-fields.tsx";

/** 登记认定依据文书: the scan is one of the pieces of evidence. */
export const recordBasisDocument: ActForm = {
  start: () => ({ finality: "open" }),
  fields: ({ file, pack }) => (
    <>
      <BasisDocumentFields pack={pack} />
      <SelectField
        name="evidenceId"
        label="文书扫描件"
        hint="先在“补充证据”中上传扫描件，再在这里选择"
        empty="请选择"
        choices={file.evidence.map((each) => ({ value: each.evidenceId, label: each.title }))}
      />
    </>
  ),
  read: (check, { pack }) => ({
    document: readBasisDocument(check, pack, check.text("evidenceId", "请选择文书扫描件")),
  }),
};
