import type { ChannelForm } from "../listing-record.ts";

/** A form with the signature that goes along with it. */
export interface SignedForm {
  readonly form: ChannelForm;
  /** Ed25519 over the canonical form, base64. */
  readonly signature: string;
  /** The seal of the authority over the same, `sm2:certificate:signature`; absent or null where its key is none of SM2. */
  readonly sealSignature?: string | null;
}

/** What a column says about the entry, where the comparison of copies has to know. */
export type ColumnRole =
  "entry" | "version" | "state" | "name" | "identifier" | "end-day" | "signature";

/** A column of a file (字段): its heading and what stands in it. */
export interface Column {
  readonly heading: string;
  readonly role: ColumnRole | null;
  readonly cell: (signed: SignedForm) => string;
}

/** The states as files name them (状态). */
export const STATE_WORDS: Readonly<Record<ChannelForm["state"], string>> = {
  shown: "公示中",
  suspended: "暂停公示",
  removed: "已移出",
};

/** A cell from the record while it is shown; empty once it is not. */
export function shown(
  heading: string,
  cell: (record: Extract<ChannelForm, { party: unknown }>) => string,
  role: ColumnRole | null = null,
): Column {
  return { heading, role, cell: ({ form }) => ("party" in form ? cell(form) : "") };
}

/** A cell that also an entry which is no longer shown has. */
export function always(
  heading: string,
  cell: (form: ChannelForm) => string,
  role: ColumnRole | null = null,
): Column {
  return { heading, role, cell: ({ form }) => cell(form) };
}

/** A signature in a file names its kind (that of the seal stands behind it), so that no program takes one that begins with a plus for a formula. */
export function signatureCell({ signature, sealSignature }: Omit<SignedForm, "form">): string {
  const seal = sealSignature ?? "";
  return seal === "" ? `ed25519:${signature}` : `ed25519:${signature} ${seal}`;
}
