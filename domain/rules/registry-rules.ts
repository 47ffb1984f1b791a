import { ADOPTION_RULES } from "./adoption/adoption-rules.ts";
import { r41IncidentReported } from "./incidents/r41-incident-reported.ts";
import type { RegistryRule } from "./registry-rule.ts";

/** Every rule of the registries, in the order of their numbers (登记簿规则). */
export const REGISTRY_RULES: readonly RegistryRule<never>[] = [
  ...ADOPTION_RULES,
  r41IncidentReported,
];
