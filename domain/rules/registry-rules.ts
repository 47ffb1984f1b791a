import { r41IncidentReported } from "./incidents/r41-incident-reported.ts";
import type { RegistryRule } from "./registry-rule.ts";

/** Every rule of the registries, in the order of their numbers (登记簿规则). */
export const REGISTRY_RULES: readonly RegistryRule<never>[] = [r41IncidentReported];
