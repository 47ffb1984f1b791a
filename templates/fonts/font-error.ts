/** A font file that cannot or must not be used; the message says why and what to do. */
export class FontError extends Error {
  override readonly name = "FontError";
}
