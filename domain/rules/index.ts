import type { Rule } from "./rule.ts";

/** Every rule of the procedure, in the order of their numbers. */
export const RULES: readonly Rule[] = [];
