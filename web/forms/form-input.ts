/** A file that was handed in and lies in the store; only its number and name matter to a form. */
export interface KeptUpload {
  readonly uploadId: string;
  readonly fileName: string;
}

/** What a person typed and chose, as it came: names to texts, names to files. */
export interface FormInput {
  readonly texts: ReadonlyMap<string, readonly string[]>;
  readonly uploads: ReadonlyMap<string, readonly KeptUpload[]>;
}

/** A form nobody has filled in yet. */
export const EMPTY_INPUT: FormInput = { texts: new Map(), uploads: new Map() };

/** A form with something in it from the start. */
export function inputOf(texts: Readonly<Record<string, string | readonly string[]>>): FormInput {
  const entries = Object.entries(texts).map(
    ([name, text]) => [name, typeof text === "string" ? [text] : text] as const,
  );
  return { texts: new Map(entries), uploads: new Map() };
}

/** What was typed into a field, without blanks around it; empty where nothing was. */
export function textOf(input: FormInput, name: string): string {
  return (input.texts.get(name)?.[0] ?? "").trim();
}

/** Everything that was chosen under a name. */
export function textsOf(input: FormInput, name: string): readonly string[] {
  return input.texts.get(name) ?? [];
}

/** The files under a name. */
export function uploadsOf(input: FormInput, name: string): readonly KeptUpload[] {
  return input.uploads.get(name) ?? [];
}
