import type { ReactNode } from "react";
import type { PartyView } from "../../../api/use-cases/party-view.ts";
import { Facts } from "../../components/facts.tsx";
import { Form } from "../../components/form.tsx";
import { Notice } from "../../components/panel.tsx";
import { TextField } from "../../components/text-fields.tsx";
import type { FieldError } from "../../forms/form-check.ts";
import type { FormInput } from "../../forms/form-input.ts";
import { Page } from "../../layout/page.tsx";
import type { PageContext } from "../../layout/page-context.ts";

/** The form under which an overseer sees a party in clear (查询登记). */
export function ClearReadingForm(props: {
  readonly caseId: string;
  readonly csrfToken: string;
  readonly input?: FormInput;
  readonly errors?: readonly FieldError[];
}): ReactNode {
  const { caseId, csrfToken, input, errors } = props;
  return (
    <Form
      action={`/cases/${caseId}/party`}
      csrfToken={csrfToken}
      submit="登记并查看明文"
      label="查看当事人明文信息"
      {...(input === undefined ? {} : { input })}
      {...(errors === undefined ? {} : { errors })}
    >
      <TextField
        name="purpose"
        label="查询目的"
        hint="查询人、目的和时间都会登记，供审计"
        maxLength={200}
      />
    </Form>
  );
}

/** A party in clear, after the purpose was put on record. */
export function PartyInClearPage(props: {
  readonly context: PageContext;
  readonly caseId: string;
  readonly party: PartyView | null;
  readonly input: FormInput;
  readonly errors: readonly FieldError[];
}): ReactNode {
  const { context, caseId, party, input, errors } = props;
  return (
    <Page
      context={context}
      title="当事人明文信息"
      crumbs={[{ title: "案件", path: `/cases/${caseId}` }]}
    >
      <h1>当事人明文信息</h1>
      {party === null ? (
        <ClearReadingForm
          caseId={caseId}
          csrfToken={context.csrfToken}
          input={input}
          errors={errors}
        />
      ) : (
        <>
          <Notice>
            <p>这次查询已经登记。</p>
          </Notice>
          <Facts
            facts={[
              ["姓名（名称）", party.name],
              ["证件号码（代码）", party.identifier],
              ["住址（住所）", party.address ?? "未登记"],
              ["联系电话", party.phone ?? "未登记"],
            ]}
          />
        </>
      )}
    </Page>
  );
}
