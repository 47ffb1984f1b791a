import type { ChannelForm } from "../listing-record.ts";
import { signatureCell, type Column, type SignedForm } from "../layouts/layout.ts";
import { disarm } from "../open-data.ts";

/** What a field says of an entry, where comparing has to know. */
export type FieldRole = "name" | "identifier" | "end-day";

/** The state of an entry, as receivers tell it. */
export type HeldState = ChannelForm["state"];

/** One copy of an entry as a receiver shows it (对方展示的条目). */
export interface Holding {
  readonly entryId: string;
  /** Null where what was read tells none. */
  readonly version: number | null;
  readonly state: HeldState;
  /** Every field as text: by its path in a form, by its heading in a file. */
  readonly fields: Readonly<Record<string, string>>;
  /** The signature that goes along; null where the receiver keeps none. */
  readonly signature: string | null;
}

/** What a receiver is to show of an entry (应当展示的内容). */
export interface Expectation extends Holding {
  readonly version: number;
  readonly roles: Readonly<Record<string, FieldRole>>;
  /** The fields of earlier versions, by version: an old text under a new number is found by them. */
  readonly earlier: readonly Readonly<Record<string, string>>[];
}

const FORM_ROLES: Readonly<Record<string, FieldRole>> = {
  "party.name": "name",
  "party.identifier": "identifier",
  listedThrough: "end-day",
  // As lists that others decide name it.
  shownThrough: "end-day",
};

/** A form that travels as JSON, of a listing of ours or of one that others decide. */
export interface SentForm {
  readonly entryId: string;
  readonly version: number;
  readonly state: HeldState;
}

/** What is to be shown of a form that travels as JSON. */
export function expectForm(
  { form, signature }: { readonly form: SentForm; readonly signature: string },
  earlier: readonly SentForm[],
): Expectation {
  const { entryId, version, state } = form;
  const fields = flatten(form);
  return {
    entryId,
    version,
    state,
    fields,
    signature,
    roles: FORM_ROLES,
    earlier: earlier.map(flatten),
  };
}

/** What is to be shown of a form that travels in a file of these columns. */
export function expectCells(
  signed: SignedForm,
  earlier: readonly ChannelForm[],
  columns: readonly Column[],
): Expectation {
  const { entryId, version, state } = signed.form;
  const cellsOf = (each: SignedForm): Record<string, string> =>
    Object.fromEntries(
      columns.filter(isContent).map((column) => [column.heading, disarm(column.cell(each))]),
    );
  const roles = columns.flatMap(({ heading, role }) =>
    role === "name" || role === "identifier" || role === "end-day"
      ? [[heading, role] as const]
      : [],
  );
  return {
    ...{ entryId, version, state, signature: signatureCell(signed) },
    fields: cellsOf(signed),
    roles: Object.fromEntries(roles),
    earlier: earlier.map((form) => cellsOf({ form, signature: "" })),
  };
}

/** Whether a column tells of the content, and not which entry, version, state or signature it is. */
export function isContent({ role }: Column): boolean {
  return role !== "entry" && role !== "version" && role !== "state" && role !== "signature";
}

const TOLD_APART: readonly string[] = ["entryId", "version", "state"];

/** Every field of a form as text, by its path: `party.name`, `measures.0.title`. */
export function flatten(form: object): Record<string, string> {
  const fields: Record<string, string> = {};
  collect(form, "", fields);
  for (const name of TOLD_APART) delete fields[name];
  return fields;
}

function collect(value: unknown, path: string, fields: Record<string, string>): void {
  if (typeof value === "object" && value !== null) {
    for (const [name, part] of Object.entries(value)) {
      collect(part, path === "" ? name : `${path}.${name}`, fields);
    }
    return;
  }
  fields[path] = typeof value === "string" ? value : JSON.stringify(value ?? null);
}
