import type { ReactNode } from "react";
import { PARTY_KIND_TITLES, PARTY_ROLE_TITLES, STAGE_TITLES } from "../../../../domain/glossary.ts";
import { printDay } from "../../../../domain/deadlines/calendar-day.ts";
import type { CaseFileView } from "../../../../api/use-cases/read-case-file.ts";
import { Facts } from "../../../components/facts.tsx";
import { Panel } from "../../../components/panel.tsx";
import { ClearReadingForm } from "../party-in-clear.tsx";
import { casePath } from "../case-data.ts";

/** Who the case is about, who handles it, under which rules (基本信息). */
export function Basics(props: {
  readonly view: CaseFileView;
  readonly csrfToken: string;
}): ReactNode {
  const { file, party, authority, pack, officerName, siblings } = props.view;
  const isPerson = party.kind === "natural-person";
  return (
    <Panel id="basics" title="基本信息">
      {party.masked ? <p className="soft">当事人信息已按您的权限脱敏。</p> : null}
      <Facts
        facts={[
          [isPerson ? "姓名" : "名称", party.name],
          [isPerson ? "居民身份证号码" : "统一社会信用代码", party.identifier],
          ["住址（住所）", party.address ?? "未登记"],
          ["联系电话", party.phone ?? "未登记"],
          ["主体类别", PARTY_KIND_TITLES[file.partyKind]],
          ["列入身份", PARTY_ROLE_TITLES[file.partyRole]],
          ["名单", `${pack.listName}（规则包第${file.packVersion}版）`],
          ["认定部门", authority.name],
          ["承办人", officerName],
          ["立案日", printDay(file.openedOn)],
          ["同一事项的其他案卷", <Siblings key="siblings" siblings={siblings} />],
        ]}
      />
      {party.masked ? <ClearReadingForm caseId={file.caseId} csrfToken={props.csrfToken} /> : null}
    </Panel>
  );
}

function Siblings(props: { readonly siblings: CaseFileView["siblings"] }): ReactNode {
  if (props.siblings.length === 0) return "没有";
  return (
    <ul>
      {props.siblings.map((sibling) => (
        <li key={sibling.caseId}>
          <a href={casePath(sibling.caseId)}>{sibling.caseNumber}</a>，
          {PARTY_ROLE_TITLES[sibling.partyRole]}，{STAGE_TITLES[sibling.stage]}
        </li>
      ))}
    </ul>
  );
}
