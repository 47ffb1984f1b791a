import type { ReactNode } from "react";
import type { LeadView } from "../../../api/use-cases/read-lead.ts";
import type { LawPack } from "../../../domain/packs/law-pack.ts";
import { LEAD_STATE_TITLES } from "../../../domain/glossary.ts";
import { printDay } from "../../../domain/deadlines/calendar-day.ts";
import { Facts } from "../../components/facts.tsx";
import { Form } from "../../components/form.tsx";
import { Notice, Panel } from "../../components/panel.tsx";
import { TextArea } from "../../components/text-fields.tsx";
import type { FieldError } from "../../forms/form-check.ts";
import { Page } from "../../layout/page.tsx";
import type { PageContext } from "../../layout/page-context.ts";

export interface LeadPageProps {
  readonly context: PageContext;
  readonly lead: LeadView;
  readonly packs: readonly LawPack[];
  readonly mayWork: boolean;
  readonly errors: readonly FieldError[];
}

/** One lead (线索): the record as it came, and the ways on. */
export function LeadPage(props: LeadPageProps): ReactNode {
  const { context, lead } = props;
  return (
    <Page context={context} title="线索" crumbs={[{ title: "线索", path: "/leads" }]}>
      <h1>
        线索：{lead.name}（{LEAD_STATE_TITLES[lead.state]}）
      </h1>
      <LeadFacts lead={lead} />
      {lead.closingReasons === null ? null : (
        <Notice>
          <p>不予立案的理由：{lead.closingReasons}</p>
        </Notice>
      )}
      {lead.state === "pending" && props.mayWork ? <WaysOn {...props} /> : null}
      <p>
        来自<a href={`/leads/imports/${lead.importId}`}>导入的文件</a>，第 {lead.rowNumber} 行。
      </p>
    </Page>
  );
}

/** The record of a lead; overseers see who and what, masked. */
export function LeadFacts(props: { readonly lead: LeadView }): ReactNode {
  const { lead } = props;
  const cells = lead.cells.map(({ title, text }) => [title, text] as const);
  const masked = [
    ["行政相对人", lead.name],
    ["代码（证件号码）", lead.identifier],
    ["处罚决定书文号", lead.documentNumber],
    ["处罚决定日期", printDay(lead.decidedOn)],
    ["处罚机关", lead.decidingOrgan],
  ] as const;
  return <Facts facts={lead.masked ? masked : cells} />;
}

function WaysOn(props: LeadPageProps): ReactNode {
  const { context, lead, packs } = props;
  return (
    <>
      <Panel id="open" title="据此立案">
        <p>
          当事人和依据文书按线索填好，请核对原件、上传扫描件，再补充事由和措施。处罚记录本身不决定列入。
        </p>
        <ul>
          {packs.map((pack) => (
            <li key={pack.listId}>
              <a href={`/matters/new?list=${encodeURIComponent(pack.listId)}&lead=${lead.leadId}`}>
                {pack.listName}
              </a>
            </li>
          ))}
        </ul>
        {packs.length === 0 ? <p>还没有启用的名单规则包，不能立案。</p> : null}
      </Panel>
      <Panel id="dismiss" title="不予立案">
        <Form
          action={`/leads/${lead.leadId}/dismissal`}
          csrfToken={context.csrfToken}
          submit="不予立案"
          label="不予立案"
          errors={props.errors}
        >
          <TextArea name="reasons" label="理由" rows={2} />
        </Form>
      </Panel>
    </>
  );
}
