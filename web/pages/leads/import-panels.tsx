import type { ReactNode } from "react";
import type { LeadImportView } from "../../../api/use-cases/find-lead-imports.ts";
import { FileField } from "../../components/file-field.tsx";
import { Form } from "../../components/form.tsx";
import { Panel } from "../../components/panel.tsx";
import { Table, type Column } from "../../components/table.tsx";
import { TextField } from "../../components/text-fields.tsx";
import type { FieldError } from "../../forms/form-check.ts";
import type { FormInput } from "../../forms/form-input.ts";
import type { PageContext } from "../../layout/page-context.ts";
import { printMoment } from "../../words/print-moment.ts";
import { describeImport } from "./import-words.ts";

const IMPORT_COLUMNS: readonly Column<LeadImportView>[] = [
  { title: "文件", cell: (row) => <a href={`/leads/imports/${row.importId}`}>{row.fileName}</a> },
  { title: "机关", cell: (row) => row.authorityName },
  { title: "收到", cell: (row) => printMoment(row.uploadedAt), narrow: true },
  { title: "情况", cell: describeImport },
];

/** What came in as files, and how far each is (导入记录). */
export function ImportsPanel(props: { readonly imports: readonly LeadImportView[] }): ReactNode {
  return (
    <Panel id="imports" title="导入记录">
      <Table
        caption="导入记录"
        captionHidden
        columns={IMPORT_COLUMNS}
        rows={props.imports}
        keyOf={(row) => row.importId}
        empty="还没有导入过文件。"
      />
    </Panel>
  );
}

/** Hands a file in (导入文件); what else the form asks for stands before the file. */
export function UploadPanel(props: {
  readonly context: PageContext;
  readonly action: string;
  readonly label: string;
  /** What the first line of the file must hold. */
  readonly header: string;
  readonly errors: readonly FieldError[];
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <Panel id="upload" title="导入文件">
      <Form
        action={props.action}
        csrfToken={props.context.csrfToken}
        submit="导入"
        label="导入文件"
        errors={props.errors}
        files
      >
        {props.children}
        <FileField
          name="file"
          label={props.label}
          hint={`CSV（UTF-8 或者 GB18030 编码）或者 XLSX，不超过 64 MB、20 万行；${props.header}`}
          kinds=".csv,.txt,.xlsx"
          limitBytes={64 * 1024 * 1024}
        />
      </Form>
    </Panel>
  );
}

/** Looks somebody up by the whole name or number: what is sealed is found no other way. */
export function WholeNameForm(props: {
  readonly context: PageContext;
  readonly action: string;
  readonly submit: string;
  readonly hint: string;
  readonly who: FormInput | null;
  readonly errors: readonly FieldError[];
}): ReactNode {
  return (
    <Form
      action={props.action}
      csrfToken={props.context.csrfToken}
      submit={props.submit}
      label={props.submit}
      errors={props.errors}
      {...(props.who === null ? {} : { input: props.who })}
    >
      <TextField
        name="who"
        label="完整的名称、代码或者证件号码"
        hint={props.hint}
        maxLength={200}
        short
      />
    </Form>
  );
}
