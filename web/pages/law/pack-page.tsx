import type { ReactNode } from "react";
import type { LawPackView, PackVersionView } from "../../../api/use-cases/law-packs.ts";
import type { SharingBasisView } from "../../../api/use-cases/sharing-bases.ts";
import {
  AREA_TITLES,
  AUTHORITY_LEVEL_TITLES,
  BASIS_DOCUMENT_TITLES,
  READINESS_TITLES,
} from "../../../domain/glossary.ts";
import { FindingsList, RefusalBox, type ShownRefusal } from "../../components/findings-list.tsx";
import { Facts } from "../../components/facts.tsx";
import { Form } from "../../components/form.tsx";
import { Panel } from "../../components/panel.tsx";
import { Table, type Column } from "../../components/table.tsx";
import { Page } from "../../layout/page.tsx";
import type { PageContext } from "../../layout/page-context.ts";
import { printMoment } from "../../words/print-moment.ts";
import { ConflictSection, CriteriaList, ValuesSection } from "./pack-sections.tsx";
import { EnterValueForm, ChooseSourceForm, type SentForm } from "./pack-forms.tsx";
import { SharingBasisPanel } from "./basis-panel.tsx";
import { VERSION_STATES } from "./page.tsx";

interface PackPageProps {
  readonly context: PageContext;
  readonly view: LawPackView;
  readonly basis: SharingBasisView;
  readonly sent: SentForm | null;
  readonly refusal: ShownRefusal | null;
}

/** One law pack: what it says, where that stands, what is missing, and who may complete and approve it. */
export function PackPage(props: PackPageProps): ReactNode {
  const { context, view, sent, refusal } = props;
  const { newest } = view;
  const { pack } = newest;
  const isLegalOfficer = context.person?.actor.roles.includes("legal-officer") === true;
  return (
    <Page
      context={context}
      title={`规则包：${view.listName}`}
      crumbs={[{ title: "名单规则包", path: "/law" }]}
    >
      <h1>{view.listName}</h1>
      {refusal === null ? null : <RefusalBox refusal={refusal} />}
      <Panel id="overview" title={`第${newest.version}版（${VERSION_STATES[newest.state]}）`}>
        <Facts
          facts={[
            ["适用", READINESS_TITLES[pack.readiness]],
            ["设列领域", AREA_TITLES[pack.area]],
            [
              "有权认定的层级",
              pack.competentLevels.map((each) => AUTHORITY_LEVEL_TITLES[each]).join("、"),
            ],
            ["上级同意", pack.upperConsent ? "须经上级机关同意" : "不须"],
            ["听证", pack.hearing ? "可以申请听证" : "不设听证"],
            [
              "依据文书",
              pack.basisDocumentKinds.map((each) => BASIS_DOCUMENT_TITLES[each]).join("、"),
            ],
          ]}
        />
      </Panel>
      <ValuesSection pack={pack} />
      <CriteriaList pack={pack} />
      <ConflictSection pack={pack} />
      {isLegalOfficer ? (
        <div className="columns">
          <EnterValueForm view={view} csrfToken={context.csrfToken} sent={sent} />
          <ChooseSourceForm view={view} csrfToken={context.csrfToken} sent={sent} />
        </div>
      ) : null}
      <SharingBasisPanel
        view={view}
        csrfToken={context.csrfToken}
        sent={sent}
        basis={props.basis}
        mayEnter={isLegalOfficer}
      />
      <Approval context={context} view={view} />
      <Versions versions={view.versions} />
    </Page>
  );
}

function Approval(props: { readonly context: PageContext; readonly view: LawPackView }): ReactNode {
  const { context, view } = props;
  const { newest } = view;
  if (newest.state !== "draft") return null;
  const names = newest.approvedBy.map((each) => each.name).join("、");
  return (
    <Panel id="approval" title="启用">
      <p>启用须经两人同意，其中一人为法制审核人员。已同意：{names === "" ? "没有" : names}。</p>
      {newest.obstacles.length === 0 ? (
        <Form
          action={`/law/packs/${encodeURIComponent(view.listId)}/approvals`}
          csrfToken={context.csrfToken}
          submit={`同意启用第${newest.version}版`}
          label="同意启用"
        >
          <input type="hidden" name="version" value={newest.version} />
        </Form>
      ) : (
        <>
          <p>
            <strong>现在不能启用：</strong>
          </p>
          <FindingsList findings={newest.obstacles} />
        </>
      )}
    </Panel>
  );
}

const VERSION_COLUMNS: readonly Column<PackVersionView>[] = [
  { title: "版本", cell: (each) => `第${each.version}版` },
  { title: "状态", cell: (each) => VERSION_STATES[each.state] },
  { title: "同意人", cell: (each) => each.approvedBy.map((person) => person.name).join("、") },
  {
    title: "启用时间",
    cell: (each) => (each.activatedAt === null ? "没有启用" : printMoment(each.activatedAt)),
  },
];

function Versions(props: { readonly versions: readonly PackVersionView[] }): ReactNode {
  return (
    <Panel id="versions" title="历次版本">
      <Table
        caption="历次版本"
        captionHidden
        columns={VERSION_COLUMNS}
        rows={props.versions}
        keyOf={(each) => each.version}
        empty="没有"
      />
    </Panel>
  );
}
