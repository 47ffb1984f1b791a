import type { ReactNode } from "react";
import type { FieldError } from "../forms/form-check.ts";
import { fieldId } from "../forms/form-context.tsx";

/** Everything that is wrong with a form, at its head, each with a link to its field. It takes the focus. */
export function ErrorSummary(props: {
  readonly errors: readonly FieldError[];
  readonly prefix?: string | undefined;
}): ReactNode {
  if (props.errors.length === 0) return null;
  return (
    <div
      className="error-summary"
      role="alert"
      aria-labelledby="error-summary-title"
      tabIndex={-1}
      data-focus=""
    >
      <h2 id="error-summary-title">填写内容有误，请更正后再提交</h2>
      <ul>
        {props.errors.map((error) => (
          <li key={`${error.field} ${error.message}`}>
            <SummaryLine error={error} prefix={props.prefix} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Errors that a use-case found name no field of the form; they have nowhere to lead. */
function SummaryLine(props: {
  readonly error: FieldError;
  readonly prefix: string | undefined;
}): ReactNode {
  const { field, message } = props.error;
  if (field === "" || field.startsWith("/")) return message;
  return <a href={`#${fieldId(field, props.prefix)}`}>{message}</a>;
}
