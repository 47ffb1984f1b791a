/** Kangxi radicals and radical supplements: look-alikes of ordinary characters that fonts often map to the same glyph. */
const RADICALS = /[\u2e80-\u2fdf]/gu;
/** Compatibility ideographs: the same character under a second code. */
const COMPATIBILITY = /[\uf900-\ufaff\u{2f800}-\u{2fa1f}]/gu;
const SPACES = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f]/g;
const NOTHING = /[\u00ad\u200b\ufeff]/g;

/**
 * Brings typed text to the one form that is printed: unified characters, plain spaces, one kind of line end.
 *
 * What it cannot bring to such a form (private use, direction marks) is left in place and reported as missing.
 */
export function normalizeText(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029/g, "\n")
    .replace(RADICALS, (character) => character.normalize("NFKC"))
    .replace(COMPATIBILITY, (character) => character.normalize("NFC"))
    .replace(SPACES, " ")
    .replace(NOTHING, "");
}

/** Normalizes every text in a paper's data; shape and everything else stay as they are. */
export function normalizeData<Data>(data: Data): Data {
  return normalizeValue(data) as Data; // same shape: only the content of texts changes
}

function normalizeValue(value: unknown): unknown {
  if (typeof value === "string") return normalizeText(value);
  if (Array.isArray(value)) return value.map(normalizeValue);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]: [string, unknown]) => [name, normalizeValue(inner)]),
  );
}

/** Every text of a paper's data by its path: `party.name`, `facts.0`. */
export function listTexts(data: unknown): Record<string, string> {
  const texts: Record<string, string> = {};
  const list = (value: unknown, path: string): void => {
    if (typeof value === "string") texts[path] = value;
    if (typeof value !== "object" || value === null) return;
    for (const [name, inner] of Object.entries(value)) {
      list(inner, path === "" ? name : `${path}.${name}`);
    }
  };
  list(data, "");
  return texts;
}
