import type { ReactNode } from "react";
import { useField } from "../forms/form-context.tsx";
import { describedBy, Field, HintAndError, Requiredness, type FieldProps } from "./field.tsx";

/** One thing that can be chosen. */
export interface Choice {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
}

/** Choices from a table of titles, in its order. */
export function choicesOf(titles: Readonly<Record<string, string>>): readonly Choice[] {
  return Object.entries(titles).map(([value, label]) => ({ value, label }));
}

/** A list to choose one from; `empty` is the line that chooses nothing. */
export function SelectField(
  props: FieldProps & { readonly choices: readonly Choice[]; readonly empty?: string },
): ReactNode {
  const state = useField(props.name);
  return (
    <Field {...props}>
      <select
        id={state.id}
        name={props.name}
        className="short"
        defaultValue={state.value}
        aria-describedby={describedBy(state, props)}
        aria-invalid={state.error === null ? undefined : true}
      >
        {props.empty === undefined ? null : <option value="">{props.empty}</option>}
        {props.choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

interface ChoiceGroupProps extends FieldProps {
  readonly choices: readonly Choice[];
}

/** One of a few, all in sight. */
export function RadioGroup(props: ChoiceGroupProps): ReactNode {
  return <ChoiceGroup {...props} type="radio" />;
}

/** Any number of a few, all in sight. */
export function CheckboxGroup(props: ChoiceGroupProps): ReactNode {
  return <ChoiceGroup {...props} type="checkbox" />;
}

function ChoiceGroup(props: ChoiceGroupProps & { readonly type: "radio" | "checkbox" }): ReactNode {
  const state = useField(props.name);
  return (
    <fieldset
      className={state.error === null ? undefined : "has-error"}
      aria-describedby={describedBy(state, props)}
    >
      <legend>
        {props.label}
        <Requiredness optional={props.optional} />
      </legend>
      <HintAndError state={state} hint={props.hint} />
      {props.choices.map((choice, index) => (
        <ChoiceLine
          key={choice.value}
          choice={choice}
          name={props.name}
          type={props.type}
          // The error summary leads to the first one.
          id={index === 0 ? state.id : `${state.id}-${String(index + 1)}`}
          checked={state.values.includes(choice.value)}
        />
      ))}
    </fieldset>
  );
}

function ChoiceLine(props: {
  readonly choice: Choice;
  readonly name: string;
  readonly type: "radio" | "checkbox";
  readonly id: string;
  readonly checked: boolean;
}): ReactNode {
  const { choice, id } = props;
  const hintId = choice.hint === undefined ? undefined : `${id}-about`;
  return (
    <div className="choice">
      <input
        id={id}
        type={props.type}
        name={props.name}
        value={choice.value}
        defaultChecked={props.checked}
        aria-describedby={hintId}
      />
      <div>
        <label htmlFor={id}>{choice.label}</label>
        {choice.hint === undefined ? null : (
          <p className="hint" id={hintId}>
            {choice.hint}
          </p>
        )}
      </div>
    </div>
  );
}

/** A single statement to tick. */
export function Tick(props: {
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
}): ReactNode {
  const state = useField(props.name);
  const choice: Choice = {
    value: "yes",
    label: props.label,
    ...(props.hint === undefined ? {} : { hint: props.hint }),
  };
  return (
    <div className={state.error === null ? "field" : "field has-error"}>
      <HintAndError state={state} hint={undefined} />
      <ChoiceLine
        choice={choice}
        name={props.name}
        type="checkbox"
        id={state.id}
        checked={state.values.includes("yes")}
      />
    </div>
  );
}
