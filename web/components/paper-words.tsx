import type { ReactNode } from "react";

/** One block of a paper's words. */
export interface WordBlock {
  readonly kind: string;
  readonly text: string;
  readonly level?: number;
  readonly label?: string;
  readonly lines?: readonly string[];
}

/** The words of an official paper, the same as in its file, in reading order. */
export function PaperWords(props: {
  readonly blocks: readonly WordBlock[];
  readonly label: string;
  readonly draft?: boolean;
}): ReactNode {
  return (
    <article className="paper" aria-label={props.label}>
      {props.draft === true ? <p className="paper-draft">草稿，尚未制发，没有效力</p> : null}
      {props.blocks.map((block, index) => (
        <Block key={String(index)} block={block} />
      ))}
    </article>
  );
}

function Block(props: { readonly block: WordBlock }): ReactNode {
  const { kind, level, text, label, lines } = props.block;
  if (kind === "heading") return level === 2 ? <h3>{text}</h3> : <h4>{text}</h4>;
  if (kind !== "row") return <p className={`paper-${kind}`}>{text}</p>;
  return (
    <p className="paper-row">
      <strong>{label}</strong>：{(lines ?? []).join("；")}
    </p>
  );
}
