import type { ReactNode } from "react";
import type { PaperRemaking } from "../../../api/use-cases/remake-paper.ts";
import { Facts } from "../../components/facts.tsx";
import { Page } from "../../layout/page.tsx";
import type { PageContext } from "../../layout/page-context.ts";

const OUTCOMES: Readonly<Record<PaperRemaking["outcome"], string>> = {
  same: "相同：用制发时的数据和模板重新制作，与案卷记录和存档文件逐字节相同（不含电子签名）。",
  "made-otherwise":
    "不能逐字节比对：存档文件与案卷记录相符，但制作条件已经变化，重新制作的结果与当时不同。",
  "not-kept": "不能重新制作：该文书制发时尚未存下模板。存档文件不受影响。",
  differs:
    "不同：存档文件或者重新制作的结果与案卷记录不符，制作条件没有变化。请立即核查存档是否被改动。",
};

const DIFFERENCES = {
  renderer: "渲染程序的版本",
  fonts: "字体文件",
  zlib: "压缩库的版本",
} as const;

/** What became of making an issued paper again (重新制作核对). */
export function RemakingPage(props: {
  readonly context: PageContext;
  readonly remaking: PaperRemaking;
}): ReactNode {
  const { context, remaking } = props;
  const { paper, outcome, recordedHash, fileHash, remadeHash, differences } = remaking;
  const title = `重新制作核对：${paper.title} ${paper.number}`;
  const crumbs = [
    { title: "案件", path: `/cases/${remaking.caseId}` },
    { title: paper.title, path: `/papers/${paper.paperId}` },
  ];
  const changed =
    differences === null
      ? "制发时没有记录"
      : differences.map((each) => DIFFERENCES[each]).join("、") || "没有变化";
  return (
    <Page context={context} title={title} crumbs={crumbs}>
      <h1>{title}</h1>
      <p role="status">{OUTCOMES[outcome]}</p>
      <Facts
        facts={[
          ["案卷记录的散列", recordedHash],
          ["存档文件去除签名后的散列", fileHash ?? "没有比对"],
          ["重新制作的散列", remadeHash ?? "没有重新制作"],
          ["制发后变化了的制作条件", changed],
          ["模板版本", remaking.templateVersion],
        ]}
      />
    </Page>
  );
}
