import type { ReactNode } from "react";

/** A paragraph beside its earlier version. */
export interface ChangedParagraph {
  readonly kind: "same" | "added" | "removed";
  readonly text: string;
}

/** What was changed since a draft was sent back: only the paragraphs that went and came, said in words as well as in color. */
export function DraftChanges(props: { readonly changes: readonly ChangedParagraph[] }): ReactNode {
  const changed = props.changes.filter((each) => each.kind !== "same");
  return (
    <div className="draft-changes">
      <h3>与上次退回时的草稿相比</h3>
      {changed.length === 0 ? <p>文字没有变化。</p> : null}
      {changed.map((each, index) => (
        <Change key={String(index)} change={each} />
      ))}
    </div>
  );
}

function Change(props: { readonly change: ChangedParagraph }): ReactNode {
  const { kind, text } = props.change;
  return kind === "added" ? (
    <p>
      <strong>增加：</strong>
      <ins>{text}</ins>
    </p>
  ) : (
    <p>
      <strong>删去：</strong>
      <del>{text}</del>
    </p>
  );
}
