import type { ReactNode } from "react";
import type { AuthorityRemedies } from "../../../api/use-cases/authority-remedies.ts";
import { BRANCHES } from "../../../domain/authorities/remedy-organs.ts";
import { RadioGroup } from "../../components/choice-fields.tsx";
import { Form } from "../../components/form.tsx";
import { Panel } from "../../components/panel.tsx";
import { Table, type Column } from "../../components/table.tsx";
import { TextField } from "../../components/text-fields.tsx";
import type { FieldError } from "../../forms/form-check.ts";
import type { FormInput } from "../../forms/form-input.ts";
import { Page } from "../../layout/page.tsx";
import type { PageContext } from "../../layout/page-context.ts";

/** The authority whose entry is being changed, what was filled in, and what is wrong with it. */
export interface ChosenEntry {
  readonly authority: AuthorityRemedies;
  readonly input: FormInput;
  readonly errors: readonly FieldError[];
}

interface RemediesPageProps {
  readonly context: PageContext;
  readonly rows: readonly AuthorityRemedies[];
  readonly chosen: ChosenEntry | null;
}

export const HOME = "/authorities/remedies";

const COLUMNS: readonly Column<AuthorityRemedies>[] = [
  {
    title: "机关",
    cell: ({ authorityId, authorityName, mayEnter }) =>
      mayEnter ? <a href={`${HOME}/${authorityId}`}>{authorityName}</a> : authorityName,
  },
  { title: "行政复议机关", cell: (each) => each.reconsiderationOrgan },
  { title: "管辖法院", cell: (each) => each.court },
  { title: "线上申请复议", cell: (each) => each.reconsiderationOnlineChannel ?? "没有登记" },
  {
    title: "与法律是否相符",
    cell: ({ flaws }) => (flaws.length === 0 ? "相符" : flaws.join("；")),
  },
];

/** Where the decisions of each authority can be challenged, as its papers say (各机关的救济途径). */
export function RemediesPage({ context, rows, chosen }: RemediesPageProps): ReactNode {
  return (
    <Page context={context} title="各机关的救济途径">
      <h1>各机关的救济途径</h1>
      <p>
        文书中的行政复议机关、管辖法院和线上申请渠道取自这里的登记，不能在文书中另行填写。登记与法定管辖不符的，载明救济途径的文书不能制发。案件实行集中管辖的地方，管辖法院以有关规定为准，由法制负责人核实后登记。
      </p>
      <Table
        caption="各机关的救济途径"
        captionHidden
        columns={COLUMNS}
        rows={rows}
        keyOf={(each) => each.authorityId}
        empty="没有机关。"
      />
      {chosen?.authority.mayEnter === true ? <EntryForm context={context} chosen={chosen} /> : null}
    </Page>
  );
}

function EntryForm(props: {
  readonly context: PageContext;
  readonly chosen: ChosenEntry;
}): ReactNode {
  const { authority, input, errors } = props.chosen;
  const choices = Object.entries(BRANCHES).map(([value, { title, article }]) => ({
    ...{ value, label: title },
    hint: `行政复议管辖：《中华人民共和国行政复议法》${article}`,
  }));
  return (
    <Panel id="entry" title={authority.authorityName}>
      <Form
        action={`${HOME}/${authority.authorityId}`}
        csrfToken={props.context.csrfToken}
        submit="登记"
        label={`登记${authority.authorityName}的救济途径`}
        errors={errors}
        input={input}
      >
        <RadioGroup name="branch" label="机关类型" choices={choices} />
        <TextField name="reconsiderationOrgan" label="行政复议机关" hint="全称" maxLength={200} />
        <TextField name="court" label="管辖法院" hint="全称" maxLength={200} />
        <TextField
          name="reconsiderationOnlineChannel"
          label="线上申请行政复议的渠道"
          hint="名称和网址；没有登记的，决定书不能电子送达"
          maxLength={200}
          optional
        />
      </Form>
    </Panel>
  );
}
