import type { Evidence } from "../../../../domain/case-file/content.ts";
import type { ActForm } from "../act-form.ts";
import { SelectField } from "../../../components/choice-fields.tsx";
import { FileField } from "../../../components/file-field.tsx";
import { TextField } from "../../../components/text-fields.tsx";
import { EVIDENCE_KIND_TITLES } from "../../../words/outcome-titles.ts";

const KINDS: readonly Evidence["kind"][] = [
  "document",
  "proof-of-service",
  "statement",
  "photo",
  "record",
  "other",
];

/** 补充证据. */
export const attachEvidence: ActForm = {
  files: true,
  start: () => ({ kind: "document" }),
  fields: () => (
    <>
      <TextField name="title" label="证据名称" hint="例如：工资拖欠明细表" />
      <SelectField
        name="kind"
        label="证据种类"
        choices={KINDS.map((kind) => ({ value: kind, label: EVIDENCE_KIND_TITLES[kind] }))}
      />
      <FileField name="file" label="证据文件" />
    </>
  ),
  read: (check) => {
    const title = check.text("title", "请填写证据名称");
    const kind = check.oneOf("kind", KINDS, "请选择证据种类") ?? "other";
    return { evidence: check.evidence("file", title, kind, "请选择证据文件") };
  },
};
