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
      {groupRows(props.blocks).map((group, index) =>
        "rows" in group ? (
          <RuledForm key={String(index)} rows={group.rows} label={props.label} />
        ) : (
          <Block key={String(index)} block={group.block} />
        ),
      )}
    </article>
  );
}

type BlockGroup = { readonly rows: WordBlock[] } | { readonly block: WordBlock };

/** Rows of a ruled form stand together in one table. */
function groupRows(blocks: readonly WordBlock[]): readonly BlockGroup[] {
  const groups: BlockGroup[] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (block.kind !== "row") groups.push({ block });
    else if (last !== undefined && "rows" in last) last.rows.push(block);
    else groups.push({ rows: [block] });
  }
  return groups;
}

function RuledForm(props: {
  readonly rows: readonly WordBlock[];
  readonly label: string;
}): ReactNode {
  return (
    <table className="paper-form" aria-label={`${props.label}的表格`}>
      <tbody>
        {props.rows.map(({ label, lines = [] }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>
              {lines.map((line, index) => (
                <p key={String(index)}>{line}</p>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Block(props: { readonly block: WordBlock }): ReactNode {
  const { kind, level, text } = props.block;
  if (kind === "heading") return level === 2 ? <h3>{text}</h3> : <h4>{text}</h4>;
  return <p className={`paper-${kind}`}>{text}</p>;
}
