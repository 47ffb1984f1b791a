import type { ActForm } from "../act-form.ts";
import { TextArea } from "../../../components/text-fields.tsx";

interface TextFormOptions {
  readonly label: string;
  readonly hint?: string;
  readonly confirm?: string;
  readonly grave?: boolean;
}

/** What a legal reviewer is asked for, of notices and decisions alike. */
export const REVIEW_OPINION = {
  label: "审核意见",
  hint: "写明对主体、事实、证据、依据、程序和措施的审核意见",
} as const satisfies TextFormOptions;

/** A form of an opinion alone. */
export function opinionForm(options: TextFormOptions): ActForm {
  return {
    ...warnings(options),
    fields: () => <TextArea name="opinion" label={options.label} {...hintOf(options)} />,
    read: (check) => ({ opinion: check.text("opinion", `请填写${options.label}`) }),
  };
}

/** A form of reasons alone. */
export function reasonsForm(options: TextFormOptions): ActForm {
  return {
    ...warnings(options),
    fields: () => <TextArea name="reasons" label={options.label} {...hintOf(options)} />,
    read: (check) => ({ reasons: check.text("reasons", `请填写${options.label}`) }),
  };
}

function hintOf({ hint }: TextFormOptions): { hint?: string } {
  return hint === undefined ? {} : { hint };
}

function warnings({ confirm, grave }: TextFormOptions): Pick<ActForm, "confirm" | "grave"> {
  return {
    ...(confirm === undefined ? {} : { confirm }),
    ...(grave === undefined ? {} : { grave }),
  };
}
