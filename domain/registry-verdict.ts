import type { Refusal } from "./refusal.ts";

/** What was ruled on an act on a registry (登记簿办理的结论), as it is kept with the act. */
export type RegistryVerdict =
  | {
      readonly outcome: "accepted";
      /** What it was done to, and which state that is in now. */
      readonly subjectId: string;
      readonly version: number;
    }
  | { readonly outcome: "refused"; readonly refusal: Refusal };
