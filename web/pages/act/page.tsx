import type { ReactNode } from "react";
import type { ComparedParagraph } from "../../../api/use-cases/compare-paragraphs.ts";
import { ACT_TABLE } from "../../../domain/case-file/act-table.ts";
import type { CommandKind } from "../../../domain/case-file/commands.ts";
import { paperTitle, type PaperKind } from "../../../domain/papers.ts";
import { DraftChanges } from "../../components/draft-changes.tsx";
import { FindingsList, RefusalBox, type ShownFinding } from "../../components/findings-list.tsx";
import type { ShownRefusal } from "../../components/findings-list.tsx";
import { Form } from "../../components/form.tsx";
import { Notice, Panel } from "../../components/panel.tsx";
import { PaperWords, type WordBlock } from "../../components/paper-words.tsx";
import type { FieldError } from "../../forms/form-check.ts";
import type { FormInput } from "../../forms/form-input.ts";
import { Page } from "../../layout/page.tsx";
import type { PageContext } from "../../layout/page-context.ts";
import type { ActForm, ActSubject } from "./act-form.ts";

/** The file of a draft. */
export interface DraftFile {
  /** Its address; of one that nothing was kept of, the bytes themselves (`data:`). */
  readonly href: string;
  /** Under which name it is saved; null where it is opened. */
  readonly saveAs: string | null;
}

/** A draft as it is shown: its words, or why it cannot be made yet. */
export interface ShownDraft {
  readonly kind: PaperKind;
  readonly words: readonly WordBlock[];
  /** Where its file is; null where it cannot be made yet. */
  readonly file: DraftFile | null;
  readonly missing: string | null;
  /** Titles of the sections that are still empty. */
  readonly sections: readonly string[];
  /** Beside the draft that was last sent back; null where none was. */
  readonly changes: readonly ComparedParagraph[] | null;
}

/** Where an act is done from: the case page of an official, or the page of the party. */
export interface ActPlace {
  readonly home: string;
  readonly homeTitle: string;
  readonly action: string;
  /** Where drafts lie as files; null where there are none to see. */
  readonly drafts: string | null;
}

interface ActPageProps {
  readonly context: PageContext;
  readonly kind: CommandKind;
  readonly form: ActForm;
  readonly subject: ActSubject;
  readonly place: ActPlace;
  readonly drafts: readonly ShownDraft[];
  /** The drafts are of the form as it was sent to be looked at, not of the case. */
  readonly isPreview: boolean;
  /** The papers of this act can be looked at before it is done. */
  readonly hasPreview: boolean;
  readonly input: FormInput;
  readonly errors: readonly FieldError[];
  readonly refusal: ShownRefusal | null;
  /** What stands against the act already before it is done. */
  readonly findings: readonly ShownFinding[];
}

/** The form of one act, with what stands against it, beside the drafts that it is about. */
export function ActPage(props: ActPageProps): ReactNode {
  const { context, kind, form, subject, place } = props;
  const { title } = ACT_TABLE[kind];
  return (
    <Page
      context={context}
      title={props.errors.length > 0 ? `有误：${title}` : title}
      crumbs={[{ title: place.homeTitle, path: place.home }]}
    >
      <h1>{title}</h1>
      {props.refusal === null ? null : <RefusalBox refusal={props.refusal} />}
      {props.refusal === null && props.findings.length > 0 ? (
        <Notice kind="warning">
          <h2>现在办理会被拒绝</h2>
          <FindingsList findings={props.findings} />
        </Notice>
      ) : null}
      {subject.file.returnReasons === "" || subject.isParty ? null : (
        <Notice kind="warning">
          <p>最近一次退回的理由：{subject.file.returnReasons}</p>
        </Notice>
      )}
      {props.isPreview && props.findings.length === 0 ? (
        <Notice kind="info">
          <p>{describePreview(props.drafts)}</p>
        </Notice>
      ) : null}
      <div className="columns">
        {props.drafts.map((draft) => (
          <Draft key={draft.kind} draft={draft} />
        ))}
        <Panel id="form" title="填写">
          <Form
            action={place.action}
            csrfToken={context.csrfToken}
            submit={title}
            input={props.input}
            errors={props.errors}
            guard
            files={form.files === true}
            grave={form.grave === true}
            {...(form.confirm === undefined ? {} : { confirm: form.confirm })}
            {...(props.hasPreview ? { preview: "预览文书，不提交" } : {})}
          >
            {form.fields(subject)}
          </Form>
          <p>
            <a href={place.home}>返回，不办理</a>
          </p>
        </Panel>
      </div>
    </Page>
  );
}

function describePreview(drafts: readonly ShownDraft[]): string {
  return drafts.length === 0
    ? "按现在填写的内容，办理后不产生文书。还没有提交。"
    : "这是按现在填写的内容生成的草稿，没有编号。还没有提交，案件没有变化。";
}

function Draft({ draft }: { readonly draft: ShownDraft }): ReactNode {
  const title = paperTitle(draft.kind);
  return (
    <Panel id={`draft-${draft.kind}`} title={`草稿：${title}`}>
      {draft.missing === null ? (
        <>
          {draft.file === null ? null : <FileLink file={draft.file} title={title} />}
          {draft.changes === null ? null : <DraftChanges changes={draft.changes} />}
          <PaperWords blocks={draft.words} label={`${title}草稿`} draft />
        </>
      ) : (
        <MissingParts draft={draft} missing={draft.missing} />
      )}
    </Panel>
  );
}

function FileLink(props: { readonly file: DraftFile; readonly title: string }): ReactNode {
  const { href, saveAs } = props.file;
  return (
    <p>
      {saveAs === null ? (
        <a href={href}>打开草稿 PDF（{props.title}）</a>
      ) : (
        <a href={href} download={saveAs}>
          下载草稿 PDF（{props.title}）
        </a>
      )}
    </p>
  );
}

function MissingParts(props: { readonly draft: ShownDraft; readonly missing: string }): ReactNode {
  const { sections } = props.draft;
  if (sections.length === 0) return <p>草稿还不能生成：{props.missing}</p>;
  return (
    <>
      <p>草稿还不能生成，下列部分还没有内容：</p>
      <ul>
        {sections.map((section) => (
          <li key={section}>{section}</li>
        ))}
      </ul>
    </>
  );
}

/** An act that does not belong to this person or this stage: said plainly, with where it does belong. */
export function ActNotHerePage(props: {
  readonly context: PageContext;
  readonly kind: CommandKind;
  readonly place: ActPlace;
  readonly findings: readonly ShownFinding[];
}): ReactNode {
  const { context, kind, place, findings } = props;
  const { title } = ACT_TABLE[kind];
  return (
    <Page context={context} title={title} crumbs={[{ title: place.homeTitle, path: place.home }]}>
      <h1>{title}</h1>
      <p>您现在不能在本案办理“{title}”。</p>
      {findings.length === 0 ? null : (
        <Panel id="why" title="为什么">
          <FindingsList findings={findings} />
        </Panel>
      )}
      <p>
        <a href={place.home}>返回{place.homeTitle}</a>
      </p>
    </Page>
  );
}
