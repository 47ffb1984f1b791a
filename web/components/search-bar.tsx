import type { ReactNode } from "react";

/** A form of one line that asks and changes nothing. */
export function SearchBar(props: {
  readonly action: string;
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly submit: string;
  readonly value?: string;
  readonly children?: ReactNode;
}): ReactNode {
  const id = `search-${props.name}`;
  return (
    <form method="get" action={props.action} role="search" aria-label={props.submit}>
      <div className="query-bar">
        <div className="field">
          <label htmlFor={id}>{props.label}</label>
          <p className="hint" id={`${id}-hint`}>
            {props.hint}
          </p>
          <input
            id={id}
            name={props.name}
            type="search"
            maxLength={100}
            autoComplete="off"
            defaultValue={props.value}
            aria-describedby={`${id}-hint`}
          />
        </div>
        {props.children}
        <div className="buttons">
          <button type="submit">{props.submit}</button>
        </div>
      </div>
    </form>
  );
}
