import type { ReactNode } from "react";
import type { SharingBasisView } from "../../../api/use-cases/sharing-bases.ts";
import { BasisFields } from "../../components/basis-fields.tsx";
import { Form } from "../../components/form.tsx";
import { Panel } from "../../components/panel.tsx";
import { shownAgain, type PackFormProps } from "./pack-forms.tsx";

/** What lets implementers of the list know who a person is, and where a legal officer names it (知悉个人身份的依据). */
export function SharingBasisPanel(
  props: PackFormProps & { readonly basis: SharingBasisView; readonly mayEnter: boolean },
): ReactNode {
  const { view, csrfToken, basis, mayEnter } = props;
  return (
    <Panel id="sharing-basis" title="实施单位知悉个人身份的依据">
      <p>
        {basis.sharingBasis === ""
          ? "没有依据：名单上自然人的姓名和证件号码对措施实施单位也脱敏，措施因而不能落实到人。"
          : basis.sharingBasis}
      </p>
      {mayEnter && basis.basisIsEntered ? (
        <Form
          action={`/law/packs/${encodeURIComponent(view.listId)}/sharing-basis`}
          csrfToken={csrfToken}
          submit="录入"
          label="录入依据"
          prefix="basis-"
          {...shownAgain(props, "basis")}
        >
          <p className="soft">录入或者撤回后，名单上公示中的自然人随即重新告知实施单位。</p>
          <BasisFields />
        </Form>
      ) : null}
    </Panel>
  );
}
