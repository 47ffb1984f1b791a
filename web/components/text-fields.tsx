import type { ReactNode } from "react";
import { useField } from "../forms/form-context.tsx";
import { describedBy, Field, type FieldProps } from "./field.tsx";

interface TextFieldProps extends FieldProps {
  readonly kind?: "text" | "search" | "password" | "tel";
  readonly autoComplete?: string;
  readonly short?: boolean;
  readonly maxLength?: number;
}

/** One line of text. */
export function TextField(props: TextFieldProps): ReactNode {
  const state = useField(props.name);
  return (
    <Field {...props}>
      <input
        id={state.id}
        name={props.name}
        type={props.kind ?? "text"}
        className={props.short === true ? "short" : undefined}
        defaultValue={props.kind === "password" ? undefined : state.value}
        autoComplete={props.autoComplete ?? "off"}
        maxLength={props.maxLength ?? 300}
        aria-describedby={describedBy(state, props)}
        aria-invalid={state.error === null ? undefined : true}
      />
    </Field>
  );
}

const LONGEST_TEXT = 4000;

/** Several lines of text, with a count of characters where script runs. */
export function TextArea(props: FieldProps & { readonly rows?: number }): ReactNode {
  const state = useField(props.name);
  return (
    <Field {...props}>
      <textarea
        id={state.id}
        name={props.name}
        rows={props.rows ?? 4}
        maxLength={LONGEST_TEXT}
        defaultValue={state.value}
        aria-describedby={describedBy(state, props)}
        aria-invalid={state.error === null ? undefined : true}
      />
      <p className="hint" id={`${state.id}-count`} />
    </Field>
  );
}

/** A day, chosen or typed in the browser's own control. */
export function DayField(props: FieldProps): ReactNode {
  const state = useField(props.name);
  return (
    <Field {...props}>
      <input
        id={state.id}
        name={props.name}
        type="date"
        min="1990-01-01"
        max="2099-12-31"
        defaultValue={state.value}
        aria-describedby={describedBy(state, props)}
        aria-invalid={state.error === null ? undefined : true}
      />
    </Field>
  );
}
