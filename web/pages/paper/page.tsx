import type { ReactNode } from "react";
import type { PaperText } from "../../../api/use-cases/read-paper-file.ts";
import { mustBeServed } from "../../../domain/papers.ts";
import { Panel } from "../../components/panel.tsx";
import { PaperWords } from "../../components/paper-words.tsx";
import { Page } from "../../layout/page.tsx";
import type { PageContext } from "../../layout/page-context.ts";
import { printDayOr } from "../../words/print-moment.ts";

/** An official paper in words, the same as in its file. */
export function PaperPage(props: {
  readonly context: PageContext;
  readonly text: PaperText;
  readonly isParty: boolean;
}): ReactNode {
  const { context, text, isParty } = props;
  const { paper, words, caseId } = text;
  const home = isParty
    ? { title: "我的案件", path: "/portal" }
    : { title: "案件", path: `/cases/${caseId}` };
  return (
    <Page context={context} title={`${paper.title} ${paper.number}`} crumbs={[home]}>
      <h1>{paper.title}</h1>
      <p>
        送达日：{printDayOr(paper.servedOn, mustBeServed(paper.kind) ? "未送达" : "不经送达程序")}
        。在网上阅读文书不等于送达。
      </p>
      <p>
        <a className="button" href={`/papers/${paper.paperId}/file`}>
          {isParty ? "打开 PDF 原件" : "打开存卷 PDF（查阅码已遮盖）"}
        </a>
        {isParty ? null : (
          <a className="button plain" href={`/papers/${paper.paperId}/served-file`}>
            打开送达用 PDF
          </a>
        )}
        <a className="button plain" href={`/check/${paper.checkCode}`}>
          核验
        </a>
        {isParty ? null : (
          <a className="button plain" href={`/papers/${paper.paperId}/remaking`}>
            重新制作核对
          </a>
        )}
      </p>
      <Panel id="words" title="全文">
        <PaperWords blocks={words} label={paper.title} />
      </Panel>
    </Page>
  );
}
