import { createContext, useContext, type ReactNode } from "react";
import type { FieldError } from "./form-check.ts";
import { EMPTY_INPUT, type FormInput } from "./form-input.ts";

interface FormState {
  readonly input: FormInput;
  readonly errors: readonly FieldError[];
}

const FormContext = createContext<FormState>({ input: EMPTY_INPUT, errors: [] });

/** Gives the fields inside what was typed before, and what was wrong with it. */
export function FormFields(props: FormState & { readonly children: ReactNode }): ReactNode {
  const { input, errors, children } = props;
  return <FormContext.Provider value={{ input, errors }}>{children}</FormContext.Provider>;
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
  const { input, errors } = useContext(FormContext);
  const values = input.texts.get(name) ?? [];
  return {
    id: fieldId(name),
    value: values[0] ?? "",
    values,
    input,
    error: errors.find((each) => each.field === name)?.message ?? null,
  };
}

/** The id that a field's control carries, so that the error summary can lead there. */
export function fieldId(name: string): string {
  return `field-${name.replace(/[^\w-]/g, "-")}`;
}
