import { findListingEnd } from "../../../../domain/case-file/restoration.ts";
import { printDay } from "../../../../domain/deadlines/calendar-day.ts";
import { RadioGroup } from "../../../components/choice-fields.tsx";
import { FileField } from "../../../components/file-field.tsx";
import { TextArea } from "../../../components/text-fields.tsx";
import type { ActForm } from "../act-form.ts";

const OPINIONS = ["agree", "disagree"] as const;

/** 拟恢复列入. */
export const proposeRestoration: ActForm = {
  files: true,
  confirm: "提出后即制发告知书，送达当事人并听取陈述申辩。确定提出吗？",
  fields: ({ file }) => {
    const end = findListingEnd(file);
    return (
      <>
        {end === undefined ? null : (
          <p>恢复后仍按原决定的期限，至{printDay(end.endsOn)}届满，不延长。</p>
        )}
        <TextArea
          name="reasons"
          label="不实之处和查实经过"
          hint="写明修复申请、承诺或者证明中何处不实，如何查实"
        />
        <FileField name="evidence" label="证明不实的材料" multiple />
      </>
    );
  },
  read: (check) => ({
    reasons: check.text("reasons", "请写明不实之处和查实经过"),
    evidence: check.evidenceList("evidence", "证明申请不实的材料", "document"),
  }),
};

/** 审核恢复列入. */
export const reviewRestoration: ActForm = {
  fields: () => (
    <>
      <RadioGroup
        name="agrees"
        label="审核结论"
        choices={[
          { value: "agree", label: "同意恢复列入" },
          { value: "disagree", label: "不同意恢复列入" },
        ]}
      />
      <TextArea name="opinion" label="审核意见" />
    </>
  ),
  read: (check) => ({
    agrees: check.oneOf("agrees", OPINIONS, "请选择审核结论") === "agree",
    opinion: check.text("opinion", "请填写审核意见"),
  }),
};
