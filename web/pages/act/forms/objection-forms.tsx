import type { ActForm } from "../act-form.ts";
import {
  DISPUTED_ITEMS,
  findOpenObjections,
  OBJECTION_OUTCOMES,
  OBJECTORS,
} from "../../../../domain/case-file/objection.ts";
import {
  DISPUTED_ITEM_TITLES,
  OBJECTION_OUTCOME_TITLES,
  OBJECTOR_TITLES,
} from "../../../../domain/glossary.ts";
import { CheckboxGroup, RadioGroup } from "../../../components/choice-fields.tsx";
import { FileField } from "../../../components/file-field.tsx";
import { TextArea } from "../../../components/text-fields.tsx";

/** 对公示信息提出异议. */
export const objectToRecord: ActForm = {
  files: true,
  start: ({ isParty }) => (isParty ? {} : { raisedBy: "party" }),
  fields: ({ isParty }) => (
    <>
      <p>提出后，公示信息立即标注“异议处理中”；认定部门核实后书面告知处理结果，不收费。</p>
      {isParty ? null : (
        <RadioGroup
          name="raisedBy"
          label="异议提出人"
          choices={OBJECTORS.map((value) => ({ value, label: OBJECTOR_TITLES[value] }))}
        />
      )}
      <RadioGroup
        name="item"
        label="哪一项信息有误"
        choices={DISPUTED_ITEMS.map((value) => ({ value, label: DISPUTED_ITEM_TITLES[value] }))}
      />
      <TextArea name="statement" label="异议内容" hint="写明哪里有误、应当是什么" />
      <FileField name="evidence" label="证明材料（可以没有）" multiple />
    </>
  ),
  read: (check, { isParty }) => {
    const raisedBy = isParty ? null : check.oneOf("raisedBy", OBJECTORS, "请选择异议提出人");
    return {
      ...(raisedBy === null ? {} : { raisedBy }),
      item: check.oneOf("item", DISPUTED_ITEMS, "请选择有误的信息"),
      statement: check.text("statement", "请写明异议内容"),
      evidence: check.evidenceList("evidence", "异议证明材料", "document"),
    };
  },
};

/** 登记异议核实情况. */
export const verifyObjection: ActForm = {
  files: true,
  start: ({ file }) => ({
    grounds: file.grounds?.reasons ?? "",
    removalConditions: file.proposal?.removalConditions ?? "",
    removalProcedure: file.proposal?.removalProcedure ?? "",
    keptMeasureIds: (file.proposal?.measures ?? []).map((each) => each.rowId),
  }),
  fields: ({ file }) => {
    const next = findOpenObjections(file.objections).find((each) => each.finding === null);
    return (
      <>
        {next === undefined ? null : (
          <p>
            待核实的异议（{DISPUTED_ITEM_TITLES[next.item]}）：{next.statement}
          </p>
        )}
        <TextArea name="findings" label="核实的情况" hint="写明查明的事实和证据" />
        <RadioGroup
          name="outcome"
          label="核实结论"
          choices={OBJECTION_OUTCOMES.map((value) => ({
            value,
            label: OBJECTION_OUTCOME_TITLES[value],
          }))}
        />
        <p>以下内容在结论为“予以更正”时使用：修改有误的部分，其他保持原样。</p>
        <TextArea name="grounds" label="列入事由" />
        <TextArea name="removalConditions" label="移出条件" />
        <TextArea name="removalProcedure" label="移出程序" />
        <CheckboxGroup
          name="keptMeasureIds"
          label="保留的措施"
          choices={(file.proposal?.measures ?? []).map((each) => ({
            value: each.rowId,
            label: `${each.rowId}（${each.article}）`,
          }))}
        />
        <FileField name="evidence" label="核实材料（可以没有）" multiple />
      </>
    );
  },
  read: (check) => ({
    outcome: check.oneOf("outcome", OBJECTION_OUTCOMES, "请选择核实结论"),
    findings: check.text("findings", "请写明核实的情况"),
    corrected: {
      grounds: check.optionalText("grounds"),
      removalConditions: check.optionalText("removalConditions"),
      removalProcedure: check.optionalText("removalProcedure"),
      keptMeasureIds: check.texts("keptMeasureIds"),
    },
    evidence: check.evidenceList("evidence", "异议核实材料", "document"),
  }),
};
