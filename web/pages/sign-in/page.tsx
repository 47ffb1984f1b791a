import type { ReactNode } from "react";
import { Form } from "../../components/form.tsx";
import { Notice } from "../../components/panel.tsx";
import { TextField } from "../../components/text-fields.tsx";
import type { FieldError } from "../../forms/form-check.ts";
import type { FormInput } from "../../forms/form-input.ts";
import { Page } from "../../layout/page.tsx";
import type { PageContext } from "../../layout/page-context.ts";
import { TryLater } from "./try-later.tsx";

/** Where officials sign in. */
export function SignInPage(props: {
  readonly context: PageContext;
  /** Where to go afterwards. */
  readonly next: string;
  readonly input: FormInput;
  readonly errors: readonly FieldError[];
  readonly lockedSeconds: number | null;
}): ReactNode {
  const { context, next, lockedSeconds } = props;
  return (
    <Page context={context} title="工作人员登录">
      <h1>工作人员登录</h1>
      <TryLater seconds={lockedSeconds} />
      {context.mode === "demo" ? (
        <Notice>
          <p>演示账号和口令显示在启动系统的终端里，也保存在数据文件夹的 demo-accounts.json 中。</p>
        </Notice>
      ) : null}
      <Form
        action="/sign-in"
        csrfToken={context.csrfToken}
        submit="登录"
        input={props.input}
        errors={props.errors}
      >
        <input type="hidden" name="next" value={next} />
        <TextField name="username" label="账号" autoComplete="username" short />
        <TextField
          name="password"
          label="口令"
          kind="password"
          autoComplete="current-password"
          short
        />
      </Form>
      <p>
        当事人请由<a href="/portal">当事人入口</a>进入。
      </p>
    </Page>
  );
}
