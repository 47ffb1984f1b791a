import type { ReactNode } from "react";
import { useField, type FieldState } from "../forms/form-context.tsx";

/** What every field has: a name, a label, and words that help. */
export interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly optional?: boolean;
}

/** Ids of hint and error, in the order in which they are read out. */
export function describedBy(state: FieldState, props: FieldProps): string | undefined {
  const ids = [
    props.hint === undefined ? null : `${state.id}-hint`,
    state.error === null ? null : `${state.id}-error`,
  ].filter((id) => id !== null);
  return ids.length === 0 ? undefined : ids.join(" ");
}

/** Says beside a label whether the field can be left empty. */
export function Requiredness(props: { readonly optional: boolean | undefined }): ReactNode {
  return props.optional === true ? (
    <span className="soft">（选填）</span>
  ) : (
    <span className="required-mark">（必填）</span>
  );
}

/** The words around a control: label above it, hint and error between. */
export function Field(props: FieldProps & { readonly children: ReactNode }): ReactNode {
  const state = useField(props.name);
  return (
    <div className={state.error === null ? "field" : "field has-error"}>
      <label htmlFor={state.id}>
        {props.label}
        <Requiredness optional={props.optional} />
      </label>
      <HintAndError state={state} hint={props.hint} />
      {props.children}
    </div>
  );
}

/** Hint and error of a field, under ids that the control names. */
export function HintAndError(props: {
  readonly state: FieldState;
  readonly hint: ReactNode;
}): ReactNode {
  const { state, hint } = props;
  return (
    <>
      {hint === undefined ? null : (
        <p className="hint" id={`${state.id}-hint`}>
          {hint}
        </p>
      )}
      {state.error === null ? null : (
        <p className="field-error" id={`${state.id}-error`}>
          <span className="visually-hidden">错误：</span>
          {state.error}
        </p>
      )}
    </>
  );
}
