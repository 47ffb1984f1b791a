import type { Role } from "../case-file/actor.ts";
import type { AdoptionCommandKind, AdoptionStage } from "./adoption.ts";

/** Who may do an act on a proposed list, and at which step. */
export interface AdoptionAct {
  readonly roles: readonly Role[];
  readonly stages: readonly AdoptionStage[];
}

const LIVE: readonly AdoptionStage[] = ["consultation", "public-comment", "criteria-publication"];

/** Who enters a proposed list in the registry. */
export const REGISTERING_ROLES: readonly Role[] = ["supervisor"];

/** The one table of what may happen to a proposed list, when, and by whom (地方名单制定的步骤). */
export const ADOPTION_ACTS: Readonly<Record<AdoptionCommandKind, AdoptionAct>> = {
  // What is out for comment is not changed any more.
  "state-criteria": { roles: ["supervisor", "legal-officer"], stages: ["consultation"] },
  "record-consultation": { roles: ["supervisor", "legal-officer"], stages: LIVE },
  "open-comment": { roles: ["supervisor"], stages: ["consultation"] },
  "close-comment": { roles: ["supervisor"], stages: ["public-comment"] },
  "publish-criteria": {
    roles: ["supervisor", "legal-officer"],
    stages: ["criteria-publication"],
  },
  // A legal officer, so that it is never the one who entered the list.
  "adopt-list": { roles: ["legal-officer"], stages: LIVE },
  "abandon-list": { roles: ["supervisor"], stages: LIVE },
};

/** Every act on a proposed list, in the order of the table. */
export const ADOPTION_KINDS: readonly AdoptionCommandKind[] =
  Object.keys(ADOPTION_ACTS).filter(isAdoptionAct);

/** Says whether a text names an act on a proposed list. */
export function isAdoptionAct(text: string): text is AdoptionCommandKind {
  return Object.hasOwn(ADOPTION_ACTS, text);
}
