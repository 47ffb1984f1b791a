/** The stages of one listing (环节), in the order a case goes through them. */
export const STAGES = [
  "draft",
  "notice-legal-review",
  "notice-service",
  "defense",
  "hearing",
  "verification",
  "decision-legal-review",
  "upper-consent",
  "sign-off",
  "decision-service",
  "published",
  "removed",
  "restoration",
  "harm-repair",
  "closed",
] as const;

export type Stage = (typeof STAGES)[number];

/** Stages before a decision is signed, in which the authority can still end the procedure (终止程序). */
export const STAGES_BEFORE_DECISION: readonly Stage[] = [
  "draft",
  "notice-legal-review",
  "notice-service",
  "defense",
  "hearing",
  "verification",
  "decision-legal-review",
  "upper-consent",
  "sign-off",
];

/** Every stage up to the end of the listing (移出之前). */
export const STAGES_UNTIL_REMOVAL: readonly Stage[] = [
  ...STAGES_BEFORE_DECISION,
  "decision-service",
  "published",
];

/** Stages of a listing that was published and whose case is not closed: what others turned in about it is still answered. */
export const STAGES_AFTER_PUBLICATION: readonly Stage[] = [
  "published",
  "removed",
  "restoration",
  "harm-repair",
];

/** Stages in which a listing has ended but can still turn out to be wrong, or to have ended wrongly: the case is then taken up again. */
export const STAGES_AFTER_THE_END: readonly Stage[] = ["removed", "closed"];

/** Stages in which the case is still moving, that is every one but the last. */
export const LIVE_STAGES: readonly Stage[] = STAGES.filter((stage) => stage !== "closed");
