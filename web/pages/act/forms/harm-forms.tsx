import type { ActForm } from "../act-form.ts";
import { findOpenHarmItems, titleHarmItem } from "../../../../domain/case-file/harm.ts";
import { SelectField } from "../../../components/choice-fields.tsx";
import { FileField } from "../../../components/file-field.tsx";
import { TextArea } from "../../../components/text-fields.tsx";

/** 登记消除影响事项. */
export const settleHarmItem: ActForm = {
  files: true,
  fields: ({ file }) => (
    <>
      <SelectField
        name="itemId"
        label="办结的事项"
        empty="请选择"
        choices={findOpenHarmItems(file.harmItems).map((item) => ({
          value: item.itemId,
          label: titleHarmItem(item),
        }))}
      />
      <TextArea
        name="result"
        label="办理结果"
        hint="写明做了什么、由哪个单位确认；查明没有的，也请写明如何查的"
      />
      <FileField name="evidence" label="证明材料（确认函、公开说明的截图、查询记录）" />
    </>
  ),
  read: (check) => ({
    itemId: check.text("itemId", "请选择办结的事项"),
    result: check.text("result", "请写明办理结果"),
    evidence: check.evidence("evidence", "消除影响证明材料", "document", "请上传证明材料"),
  }),
};

/** 出具消除影响证明. */
export const certifyHarmRepair: ActForm = {
  confirm: "签发后出具消除影响证明，本案归档。确定签发吗？",
  fields: () => (
    <TextArea name="statement" label="对当事人的说明" hint="致歉或者说明，写入消除影响证明" />
  ),
  read: (check) => ({ statement: check.text("statement", "请填写对当事人的说明") }),
};
