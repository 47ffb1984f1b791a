import type { ReactNode } from "react";
import { Form } from "../../components/form.tsx";
import { Notice } from "../../components/panel.tsx";
import { TextField } from "../../components/text-fields.tsx";
import type { FieldError } from "../../forms/form-check.ts";
import type { FormInput } from "../../forms/form-input.ts";
import { Page } from "../../layout/page.tsx";
import type { PageContext } from "../../layout/page-context.ts";
import { TryLater } from "../sign-in/try-later.tsx";

/** Where a party comes in: by the code on its paper, and the end of its number. */
export function EntrancePage(props: {
  readonly context: PageContext;
  readonly input: FormInput;
  readonly errors: readonly FieldError[];
  readonly lockedSeconds: number | null;
}): ReactNode {
  const { context, input, errors, lockedSeconds } = props;
  return (
    <Page context={context} title="当事人入口">
      <h1>当事人入口</h1>
      <p>
        凭您收到的文书上的查阅码进入，可以查看案件、陈述申辩、申请信用修复，都不收费。在网上查看文书不等于送达，期限从文书依法送达之日起算。
      </p>
      {context.person === null || context.person.actor.partyCaseId !== null ? null : (
        <Notice>
          <p>您现在以工作人员身份登录；凭查阅码进入后，将退出工作人员账号。</p>
        </Notice>
      )}
      <TryLater seconds={lockedSeconds} />
      <Form
        action="/portal/sign-in"
        csrfToken={context.csrfToken}
        submit="进入"
        input={input}
        errors={errors}
      >
        <TextField name="code" label="查阅码" hint="印在文书上，不分大小写" short />
        <TextField
          name="factor"
          label="证件号码或者统一社会信用代码的后六位"
          hint="个人填居民身份证号码后六位，单位填统一社会信用代码后六位"
          short
          maxLength={18}
        />
      </Form>
      <p>查阅码遗失的，请联系文书上写明的承办机构。</p>
    </Page>
  );
}
