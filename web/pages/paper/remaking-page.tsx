import type { ReactNode } from "react";
import type {
  DraftCheck,
  PaperRemaking,
  SignatureCheck,
} from "../../../api/use-cases/remake-paper.ts";
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

const SIGNATURES: Readonly<Record<SignatureCheck["state"], string>> = {
  holds: "电子签名成立：覆盖整个文件，与所签的内容一致。",
  broken: "电子签名不成立：所签的不是这份文件的内容。请立即核查存档是否被改动。",
  none: "存档文件没有电子签名。",
};

function describeDraft({ agrees, inPaper }: DraftCheck): string {
  if (!agrees) return "与签发人所签的不符：校验值不一致。请立即核查案卷和存档是否被改动。";
  return inPaper === null
    ? "签发人签发时核对的校验值，与案卷中拟办决定的一致；该文书制发时数据中尚未写入校验值。"
    : "是签发人所签的：文书数据中的校验值、签发人签发时核对的校验值、由案卷中的拟办决定重新计算的校验值一致。";
}

function describeHashes(draft: DraftCheck): readonly (readonly [string, string])[] {
  return [
    ["签发人签发时核对的校验值", draft.signedHash],
    ["由拟办决定重新计算的校验值", draft.computedHash],
    ["文书数据中的校验值", draft.inPaper ?? "没有写入"],
  ];
}

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
      <p>{SIGNATURES[remaking.signature.state]}</p>
      {remaking.draft === null ? null : <p>{describeDraft(remaking.draft)}</p>}
      <Facts
        facts={[
          ["案卷记录的散列", recordedHash],
          ["存档文件去除签名后的散列", fileHash ?? "没有比对"],
          ["重新制作的散列", remadeHash ?? "没有重新制作"],
          ["制发后变化了的制作条件", changed],
          ["模板版本", remaking.templateVersion],
          ["电子签名证书的主体", remaking.signature.signer.join(" · ") || "没有"],
          ...(remaking.draft === null ? [] : describeHashes(remaking.draft)),
        ]}
      />
    </Page>
  );
}
