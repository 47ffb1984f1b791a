import type { AdoptionSubject } from "../../adoption/adoption.ts";
import type { RegistryRule } from "../registry-rule.ts";
import { r14LocalRegulation } from "./r14-local-regulation.ts";
import { r15OpinionsHeard } from "./r15-opinions-heard.ts";
import { r16CriteriaPublished } from "./r16-criteria-published.ts";

/** The rules that a list which exists here alone must keep on its way (地方名单的规则). */
export const ADOPTION_RULES: readonly RegistryRule<AdoptionSubject>[] = [
  r14LocalRegulation,
  r15OpinionsHeard,
  r16CriteriaPublished,
];
