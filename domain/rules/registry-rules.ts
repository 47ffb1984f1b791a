import { ADOPTION_RULES } from "./adoption/adoption-rules.ts";
import { r41IncidentReported } from "./incidents/r41-incident-reported.ts";
import { r02SupplementApproved } from "./registries/r02-supplement-approved.ts";
import { r05LedgerKept } from "./registries/r05-ledger-kept.ts";
import type { RegistryRule } from "./registry-rule.ts";

/** Every rule of the registries, in the order of their numbers (登记簿规则). */
export const REGISTRY_RULES: readonly RegistryRule<never>[] = [
  r02SupplementApproved,
  r05LedgerKept,
  ...ADOPTION_RULES,
  r41IncidentReported,
];
