import type { ReactNode } from "react";

/** A titled block of a page that can be linked to. */
export function Panel(props: {
  readonly id: string;
  readonly title: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <section className="panel" id={props.id} aria-labelledby={`${props.id}-title`}>
      <h2 id={`${props.id}-title`}>{props.title}</h2>
      {props.children}
    </section>
  );
}

/** Something to be told, with the right weight. */
export function Notice(props: {
  readonly kind?: "info" | "success" | "warning";
  /** Read out as soon as the page is there. */
  readonly live?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const kind = props.kind ?? "info";
  return (
    <div
      className={kind === "info" ? "notice" : `notice notice-${kind}`}
      role={props.live === true ? "status" : undefined}
    >
      {props.children}
    </div>
  );
}
