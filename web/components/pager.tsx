import type { ReactNode } from "react";

/** The way to the next page of a long list, with the filters kept. */
export function Pager(props: {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly nextCursor: string | null;
  readonly isFirst: boolean;
}): ReactNode {
  const { path, query, nextCursor, isFirst } = props;
  if (nextCursor === null && isFirst) return null;
  return (
    <nav className="pager" aria-label="翻页">
      {isFirst ? null : <a href={addressOf(path, query)}>回到第一页</a>}
      {nextCursor === null ? (
        <span className="soft">已是最后一页</span>
      ) : (
        <a href={addressOf(path, { ...query, cursor: nextCursor })}>下一页</a>
      )}
    </nav>
  );
}

/** An address with its query, empty values left out. */
export function addressOf(path: string, query: Readonly<Record<string, string>>): string {
  const entries = Object.entries(query).filter(([, value]) => value !== "");
  const text = new URLSearchParams(entries).toString();
  return text === "" ? path : `${path}?${text}`;
}
