import { randomUUID } from "node:crypto";
import type { ReactNode } from "react";
import { FormFields } from "../forms/form-context.tsx";
import type { FieldError } from "../forms/form-check.ts";
import { EMPTY_INPUT, type FormInput } from "../forms/form-input.ts";
import { ErrorSummary } from "./error-summary.tsx";

/** What a form carries when it is only to be looked at. */
export const PREVIEW_FIELD = "_preview";

interface FormProps {
  readonly action: string;
  readonly csrfToken: string;
  readonly submit: string;
  readonly input?: FormInput;
  readonly errors?: readonly FieldError[];
  /** The form takes files. */
  readonly files?: boolean;
  /** Asked again where script runs: the act cannot be undone. */
  readonly confirm?: string;
  /** Warn before what was typed is lost. */
  readonly guard?: boolean;
  readonly grave?: boolean;
  /** Words of a second button, which asks what the form would bring about without handing it in. */
  readonly preview?: string;
  readonly label?: string;
  /** Put before the ids of its fields, where another form of the page has fields of the same names. */
  readonly prefix?: string;
  readonly children?: ReactNode;
}

/** A form that posts: protected against forgery, safe to send twice, and telling what is wrong with it. */
export function Form(props: FormProps): ReactNode {
  const errors = props.errors ?? [];
  return (
    <>
      <ErrorSummary errors={errors} prefix={props.prefix} />
      <form
        method="post"
        action={props.action}
        encType={props.files === true ? "multipart/form-data" : undefined}
        data-confirm={props.confirm}
        data-guard={props.guard === true ? "" : undefined}
        aria-label={props.label}
        noValidate
      >
        <input type="hidden" name="_csrf" value={props.csrfToken} />
        <input type="hidden" name="_key" value={randomUUID()} />
        <FormFields input={props.input ?? EMPTY_INPUT} errors={errors} prefix={props.prefix}>
          {props.children}
        </FormFields>
        <button
          type="submit"
          className={props.grave === true ? "grave" : undefined}
          data-busy="正在提交……"
        >
          {props.submit}
        </button>
        {props.preview === undefined ? null : (
          <button
            type="submit"
            name={PREVIEW_FIELD}
            value="yes"
            className="plain"
            data-preview=""
            data-busy="正在生成……"
          >
            {props.preview}
          </button>
        )}
      </form>
    </>
  );
}
