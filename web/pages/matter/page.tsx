import type { ReactNode } from "react";
import type { LeadView } from "../../../api/use-cases/read-lead.ts";
import type { CalendarDay } from "../../../domain/deadlines/calendar-day.ts";
import type { MeasureRow } from "../../../domain/measures/catalog.ts";
import type { LawPack } from "../../../domain/packs/law-pack.ts";
import { Tick } from "../../components/choice-fields.tsx";
import { FileField } from "../../components/file-field.tsx";
import { RefusalBox, type ShownRefusal } from "../../components/findings-list.tsx";
import { Form } from "../../components/form.tsx";
import { Notice, Panel } from "../../components/panel.tsx";
import type { FieldError } from "../../forms/form-check.ts";
import type { FormInput } from "../../forms/form-input.ts";
import { Page } from "../../layout/page.tsx";
import type { PageContext } from "../../layout/page-context.ts";
import { BasisDocumentFields } from "../act/forms/basis-document-fields.tsx";
import { GroundsFields } from "../act/forms/grounds-fields.tsx";
import { findAllowedRows, MeasureFields } from "../act/forms/measure-fields.tsx";
import { LeadFacts } from "../leads/lead-page.tsx";
import { findPlaces, PartyFields } from "./party-fields.tsx";

interface MatterPageProps {
  readonly context: PageContext;
  readonly pack: LawPack;
  readonly catalog: readonly MeasureRow[];
  readonly today: CalendarDay;
  /** The lead that the form was filled in from, if any. */
  readonly lead: LeadView | null;
  readonly input: FormInput;
  readonly errors: readonly FieldError[];
  readonly refusal: ShownRefusal | null;
}

/** Opening a matter (立案): every person concerned gets a case file of their own. */
export function MatterPage(props: MatterPageProps): ReactNode {
  const { context, pack, today, lead, refusal } = props;
  const list = `/matters/new?list=${encodeURIComponent(pack.listId)}`;
  return (
    <Page
      context={context}
      title={props.errors.length > 0 ? "有误：立案" : "立案"}
      crumbs={[{ title: "工作台", path: "/desk" }]}
    >
      <h1>立案：{pack.listName}</h1>
      <p>
        每名当事人各立一份案卷，各自告知、送达、决定。依据文书、事由、措施可以现在填写，也可以立案后在各案卷中补充；一旦填写，标为必填的各项都要填。
      </p>
      {refusal === null ? null : <RefusalBox refusal={refusal} />}
      {lead === null ? null : (
        <Panel id="lead" title="线索">
          <p>下列记录只是线索，请核对处罚决定书原件。</p>
          <LeadFacts lead={lead} />
        </Panel>
      )}
      <Form
        action={lead === null ? list : `${list}&lead=${lead.leadId}`}
        csrfToken={context.csrfToken}
        submit="立案"
        input={props.input}
        errors={props.errors}
        files
        guard
      >
        <h2>当事人</h2>
        {findPlaces(pack).map((place) => (
          <PartyFields key={place.prefix} place={place} />
        ))}
        <h2>认定依据文书</h2>
        <BasisDocumentFields pack={pack} />
        <FileField name="scan" label="依据文书扫描件（连同送达回证）" />
        <h2>事由</h2>
        <GroundsFields
          pack={pack}
          evidenceField={(criterion, number) => (
            <>
              <Tick name={`scan-shows.${criterion.id}`} label={`依据文书扫描件证明${number}`} />
              <FileField
                name={`files.${criterion.id}`}
                label={`证明${number}的其他证据`}
                optional
                multiple
              />
            </>
          )}
        />
        <h2>失信惩戒措施</h2>
        <MeasureFields rows={findAllowedRows(pack, props.catalog, null)} today={today} />
      </Form>
    </Page>
  );
}

/** Which list a matter is opened for; or that none is ready. */
export function ChooseListPage(props: {
  readonly context: PageContext;
  readonly packs: readonly LawPack[];
}): ReactNode {
  const { context, packs } = props;
  return (
    <Page context={context} title="立案" crumbs={[{ title: "工作台", path: "/desk" }]}>
      <h1>立案：选择名单</h1>
      {packs.length === 0 ? (
        <Notice kind="warning">
          <p>
            还没有启用的名单规则包，不能立案。规则包须由法制负责人补全数值和依据，并经两人同意后启用。
          </p>
          <p>
            <a href="/law">查看名单规则包</a>
          </p>
        </Notice>
      ) : (
        <ul>
          {packs.map((pack) => (
            <li key={pack.listId}>
              <a href={`/matters/new?list=${encodeURIComponent(pack.listId)}`}>{pack.listName}</a>
            </li>
          ))}
        </ul>
      )}
      <p>
        其他名单由谁认定、为什么不能在这里立案，见<a href="/law">名单规则包</a>。
      </p>
    </Page>
  );
}
