import type { ReactNode } from "react";
import type { PaperCheck } from "../../../api/use-cases/check-paper.ts";
import { isCalendarDay, printDay } from "../../../domain/deadlines/calendar-day.ts";
import { Facts } from "../../components/facts.tsx";
import { FileField } from "../../components/file-field.tsx";
import { Form } from "../../components/form.tsx";
import { Notice, Panel } from "../../components/panel.tsx";
import { SearchBar } from "../../components/search-bar.tsx";
import type { FieldError } from "../../forms/form-check.ts";
import { Page } from "../../layout/page.tsx";
import type { PageContext } from "../../layout/page-context.ts";

/** What the page of the check starts with. */
export interface CheckStart {
  readonly context: PageContext;
  readonly code: string;
  /** A code was given and no paper has it. */
  readonly unknown: boolean;
  /** A file was handed in and is none of ours. */
  readonly unknownFile: boolean;
  readonly errors: readonly FieldError[];
}

/** Where anybody checks a paper by its code, or by the file itself (文书核验). */
export function CheckPage(props: CheckStart): ReactNode {
  const { context, code, unknown } = props;
  return (
    <Page context={context} title="文书核验">
      <h1>文书核验</h1>
      <p>输入文书上的核验码，或者扫描文书上的二维码，可以核对文书是否由本系统制发、是否有效。</p>
      {unknown ? (
        <Notice kind="warning" live>
          <p>
            <strong>没有这个核验码的文书。</strong>
            请核对有没有输错；核对无误仍查不到的，文书可能是伪造的，请向文书所载机关核实。
          </p>
        </Notice>
      ) : null}
      <SearchBar
        action="/check"
        name="code"
        label="文书核验码"
        hint="在文书末页的二维码旁边，不分大小写"
        submit="核验文书"
        value={code}
      />
      <Panel id="upload" title="上传文件核验">
        {props.unknownFile ? <UnknownFile /> : null}
        <p>
          没有核验码的，可以上传您手中的 PDF 文件，查明它是不是原件、是哪一份文书。文件不会被保存。
        </p>
        <Form
          action="/check"
          csrfToken={context.csrfToken}
          submit="核验文件"
          errors={props.errors}
          files
        >
          <FileField name="file" label="文书文件" hint="PDF 文件，不超过 20 MB" />
        </Form>
      </Panel>
    </Page>
  );
}

function UnknownFile(): ReactNode {
  return (
    <Notice kind="warning" live>
      <p>
        <strong>这个文件不是本系统制发的文书原件，也认不出是哪一份文书。</strong>
        打印后扫描的文件不能核验，请输入文书上的核验码；仍查不到的，请向文书所载机关核实。
      </p>
    </Notice>
  );
}

const STATES = {
  valid: { words: "有效", className: "tag tag-green" },
  annulled: { words: "已被撤销，没有效力", className: "tag tag-red" },
  replaced: { words: "已被同一案件的新文书代替", className: "tag tag-amber" },
} as const;

/** What became of the comparison of a file with the original. */
export type FileComparison = "matches" | "differs" | null;

/** What a paper's code says: which paper it is and whether it holds. Nothing of the party. */
export function CheckResultPage(props: {
  readonly context: PageContext;
  readonly check: PaperCheck;
  readonly comparison: FileComparison;
  readonly errors: readonly FieldError[];
}): ReactNode {
  const { context, check, comparison } = props;
  const state = STATES[check.state];
  const issuedOn = isCalendarDay(check.issuedOn) ? printDay(check.issuedOn) : check.issuedOn;
  return (
    <Page context={context} title="核验结果" crumbs={[{ title: "文书核验", path: "/check" }]}>
      <h1>核验结果</h1>
      <Panel id="result" title={check.title}>
        <Facts
          facts={[
            [
              "效力",
              <span key="state" className={state.className}>
                {state.words}
              </span>,
            ],
            ["文号", check.number],
            ["制发机关", check.authorityName],
            ["制发日期", issuedOn],
            ["核验码", <code key="code">{check.code}</code>],
            ...(check.fileHash === null
              ? []
              : [["原件散列（SHA-256）", <code key="hash">{check.fileHash}</code>] as const]),
          ]}
        />
        <p className="soft">核验结果不显示当事人信息。</p>
      </Panel>
      <Panel id="compare" title="核对文件">
        {comparison === null ? null : <Comparison comparison={comparison} />}
        <p>上传您手中的 PDF 文件，核对它与原件是否逐字节相同。文件不会被保存。</p>
        <Form
          action={`/check/${check.code}`}
          csrfToken={context.csrfToken}
          submit="核对文件"
          errors={props.errors}
          files
        >
          <FileField name="file" label="文书文件" hint="PDF 文件，不超过 20 MB" />
        </Form>
      </Panel>
    </Page>
  );
}

function Comparison(props: { readonly comparison: "matches" | "differs" }): ReactNode {
  return props.comparison === "matches" ? (
    <Notice kind="success" live>
      <p>文件与原件相同。</p>
    </Notice>
  ) : (
    <Notice kind="warning" live>
      <p>
        <strong>文件与原件不同。</strong>
        它可能被改动过，也可能是打印后扫描的。请以机关送达的原件为准。
      </p>
    </Notice>
  );
}
