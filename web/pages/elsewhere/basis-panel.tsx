import type { ReactNode } from "react";
import type { ElsewhereSource } from "../../../api/use-cases/oversee-elsewhere.ts";
import { SelectField } from "../../components/choice-fields.tsx";
import { Form } from "../../components/form.tsx";
import { Panel } from "../../components/panel.tsx";
import { TextArea, TextField } from "../../components/text-fields.tsx";
import type { FieldError } from "../../forms/form-check.ts";
import type { FormInput } from "../../forms/form-input.ts";
import type { PageContext } from "../../layout/page-context.ts";

/** Where a legal officer names what lets implementers know a person on a list (知悉个人身份的依据). */
export function BasisPanel(props: {
  readonly context: PageContext;
  readonly sources: readonly ElsewhereSource[];
  readonly input: FormInput | null;
  readonly errors: readonly FieldError[];
}): ReactNode {
  const choices = props.sources
    .filter((each) => each.basisIsEntered)
    .map(({ listId, listName }) => ({ value: listId, label: listName }));
  return (
    <Panel id="basis" title="录入实施单位知悉个人身份的依据">
      <p className="soft">
        没有依据的名单，自然人的姓名和证件号码对措施实施单位也脱敏，措施因而不能落实到人。录入或者撤回后，名单上的自然人随即重新告知实施单位。
      </p>
      <Form
        action="/elsewhere/basis"
        csrfToken={props.context.csrfToken}
        submit="录入"
        label="录入依据"
        errors={props.errors}
        {...(props.input === null ? {} : { input: props.input })}
      >
        <SelectField name="listId" label="名单" choices={choices} />
        <TextField
          name="instrument"
          label="文件名称和文号"
          hint="法律、行政法规或者党中央、国务院政策文件；撤回原来录入的依据时不填"
          maxLength={200}
          optional
        />
        <TextField name="article" label="条款" hint="例如 第九条" maxLength={100} optional short />
        <TextArea name="reasons" label="理由" />
      </Form>
    </Panel>
  );
}
