import type { Citation } from "./law/citation.ts";

/** One thing that stands against an act: which rule, what is missing, what to do. */
export interface Finding {
  /** R04, R17 …, or `stage`, `role`, `content` where no duty of the law is meant. */
  readonly ruleId: string;
  /** Chinese title of the rule. */
  readonly title: string;
  readonly citations: readonly Citation[];
  /** What is missing or broken, in Chinese, without personal data. */
  readonly missing: string;
  /** What the person can do about it, in Chinese. */
  readonly toDo: string;
}

/**
 * Why an act was not allowed (拒绝). A refusal is a value, stored with the case and shown to the person.
 *
 * `law`: a duty stands against it; `stage`: not possible where the case is now; `role`: not this person's act;
 * `content`: what was handed in is incomplete or contradicts the record.
 */
export interface Refusal {
  readonly kind: "law" | "stage" | "role" | "content";
  readonly findings: readonly Finding[];
}
