import { caseAt } from "./case-stages.ts";

const OPINION = { opinion: "主体、事实、证据、依据、程序、措施均无误，同意" };
const REASONS = { reasons: "理由充分" };

/** The forms of the legal review, lawfully filled in. */
export const FILLED_REVIEWS = {
  "approve-notice": {
    scene: () => caseAt("notice-legal-review"),
    day: "2026-03-13",
    by: "legal-reviewer",
    texts: OPINION,
  },
  "refuse-notice": {
    scene: () => caseAt("notice-legal-review"),
    day: "2026-03-13",
    by: "legal-reviewer",
    texts: REASONS,
  },
  "withdraw-notice": {
    scene: () => caseAt("verification"),
    day: "2026-03-25",
    by: "case-officer",
    texts: REASONS,
  },
  "return-notice": {
    scene: () => caseAt("notice-legal-review"),
    day: "2026-03-13",
    by: "legal-reviewer",
    texts: REASONS,
  },
  "approve-decision": {
    scene: () => caseAt("decision-legal-review"),
    day: "2026-03-26",
    by: "legal-reviewer",
    texts: OPINION,
  },
  "refuse-decision": {
    scene: () => caseAt("decision-legal-review"),
    day: "2026-03-26",
    by: "legal-reviewer",
    texts: REASONS,
  },
  "return-decision": {
    scene: () => caseAt("decision-legal-review"),
    day: "2026-03-26",
    by: "legal-reviewer",
    texts: REASONS,
  },
} as const;
