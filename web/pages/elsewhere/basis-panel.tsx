import type { ReactNode } from "react";
import type { ElsewhereSource } from "../../../api/use-cases/oversee-elsewhere.ts";
import { SelectField } from "../../components/choice-fields.tsx";
import { Form } from "../../components/form.tsx";
import { Panel } from "../../components/panel.tsx";
import { BasisFields } from "../../components/basis-fields.tsx";
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
        <BasisFields />
      </Form>
    </Panel>
  );
}
