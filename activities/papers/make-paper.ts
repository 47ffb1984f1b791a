import canonicalize from "canonicalize";
import type { Authority } from "../../domain/authorities/authority.ts";
import type { CalendarDay } from "../../domain/deadlines/calendar-day.ts";
import type { PaperKind } from "../../domain/papers.ts";
import type { Seals } from "../../platform/seals.ts";
import { measureSignature, signDetached } from "../../platform/signing/cms.ts";
import type { Signer } from "../../platform/signing/signer.ts";
import { composePaper } from "../../templates/compose/compose-paper.ts";
import type { PaperSubject } from "../../templates/compose/subject.ts";
import type { MadeWith } from "../../templates/made-with.ts";
import { partsToSign, placeSignature } from "../../templates/sign-paper.ts";
import type { PaperRenderer } from "./paper-renderer.ts";

/** A paper with its signature, ready to be kept. */
export interface SignedPaper {
  readonly bytes: Uint8Array;
  /** Hash of the file as it was before the signature was written into it: it can be made again from the data. */
  readonly renderHash: string;
  /** Canonical data of the paper. */
  readonly data: string;
  readonly templateVersion: string;
  readonly madeWith: MadeWith;
}

/** When a paper was issued, and when it is signed. */
export interface SigningMoments {
  /** The moment of the act, which the signature names. */
  readonly issuedAt: Date;
  readonly now: Date;
}

/** Who signs a paper: the issuing authority's seal of that day, its certificate checked for both moments. */
export function findSigner(
  seals: Seals,
  authority: Authority,
  day: CalendarDay,
  { issuedAt, now }: SigningMoments,
): Promise<Signer> {
  return seals.findSigner({ authority, day, moments: [issuedAt, now] });
}

/** Renders a paper in a thread of the pool and signs it here: keys never leave this thread. */
export async function makeSignedPaper(
  renderer: PaperRenderer,
  signer: Signer,
  kind: PaperKind,
  subject: PaperSubject,
  signedAt: Date,
): Promise<SignedPaper> {
  const data = composePaper(kind, subject);
  const room = { signedAt, bytes: measureSignature(signer) };
  const paper = await renderer.render(kind, data, { draft: false, signature: room });
  const place = paper.signaturePlace;
  if (place === null) throw new Error("a paper was made without room for its signature");
  const signature = await signDetached(signer, partsToSign(paper.bytes, place));
  return {
    bytes: placeSignature(paper.bytes, place, signature),
    renderHash: paper.renderHash,
    data: canonicalize(data) ?? "",
    templateVersion: paper.templateVersion,
    madeWith: paper.madeWith,
  };
}
