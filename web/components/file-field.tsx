import type { ReactNode } from "react";
import { useField } from "../forms/form-context.tsx";
import { uploadsOf } from "../forms/form-input.ts";
import { describedBy, Field, type FieldProps } from "./field.tsx";

/** The largest file that is taken. */
export const LARGEST_FILE_BYTES = 20 * 1024 * 1024;

const KINDS = ".pdf,.png,.jpg,.jpeg,.txt,.docx";

/** A file, or several. Files handed in with a form that had errors are kept and need not be chosen again. */
export function FileField(
  props: FieldProps & {
    readonly multiple?: boolean;
    /** Other kinds of files than evidence comes in, and their own limit. */
    readonly kinds?: string;
    readonly limitBytes?: number;
  },
): ReactNode {
  const state = useField(props.name);
  const kept = uploadsOf(state.input, props.name);
  const hint = props.hint ?? "可用 PDF、PNG、JPG、TXT、DOCX，每个文件不超过 20 MB";
  return (
    <Field {...props} hint={hint}>
      <input
        id={state.id}
        name={props.name}
        type="file"
        accept={props.kinds ?? KINDS}
        multiple={props.multiple === true}
        data-limit={props.limitBytes ?? LARGEST_FILE_BYTES}
        aria-describedby={describedBy(state, { ...props, hint })}
        aria-invalid={state.error === null ? undefined : true}
      />
      <p className="hint" id={`${state.id}-size`} />
      {kept.map((upload) => (
        <p key={upload.uploadId} className="hint">
          已收到：{upload.fileName}（不必重新选择；选择新文件即替换）
          <input
            type="hidden"
            name={`${props.name}.kept`}
            value={`${upload.uploadId}|${upload.fileName}`}
          />
        </p>
      ))}
    </Field>
  );
}
