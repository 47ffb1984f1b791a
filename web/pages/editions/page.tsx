import type { ReactNode } from "react";
import type { EditionView } from "../../../api/use-cases/find-editions.ts";
import { printDay } from "../../../domain/deadlines/calendar-day.ts";
import {
  EDITION_LEVEL_TITLES,
  EDITION_PROOF_TITLES,
  EDITION_REGISTRY_TITLES,
  ITEM_KIND_TITLES,
  OPENNESS_TITLES,
} from "../../../domain/glossary.ts";
import type { MeasureRow } from "../../../domain/measures/catalog.ts";
import type { DirectoryItem } from "../../../domain/registries/edition.ts";
import { titlesOf } from "../../../domain/registries/edition-table.ts";
import { choicesOf, RadioGroup, SelectField } from "../../components/choice-fields.tsx";
import { Citations } from "../../components/citation.tsx";
import { RefusalBox, type ShownRefusal } from "../../components/findings-list.tsx";
import { Form } from "../../components/form.tsx";
import { Panel } from "../../components/panel.tsx";
import { Table, type Column } from "../../components/table.tsx";
import { DayField, TextArea, TextField } from "../../components/text-fields.tsx";
import type { FieldError } from "../../forms/form-check.ts";
import type { FormInput } from "../../forms/form-input.ts";
import { Page } from "../../layout/page.tsx";
import type { PageContext } from "../../layout/page-context.ts";

/** A form of these pages that was sent and is shown again. */
export interface Sent {
  readonly input: FormInput;
  readonly errors: readonly FieldError[];
  readonly refusal: ShownRefusal | null;
}

const STATE_TITLES: Readonly<Record<EditionView["state"], string>> = {
  shipped: "随产品提供",
  entered: "待另一人核准",
  approved: "已核准",
};

const COLUMNS: readonly Column<EditionView>[] = [
  {
    title: "名称",
    cell: ({ edition }) => (
      <a href={`/law/editions/${edition.registry}/${encodeURIComponent(edition.edition)}`}>
        {edition.title}
      </a>
    ),
  },
  { title: "类别", cell: ({ edition }) => EDITION_REGISTRY_TITLES[edition.registry] },
  { title: "层级", cell: ({ edition }) => EDITION_LEVEL_TITLES[edition.level] },
  { title: "施行", cell: ({ edition }) => `自${printDay(edition.inForceFrom)}` },
  { title: "状态", cell: (each) => STATE_TITLES[each.state] },
  {
    title: "录入、核准",
    cell: ({ enteredBy, approvedBy }) =>
      [enteredBy, approvedBy].filter((name) => name !== null).join("、"),
  },
];

function mayKeep({ person }: PageContext): boolean {
  const roles = person?.actor.roles ?? [];
  return roles.includes("supervisor") || roles.includes("legal-officer");
}

/** Editions of the public credit directory and of the measure catalog (目录和清单). */
export function EditionsPage(props: {
  readonly context: PageContext;
  readonly rows: readonly EditionView[];
  readonly sent: Sent;
}): ReactNode {
  const { context, rows, sent } = props;
  return (
    <Page context={context} title="目录和清单" crumbs={[{ title: "名单规则包", path: "/law" }]}>
      <h1>目录和清单</h1>
      {sent.refusal === null ? null : <RefusalBox refusal={sent.refusal} />}
      <p>
        记录的信用信息须在公共信用信息目录之内，惩戒措施须在失信惩戒措施清单之内。新版施行后，同一层级的旧版即行停用；在办案件逐件重新审视，失去依据的措施记入案卷并通知有关人员。
      </p>
      <Table
        caption="各个版本"
        columns={COLUMNS}
        rows={rows}
        keyOf={({ edition }) => `${edition.registry} ${edition.edition}`}
        empty="没有版本。"
      />
      {mayKeep(context) ? (
        <Panel id="enter" title="录入新版本">
          <Form
            action="/law/editions"
            csrfToken={context.csrfToken}
            submit="录入"
            label="录入新版本"
            input={sent.input}
            errors={sent.errors}
            guard
          >
            <EntryFields />
          </Form>
        </Panel>
      ) : null}
    </Page>
  );
}

/** The head of an edition in fields; what it holds as a table copied out of a spreadsheet. */
function EntryFields(): ReactNode {
  return (
    <>
      <RadioGroup name="registry" label="类别" choices={choicesOf(EDITION_REGISTRY_TITLES)} />
      <SelectField name="level" label="层级" choices={choicesOf(EDITION_LEVEL_TITLES)} />
      <TextField name="title" label="名称" hint="例如：全国失信惩戒措施基础清单（2025年版）" />
      <TextField
        name="edition"
        label="版本编号"
        hint="小写字母、数字和连字符，例如 national-2025"
        short
      />
      <DayField name="inForceFrom" label="施行日" />
      <DayField name="inForceTo" label="失效日" optional />
      <TextField
        name="scope.instrument"
        label="补充所依据的地方性法规"
        hint="本市补充目录、补充清单须填写，其他版本留空"
        optional
      />
      <TextField name="scope.article" label="该法规的条款" optional short />
      <TextArea
        name="table"
        label="表格"
        hint={`在电子表格中选中全部内容，连同表头一起复制，粘贴到这里；也可以粘贴 CSV。表头：目录为${titlesOf("directory").join("、")}；清单为${titlesOf("catalog").join("、")}。一格之内有几项的，用“；”隔开。可以先打开现有的版本，下载其表格来修改。录入后由另一人核准`}
        rows={12}
      />
    </>
  );
}

const ITEM_COLUMNS: readonly Column<DirectoryItem>[] = [
  { title: "编号", cell: (item) => item.id, narrow: true },
  { title: "具体行为", cell: (item) => item.conduct },
  { title: "种类", cell: (item) => ITEM_KIND_TITLES[item.kind] },
  {
    title: "公开属性",
    cell: (item) => (item.openness === null ? "附件尚未录入" : OPENNESS_TITLES[item.openness]),
  },
  { title: "共享范围", cell: (item) => item.sharing },
  { title: "归集来源和渠道", cell: (item) => item.source },
  { title: "更新频次", cell: (item) => item.frequency },
  { title: "依据", cell: (item) => <Citations citations={item.citations} /> },
];

const ROW_COLUMNS: readonly Column<MeasureRow>[] = [
  { title: "编号", cell: (row) => row.id, narrow: true },
  { title: "措施", cell: (row) => row.title },
  { title: "对象", cell: (row) => row.targetText },
  { title: "实施单位", cell: (row) => row.implementers.map((each) => each.name).join("、") },
  { title: "期限", cell: (row) => row.termText },
  { title: "依据", cell: (row) => <Citations citations={row.citations} /> },
  { title: "状态", cell: (row) => row.inactiveReason ?? "可以选用" },
];

/** One edition with everything in it, and what is needed to approve it. */
export function EditionPage(props: {
  readonly context: PageContext;
  readonly view: EditionView;
  readonly sent: Sent;
}): ReactNode {
  const { context, view, sent } = props;
  const { edition, state } = view;
  return (
    <Page
      context={context}
      title={edition.title}
      crumbs={[{ title: "目录和清单", path: "/law/editions" }]}
    >
      <h1>{edition.title}</h1>
      {sent.refusal === null ? null : <RefusalBox refusal={sent.refusal} />}
      <p>
        {EDITION_REGISTRY_TITLES[edition.registry]}，{EDITION_LEVEL_TITLES[edition.level]}，自
        {printDay(edition.inForceFrom)}施行，{STATE_TITLES[state]}。{" "}
        <a
          href={`/law/editions/${edition.registry}/${encodeURIComponent(edition.edition)}/table.csv`}
        >
          下载表格（CSV）
        </a>
      </p>
      {edition.registry === "directory" ? (
        <Table
          caption="条目"
          columns={ITEM_COLUMNS}
          rows={edition.items}
          keyOf={(item) => item.id}
          empty="没有条目。"
        />
      ) : (
        <Table
          caption="措施"
          columns={ROW_COLUMNS}
          rows={edition.rows}
          keyOf={(row) => row.id}
          empty="没有措施。"
        />
      )}
      {state === "entered" && mayKeep(context) ? (
        <ApprovalForm context={context} edition={edition.edition} sent={sent} />
      ) : null}
    </Page>
  );
}

function ApprovalForm(props: {
  readonly context: PageContext;
  readonly edition: string;
  readonly sent: Sent;
}): ReactNode {
  const { context, edition, sent } = props;
  return (
    <Panel id="approve" title="核准">
      <p>本市补充目录须填写全部四项，本市补充清单须填写审定和公布；其他版本不必填写。</p>
      <Form
        action={`/law/editions/${encodeURIComponent(edition)}/approvals`}
        csrfToken={context.csrfToken}
        submit="核准"
        label="核准"
        input={sent.input}
        errors={sent.errors}
      >
        {Object.entries(EDITION_PROOF_TITLES).map(([proof, title]) => (
          <div key={proof}>
            <TextField name={`${proof}.number`} label={`${title}：文号或者网址`} optional />
            <DayField name={`${proof}.provenOn`} label={`${title}：日期`} optional />
          </div>
        ))}
      </Form>
    </Panel>
  );
}
