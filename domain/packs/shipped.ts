import { CULTURE_TOURISM_PACK } from "./culture-tourism.ts";
import { GOVERNMENT_PROCUREMENT_PACK } from "./government-procurement.ts";
import type { LawPack } from "./law-pack.ts";
import { MARKET_REGULATION_PACK } from "./market-regulation.ts";
import { NATIONAL_DEFENSE_PACK } from "./national-defense.ts";
import { SOCIAL_ORGANIZATIONS_PACK } from "./social-organizations.ts";
import { UNPAID_WAGES_PACK } from "./unpaid-wages.ts";
import { WORK_SAFETY_PACK } from "./work-safety.ts";

/** The packs that come with the product (随产品提供的规则包), in the state in which the sources left them. */
export const SHIPPED_PACKS: readonly LawPack[] = [
  MARKET_REGULATION_PACK,
  UNPAID_WAGES_PACK,
  WORK_SAFETY_PACK,
  CULTURE_TOURISM_PACK,
  GOVERNMENT_PROCUREMENT_PACK,
  SOCIAL_ORGANIZATIONS_PACK,
  NATIONAL_DEFENSE_PACK,
];
