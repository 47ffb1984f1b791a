/** A field of what was sent in, and what is wrong with it, in Chinese. */
export interface FieldError {
  /** Where it stands: `/parties/0/identifier`; empty for the whole. */
  readonly field: string;
  readonly message: string;
}

/** There is no such thing, or this person may not know of it. */
export class NotFoundError extends Error {
  override readonly name = "NotFoundError";
}

/** Nobody is signed in. */
export class NotSignedInError extends Error {
  override readonly name = "NotSignedInError";
}

/** This person's role does not allow it; what about is not a case. */
export class ForbiddenError extends Error {
  override readonly name = "ForbiddenError";
}

/** The same key came with another content: neither the old nor the new can be meant. */
export class KeyReusedError extends Error {
  override readonly name = "KeyReusedError";
}

/** It contradicts how things stand now; the message says how, in Chinese. */
export class ConflictError extends Error {
  override readonly name = "ConflictError";
}

/** What was sent in is not well-formed. */
export class BadInputError extends Error {
  override readonly name = "BadInputError";
  readonly errors: readonly FieldError[];
  constructor(errors: readonly FieldError[]) {
    super("the input is not well-formed");
    this.errors = errors;
  }
}

/** Too many attempts: only after a while again. */
export class TooManyTriesError extends Error {
  override readonly name = "TooManyTriesError";
  readonly retryAfterSeconds: number;
  constructor(retryAfterSeconds: number) {
    super("too many tries");
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Something that is needed is away; nothing was kept. */
export class UnavailableError extends Error {
  override readonly name = "UnavailableError";
}
