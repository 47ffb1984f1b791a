import { sign } from "node:crypto";
import canonicalize from "canonicalize";
import type { Keys } from "../platform/keys.ts";

/** A form in canonical JSON with the signature over it: Ed25519, base64. */
export interface SignedForm {
  readonly body: string;
  readonly signature: string;
}

/** Writes a form down canonically and signs it (规范化并签名). The same form always gives the same body and signature. */
export function signForm(form: object, signing: Keys["signing"]): SignedForm {
  const body = canonicalize(form) ?? "";
  const signature = sign(null, Buffer.from(body), signing.privateKey).toString("base64");
  return { body, signature };
}
