import type { ReactNode } from "react";
import type { OwnCaseView } from "../../../api/use-cases/read-own-case.ts";
import { PARTY_ROLE_TITLES } from "../../../domain/glossary.ts";
import { ActButtons } from "../../components/act-buttons.tsx";
import { Facts } from "../../components/facts.tsx";
import { FindingsList } from "../../components/findings-list.tsx";
import { Panel } from "../../components/panel.tsx";
import { Steps } from "../../components/steps.tsx";
import { Page } from "../../layout/page.tsx";
import type { PageContext } from "../../layout/page-context.ts";
import { printMoment } from "../../words/print-moment.ts";
import { OwnClocks } from "./own-clocks.tsx";
import { OwnDefense } from "./own-defense.tsx";
import { OwnPapers } from "./own-papers.tsx";
import { OwnObjections } from "./own-objections.tsx";
import { OwnRepairs } from "./own-repairs.tsx";
import { findProgress, findSituation, type Situation } from "./situation.ts";

/** What a party sees: what it got, what it can do, by when, and what happens otherwise. */
export function OwnCasePage(props: {
  readonly context: PageContext;
  readonly view: OwnCaseView;
}): ReactNode {
  const { context, view } = props;
  return (
    <Page context={context} title={`我的案件 ${view.caseNumber}`}>
      <h1>我的案件</h1>
      <FirstThings situation={findSituation(view)} />
      <OwnActs view={view} />
      <Panel id="progress" title="办到哪一步">
        <Steps label="办理进度" steps={findProgress(view)} />
      </Panel>
      <OwnPapers papers={view.papers} />
      <OwnClocks deadlines={view.deadlines} today={view.today} />
      <OwnDefense view={view} />
      <OwnRepairs view={view} />
      <OwnObjections view={view} />
      <Messages view={view} />
      <AboutCase view={view} />
    </Page>
  );
}

/** The four things that everybody asks first. */
function FirstThings(props: { readonly situation: Situation }): ReactNode {
  const { received, possible, lastDay, otherwise } = props.situation;
  return (
    <div className="columns">
      <Panel id="received" title="您收到的是什么">
        <p>{received}</p>
      </Panel>
      <Panel id="possible" title="可以做什么">
        <ul>
          {possible.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Panel>
      <Panel id="last-day" title="最晚哪一天">
        <p className="big-day">{lastDay.day}</p>
        <p>{lastDay.about}</p>
      </Panel>
      <Panel id="otherwise" title="不做会怎样">
        <p>{otherwise}</p>
      </Panel>
    </div>
  );
}

function OwnActs(props: { readonly view: OwnCaseView }): ReactNode {
  const { acts } = props.view;
  const possible = acts.filter((act) => act.possible);
  const impossible = acts.filter((act) => !act.possible);
  return (
    <Panel id="acts" title="现在可以办理">
      {possible.length === 0 ? <p>现在没有可以在网上办理的事项。</p> : null}
      <ActButtons acts={possible} folder="/portal/acts" />
      {impossible.map((act) => (
        <div key={act.kind}>
          <h3>{act.title}（现在不能办理）</h3>
          <FindingsList findings={act.findings} />
        </div>
      ))}
    </Panel>
  );
}

function Messages(props: { readonly view: OwnCaseView }): ReactNode {
  const { messages } = props.view;
  return (
    <Panel id="messages" title="通知">
      {messages.length === 0 ? (
        <p className="soft">没有通知。</p>
      ) : (
        <ul>
          {messages.map((message) => (
            <li key={message.messageId}>
              {message.text}（{printMoment(message.sentAt)}）
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function AboutCase(props: { readonly view: OwnCaseView }): ReactNode {
  const { view } = props;
  const { authority } = view;
  return (
    <Panel id="about" title="案件和承办机构">
      <Facts
        facts={[
          ["案号", view.caseNumber],
          ["当事人", view.party.name],
          ["列入身份", PARTY_ROLE_TITLES[view.partyRole]],
          ["名单", view.listName],
          ["认定部门", authority.name],
          ["联系地址", authority.contactAddress],
          ["联系电话", authority.contactPhone],
          ["复议机关", authority.reconsiderationOrgan],
          ["管辖法院", authority.court],
        ]}
      />
    </Panel>
  );
}
