import { createContext, useContext, type ReactNode } from "react";
import type { FieldError } from "./form-check.ts";
import { EMPTY_INPUT, type FormInput } from "./form-input.ts";

interface FormState {
  readonly input: FormInput;
  readonly errors: readonly FieldError[];
  /** Tells its fields from those of the same name in another form of the page. */
  readonly prefix?: string | undefined;
}

const FormContext = createContext<FormState>({ input: EMPTY_INPUT, errors: [] });

/** Gives the fields inside what was typed before, and what was wrong with it. */
export function FormFields(props: FormState & { readonly children: ReactNode }): ReactNode {
  const { children, ...state } = props;
  return <FormContext.Provider value={state}>{children}</FormContext.Provider>;
}

/** What a field needs to know of itself. */
export interface FieldState {
  readonly id: string;
  readonly value: string;
  readonly values: readonly string[];
  readonly input: FormInput;
  readonly error: string | null;
}

/** Looks a field up by its name. */
export function useField(name: string): FieldState {
  const { input, errors, prefix } = useContext(FormContext);
  const values = input.texts.get(name) ?? [];
  return {
    id: fieldId(name, prefix),
    value: values[0] ?? "",
    values,
    input,
    error: errors.find((each) => each.field === name)?.message ?? null,
  };
}

/** The id that a field's control carries, so that the error summary can lead there. */
export function fieldId(name: string, prefix = ""): string {
  return `field-${prefix}${name.replace(/[^\w-]/g, "-")}`;
}
