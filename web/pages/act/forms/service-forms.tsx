import type { ReactNode } from "react";
import type { ActForm } from "../act-form.ts";
import {
  SERVICE_METHODS,
  SERVICE_RECEIVERS,
  type ServiceReceiver,
} from "../../../../domain/case-file/content.ts";
import { proposeService } from "../../../../domain/case-file/propose-service.ts";
import { findPapersToServe, type CaseFile } from "../../../../domain/case-file/state.ts";
import { SERVICE_METHOD_TITLES, SERVICE_RECEIVER_TITLES } from "../../../../domain/glossary.ts";
import { paperTitle } from "../../../../domain/papers.ts";
import {
  CheckboxGroup,
  SelectField,
  Tick,
  type Choice,
} from "../../../components/choice-fields.tsx";
import { FileField } from "../../../components/file-field.tsx";
import { DayField, TextArea, TextField } from "../../../components/text-fields.tsx";

const DIRECT_METHODS = SERVICE_METHODS.filter((method) => method !== "public-notice");

const METHOD_CHOICES: readonly Choice[] = DIRECT_METHODS.map((method) => ({
  value: method,
  label: SERVICE_METHOD_TITLES[method],
}));

/** What the law offers next, from what was confirmed and tried. */
function ProposedMethod(props: { readonly file: CaseFile }): ReactNode {
  const proposed = proposeService(props.file);
  return proposed === null ? null : <p>建议的下一步送达方式：{proposed.why}。</p>;
}

/** A public notice is an act of its own; the form then starts with handing over. */
function startMethod(file: CaseFile): string {
  const method = proposeService(file)?.method;
  return method === undefined || method === "public-notice" ? "in-person" : method;
}

/** 登记未成功的送达. */
export const recordServiceAttempt: ActForm = {
  start: ({ today }) => ({ attemptedOn: today, method: "in-person" }),
  fields: ({ file }) => (
    <>
      <ProposedMethod file={file} />
      <SelectField name="method" label="送达方式" choices={METHOD_CHOICES} />
      <DayField name="attemptedOn" label="送达日期" />
      <TextArea name="result" label="未能送达的情况" rows={3} />
    </>
  ),
  read: (check) => ({
    method: check.oneOf("method", DIRECT_METHODS, "请选择送达方式"),
    attemptedOn: check.day("attemptedOn", "请填写送达日期"),
    result: check.text("result", "请写明未能送达的情况"),
  }),
};

/** 登记送达及回证. */
export const recordService: ActForm = {
  files: true,
  start: ({ file, today }) => ({
    paperIds: findPapersToServe(file).map((paper) => paper.paperId),
    servedOn: today,
    method: startMethod(file),
    receiver: file.partyKind === "natural-person" ? "party-itself" : "head-of-organization",
  }),
  fields: ({ file }) => (
    <>
      <ProposedMethod file={file} />
      <CheckboxGroup
        name="paperIds"
        label="本次送达的文书"
        hint="列入决定书和信用修复告知书须一并送达"
        choices={findPaperChoices(file)}
      />
      <SelectField name="method" label="送达方式" choices={METHOD_CHOICES} />
      <DayField name="servedOn" label="送达日期" hint="以送达回证上的签收日期为准" />
      <TextField name="signatory" label="签收人" optional short hint="留置送达可以不填" />
      <SelectField name="receiver" label="签收人身份" choices={findReceiverChoices(file)} />
      <TextField name="witness" label="见证人" optional short hint="留置送达须有见证人" />
      <TextArea name="remark" label="备注" optional rows={2} />
      <FileField name="proof" label="送达回证或者其他送达证明" optional />
    </>
  ),
  read: (check, { file }) => ({
    paperIds: check.texts("paperIds"),
    servedPartyIds: [file.partyId],
    method: check.oneOf("method", DIRECT_METHODS, "请选择送达方式"),
    servedOn: check.day("servedOn", "请填写送达日期"),
    signatory: check.optionalText("signatory"),
    receiver: check.oneOf("receiver", SERVICE_RECEIVERS, "请选择签收人身份"),
    witness: check.optionalText("witness"),
    remark: check.optionalText("remark"),
    proof: check.evidenceList("proof", "送达证明", "proof-of-service")[0] ?? null,
  }),
};

/** A person has no mail office, and an organization no family. */
function findReceiverChoices({ partyKind }: CaseFile): readonly Choice[] {
  const other: readonly ServiceReceiver[] =
    partyKind === "natural-person"
      ? ["head-of-organization", "mail-office"]
      : ["adult-family", "party-itself"];
  return SERVICE_RECEIVERS.filter((each) => !other.includes(each)).map((value) => ({
    value,
    label: SERVICE_RECEIVER_TITLES[value],
  }));
}

function findPaperChoices(file: CaseFile): readonly Choice[] {
  return findPapersToServe(file).map((paper) => ({
    value: paper.paperId,
    label: `${paperTitle(paper.kind)}${paper.number === null ? "" : `（${paper.number}）`}`,
  }));
}

/** 登记电子送达书面同意. */
export const agreeElectronicService: ActForm = {
  files: true,
  start: ({ today }) => ({ agreedOn: today, purpose: "以电子方式送达本案文书" }),
  fields: () => (
    <>
      <DayField name="agreedOn" label="书面同意的日期" />
      <TextField name="purpose" label="同意的目的" />
      <DayField name="endsOn" label="同意的截止日" hint="不得没有期限，也不超过五年" />
      <Tick name="voluntary" label="当事人自愿，没有强制或者捆绑" />
      <FileField name="evidence" label="当事人签名的书面同意" />
    </>
  ),
  read: (check) => ({
    agreedOn: check.day("agreedOn", "请填写书面同意的日期"),
    purpose: check.optionalText("purpose"),
    endsOn: check.optionalDay("endsOn"),
    voluntary: check.optionalText("voluntary") === "yes",
    evidence: check.evidence("evidence", "电子送达书面同意", "statement", "请上传书面同意"),
  }),
};

/** 撤回电子送达同意. */
export const revokeElectronicService: ActForm = {
  fields: () => (
    <TextArea name="remark" label="说明" hint="撤回前已经电子送达的仍然有效" rows={2} />
  ),
  read: (check) => ({ remark: check.text("remark", "请写明撤回同意") }),
};

/** 公告送达. */
export const publishServiceNotice: ActForm = {
  files: true,
  start: ({ today }) => ({ publishedOn: today }),
  fields: () => (
    <>
      <DayField name="publishedOn" label="公告发布日" />
      <TextField name="place" label="公告发布的载体" hint="例如：机关公告栏和门户网站" />
      <TextArea name="reasons" label="采取公告送达的理由" hint="写明已经用尽的送达方式" rows={3} />
      <FileField name="evidence" label="公告发布的证明" />
    </>
  ),
  read: (check) => ({
    publishedOn: check.day("publishedOn", "请填写公告发布日"),
    place: check.text("place", "请填写公告发布的载体"),
    reasons: check.text("reasons", "请写明采取公告送达的理由"),
    evidence: check.evidence(
      "evidence",
      "公告发布证明",
      "proof-of-service",
      "请上传公告发布的证明",
    ),
  }),
};
