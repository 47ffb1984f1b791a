import { RULES } from "./index.ts";
import type { RegistryAct } from "./registry-rule.ts";
import { REGISTRY_RULES } from "./registry-rules.ts";
import type { ActKind, RuleHead } from "./rule.ts";

/** A rule with the acts that must obey it, whatever it looks at. */
export interface KnownRule extends RuleHead {
  readonly acts: readonly (ActKind | RegistryAct)[];
}

/** Every rule, of the procedure and of the registries, in the order of their numbers (全部规则). */
export const EVERY_RULE: readonly KnownRule[] = [...RULES, ...REGISTRY_RULES].sort((one, other) =>
  one.id < other.id ? -1 : 1,
);
