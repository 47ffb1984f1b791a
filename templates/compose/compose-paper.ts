import type { PaperKind } from "../../domain/papers.ts";
import type { PaperDataByKind } from "../papers/data-by-kind.ts";
import * as decisions from "./decisions.ts";
import * as defense from "./defense.ts";
import * as harmRepair from "./harm-repair.ts";
import * as hearing from "./hearing.ts";
import * as legalReview from "./legal-review.ts";
import * as notices from "./notices.ts";
import * as objections from "./objections.ts";
import * as removals from "./removals.ts";
import * as restoration from "./restoration.ts";
import * as service from "./service.ts";
import type { PaperSubject } from "./subject.ts";

type Composers = { readonly [Kind in PaperKind]: (subject: PaperSubject) => PaperDataByKind[Kind] };

const COMPOSERS: Composers = {
  "prior-notice": notices.composePriorNotice,
  "restoration-notice": restoration.composeRestorationNotice,
  "restoration-decision": restoration.composeRestorationDecision,
  "restoration-end-notice": restoration.composeRestorationEnd,
  "withdrawal-notice": notices.composeWithdrawalNotice,
  "listing-decision": decisions.composeListingDecision,
  "decision-not-to-list": decisions.composeDecisionNotToList,
  "repair-notice": decisions.composeRepairNotice,
  "removal-decision": removals.composeRemovalDecision,
  "decision-not-to-remove": removals.composeDecisionNotToRemove,
  "repair-refusal-notice": removals.composeRepairRefusal,
  "removal-certificate": removals.composeRemovalCertificate,
  "annulment-decision": removals.composeAnnulmentDecision,
  "harm-repair-certificate": harmRepair.composeHarmRepairCertificate,
  "objection-answer": objections.composeObjectionAnswer,
  "correction-decision": objections.composeCorrectionDecision,
  "proof-of-service": service.composeProofOfService,
  "public-notice": service.composePublicNotice,
  "hearing-notice": hearing.composeHearingNotice,
  "hearing-minutes": hearing.composeHearingMinutes,
  "defense-receipt": defense.composeDefenseReceipt,
  "defense-minutes": defense.composeDefenseMinutes,
  "verification-result": defense.composeVerificationResult,
  "legal-review-opinion": legalReview.composeLegalReviewOpinion,
  "repair-acceptance-notice": removals.composeRepairAcceptance,
  "service-address-confirmation": service.composeServiceAddressConfirmation,
};

/** Composes what a paper says from the case it belongs to: the same case and day, the same data. */
export function composePaper<Kind extends PaperKind>(
  kind: Kind,
  subject: PaperSubject,
): PaperDataByKind[Kind] {
  return COMPOSERS[kind](subject);
}
