import type { ReactNode } from "react";
import type { LedgerEntry } from "../../../api/use-cases/law-ledger.ts";
import { printDay } from "../../../domain/deadlines/calendar-day.ts";
import { SelectField, Tick } from "../../components/choice-fields.tsx";
import { RefusalBox, type ShownRefusal } from "../../components/findings-list.tsx";
import { Form } from "../../components/form.tsx";
import { Panel } from "../../components/panel.tsx";
import { Table, type Column } from "../../components/table.tsx";
import { DayField, TextArea, TextField } from "../../components/text-fields.tsx";
import type { FieldError } from "../../forms/form-check.ts";
import type { FormInput } from "../../forms/form-input.ts";
import { Page } from "../../layout/page.tsx";
import type { PageContext } from "../../layout/page-context.ts";

const KIND_TITLES: Readonly<Record<LedgerEntry["kind"], string>> = {
  pack: "规则包",
  directory: "目录",
  measure: "惩戒措施",
};

const COLUMNS: readonly Column<LedgerEntry>[] = [
  { title: "名称", cell: (each) => each.title },
  { title: "类别", cell: (each) => KIND_TITLES[each.kind], narrow: true },
  { title: "施行", cell: describeDays },
  { title: "责任单位", cell: ({ note }) => note?.unit ?? "没有登记" },
  {
    title: "下次复核",
    cell: ({ note, isDue }) => (
      <>
        {note === null ? "没有登记" : printDay(note.reviewOn)}
        {isDue ? <span className="tag tag-red">应当复核</span> : null}
      </>
    ),
  },
  { title: "是否符合要求", cell: describeConformity },
];

function describeDays({ inForceFrom, inForceTo }: LedgerEntry): string {
  if (inForceFrom === null) return "";
  return `自${printDay(inForceFrom)}${inForceTo === null ? "" : `至${printDay(inForceTo)}`}`;
}

function describeConformity({ note }: LedgerEntry): string {
  if (note === null) return "";
  return note.conforms ? "符合" : `不符合，规范方案：${note.plan}`;
}

/** The ledger of packs, directories and measures in force (措施台账). */
export function LedgerPage(props: {
  readonly context: PageContext;
  readonly rows: readonly LedgerEntry[];
  readonly input: FormInput;
  readonly errors: readonly FieldError[];
  readonly refusal: ShownRefusal | null;
}): ReactNode {
  const { context, rows, refusal } = props;
  const roles = context.person?.actor.roles ?? [];
  const mayKeep = roles.includes("supervisor") || roles.includes("legal-officer");
  const due = rows.filter((each) => each.isDue);
  return (
    <Page context={context} title="措施台账" crumbs={[{ title: "名单规则包", path: "/law" }]}>
      <h1>措施台账</h1>
      {refusal === null ? null : <RefusalBox refusal={refusal} />}
      <p>
        现行的规则包、目录和惩戒措施都列入台账，写明责任单位和下次复核日。应当复核的有{due.length}
        项；到复核日提醒牵头单位。
      </p>
      <Table
        caption="台账"
        columns={COLUMNS}
        rows={[...due, ...rows.filter((each) => !each.isDue)]}
        keyOf={(each) => each.entryId}
        empty="没有现行的规则包、目录和措施。"
      />
      {mayKeep ? <LedgerForm {...props} /> : null}
    </Page>
  );
}

function LedgerForm(props: {
  readonly context: PageContext;
  readonly rows: readonly LedgerEntry[];
  readonly input: FormInput;
  readonly errors: readonly FieldError[];
}): ReactNode {
  const { context, rows, input, errors } = props;
  return (
    <Panel id="keep" title="登记">
      <Form
        action="/law/ledger"
        csrfToken={context.csrfToken}
        submit="登记"
        label="登记台账"
        input={input}
        errors={errors}
      >
        <SelectField
          name="entryId"
          label="条目"
          choices={rows.map((each) => ({ value: each.entryId, label: each.title }))}
        />
        <TextField name="unit" label="责任单位" hint="写单位和科室，不写个人姓名" />
        <DayField name="reviewOn" label="下次复核日" />
        <Tick name="conforms" label="符合要求" />
        <TextArea
          name="plan"
          label="规范完善方案"
          hint="不符合要求但仍需保留的须写明"
          optional
          rows={3}
        />
      </Form>
    </Panel>
  );
}
