import type { Role } from "../../../domain/case-file/actor.ts";
import type { CommandKind } from "../../../domain/case-file/commands.ts";
import type { Stage } from "../../../domain/case-file/stages.ts";

/** Where an act belongs and who may do it, written down a second time, by hand, to check the table in the domain against. */
export interface ExpectedAct {
  readonly stages: readonly Stage[];
  readonly roles: readonly Role[];
}

const BEFORE_DECISION = [
  "draft",
  "notice-legal-review",
  "notice-service",
  "defense",
  "hearing",
  "verification",
  "decision-legal-review",
  "upper-consent",
  "sign-off",
] as const;

const UNTIL_REMOVED = [...BEFORE_DECISION, "decision-service", "published"] as const;
const KNOWN_TO_PARTY = [
  ...["notice-service", "defense", "hearing", "verification", "decision-legal-review"],
  ...["upper-consent", "sign-off", "decision-service", "published", "restoration"],
] as readonly Stage[];
const NOT_CLOSED = [...UNTIL_REMOVED, "removed", "restoration", "harm-repair"] as const;
const AFTER_PUBLICATION = ["published", "removed", "restoration", "harm-repair"] as const;
const EVERY_SERVICE = ["notice-service", "hearing", "decision-service", "restoration"] as const;

export const EXPECTED_ACTS: Readonly<Record<CommandKind, ExpectedAct>> = {
  "record-basis-document": { stages: ["draft"], roles: ["case-officer"] },
  "attach-evidence": { stages: [...UNTIL_REMOVED, "restoration"], roles: ["case-officer"] },
  "state-grounds": { stages: ["draft"], roles: ["case-officer"] },
  "choose-measures": { stages: ["draft"], roles: ["case-officer"] },
  "submit-for-review": { stages: ["draft"], roles: ["case-officer"] },
  "approve-notice": { stages: ["notice-legal-review"], roles: ["legal-reviewer"] },
  "return-notice": { stages: ["notice-legal-review"], roles: ["legal-reviewer"] },
  "withdraw-notice": {
    stages: ["notice-service", "defense", "hearing", "verification"],
    roles: ["case-officer"],
  },
  "refuse-notice": { stages: ["notice-legal-review"], roles: ["legal-reviewer"] },
  "refuse-decision": { stages: ["decision-legal-review"], roles: ["legal-reviewer"] },
  "record-service-attempt": { stages: EVERY_SERVICE, roles: ["case-officer"] },
  "revoke-electronic-service": { stages: NOT_CLOSED, roles: ["party", "case-officer"] },
  "agree-electronic-service": { stages: NOT_CLOSED, roles: ["case-officer"] },
  "confirm-service-address": { stages: NOT_CLOSED, roles: ["party", "case-officer"] },
  "consent-to-display": { stages: KNOWN_TO_PARTY, roles: ["party", "case-officer"] },
  "revoke-display-consent": { stages: KNOWN_TO_PARTY, roles: ["party", "case-officer"] },
  "publish-service-notice": { stages: EVERY_SERVICE, roles: ["case-officer"] },
  "record-service": { stages: EVERY_SERVICE, roles: ["case-officer"] },
  "state-defense": {
    stages: ["notice-service", "defense", "restoration"],
    roles: ["party", "case-officer"],
  },
  "waive-defense": { stages: ["defense", "restoration"], roles: ["party", "case-officer"] },
  "request-hearing": {
    stages: ["notice-service", "defense", "verification"],
    roles: ["party", "case-officer"],
  },
  "waive-hearing": {
    stages: ["defense", "hearing", "verification"],
    roles: ["party", "case-officer"],
  },
  "schedule-hearing": { stages: ["hearing"], roles: ["legal-reviewer", "legal-officer"] },
  "object-to-presider": { stages: ["hearing"], roles: ["party", "case-officer"] },
  "answer-presider-objection": { stages: ["hearing"], roles: ["head"] },
  "hold-hearing": { stages: ["hearing"], roles: ["legal-reviewer", "legal-officer"] },
  "answer-defense": { stages: ["verification", "restoration"], roles: ["case-officer"] },
  "propose-decision": { stages: ["verification"], roles: ["case-officer"] },
  "approve-decision": { stages: ["decision-legal-review"], roles: ["legal-reviewer"] },
  "return-decision": { stages: ["decision-legal-review"], roles: ["legal-reviewer"] },
  "record-upper-consent": { stages: ["upper-consent"], roles: ["case-officer"] },
  "record-deliberation": { stages: ["upper-consent", "sign-off"], roles: ["case-officer"] },
  "sign-decision": { stages: ["sign-off"], roles: ["head"] },
  "return-from-sign-off": { stages: ["sign-off"], roles: ["head"] },
  "record-fulfilment": { stages: UNTIL_REMOVED, roles: ["case-officer"] },
  "move-to-pack-version": { stages: BEFORE_DECISION, roles: ["legal-officer"] },
  "choose-conflicting-source": { stages: ["published"], roles: ["legal-officer"] },
  "apply-for-repair": { stages: ["published"], roles: ["party", "case-officer"] },
  "accept-repair": { stages: ["published"], roles: ["case-officer"] },
  "refuse-repair": { stages: ["published"], roles: ["case-officer"] },
  "grant-repair": { stages: ["published"], roles: ["head"] },
  "deny-repair": { stages: ["published"], roles: ["head"] },
  "hold-removal": { stages: ["published"], roles: ["case-officer", "head"] },
  "register-remedy": { stages: [...AFTER_PUBLICATION, "closed"], roles: ["case-officer"] },
  "answer-remedy": { stages: AFTER_PUBLICATION, roles: ["case-officer"] },
  "suspend-enforcement": { stages: ["published"], roles: ["case-officer"] },
  "resume-enforcement": { stages: ["published"], roles: ["case-officer"] },
  "record-remedy-outcome": { stages: AFTER_PUBLICATION, roles: ["case-officer", "supervisor"] },
  "object-to-record": { stages: ["published"], roles: ["party", "case-officer"] },
  "verify-objection": { stages: AFTER_PUBLICATION, roles: ["case-officer"] },
  "answer-objection": { stages: AFTER_PUBLICATION, roles: ["head"] },
  "return-objection": { stages: AFTER_PUBLICATION, roles: ["head"] },
  "record-basis-annulled": {
    stages: [...UNTIL_REMOVED, "removed", "restoration", "closed"],
    roles: ["case-officer", "supervisor"],
  },
  "sign-annulment": { stages: ["published", "removed"], roles: ["head"] },
  "settle-harm-item": { stages: ["harm-repair"], roles: ["case-officer"] },
  "certify-harm-repair": { stages: ["harm-repair"], roles: ["head"] },
  "propose-restoration": { stages: ["removed", "closed"], roles: ["case-officer"] },
  "review-restoration": { stages: ["restoration"], roles: ["legal-reviewer"] },
  "restore-listing": { stages: ["restoration"], roles: ["head"] },
  "end-restoration": { stages: ["restoration"], roles: ["head"] },
  "suspend-for-reorganization": { stages: ["published"], roles: ["case-officer"] },
  "resume-after-reorganization": { stages: ["published"], roles: ["case-officer"] },
  "extend-deadline": { stages: NOT_CLOSED, roles: ["legal-officer"] },
  "pause-deadline": { stages: BEFORE_DECISION, roles: ["legal-officer"] },
  "resume-deadline": { stages: BEFORE_DECISION, roles: ["legal-officer"] },
  "hand-over-case": { stages: NOT_CLOSED, roles: ["head", "supervisor"] },
  "object-to-officer": {
    stages: [...BEFORE_DECISION, "restoration"],
    roles: ["party", "case-officer"],
  },
  "answer-officer-objection": { stages: [...BEFORE_DECISION, "restoration"], roles: ["head"] },
  "record-party-ended": {
    stages: [...BEFORE_DECISION, "decision-service"],
    roles: ["case-officer"],
  },
  "transfer-case": { stages: BEFORE_DECISION, roles: ["case-officer"] },
  "withdraw-case": { stages: BEFORE_DECISION, roles: ["case-officer"] },
};
