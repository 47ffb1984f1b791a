import type { ReactNode } from "react";

/** One fact: what it is, and what it says. */
export type Fact = readonly [label: string, value: ReactNode];

/** Facts one under the other. */
export function Facts(props: { readonly facts: readonly Fact[] }): ReactNode {
  return (
    <dl className="facts">
      {props.facts.map(([label, value]) => (
        <FactLine key={label} label={label} value={value} />
      ))}
    </dl>
  );
}

function FactLine(props: { readonly label: string; readonly value: ReactNode }): ReactNode {
  return (
    <>
      <dt>{props.label}</dt>
      <dd>{props.value}</dd>
    </>
  );
}
