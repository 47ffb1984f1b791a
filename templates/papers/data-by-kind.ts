import type { PaperKind } from "../../domain/papers.ts";
import type { AnnulmentDecisionData } from "./annulment-decision/data.ts";
import type { CorrectionDecisionData } from "./correction-decision/data.ts";
import type { DecisionNotToListData } from "./decision-not-to-list/data.ts";
import type { DecisionNotToRemoveData } from "./decision-not-to-remove/data.ts";
import type { DefenseMinutesData } from "./defense-minutes/data.ts";
import type { DefenseReceiptData } from "./defense-receipt/data.ts";
import type { HarmRepairCertificateData } from "./harm-repair-certificate/data.ts";
import type { HearingMinutesData } from "./hearing-minutes/data.ts";
import type { HearingNoticeData } from "./hearing-notice/data.ts";
import type { LegalReviewOpinionData } from "./legal-review-opinion/data.ts";
import type { ListingDecisionData } from "./listing-decision/data.ts";
import type { ObjectionAnswerData } from "./objection-answer/data.ts";
import type { PriorNoticeData } from "./prior-notice/data.ts";
import type { ProofOfServiceData } from "./proof-of-service/data.ts";
import type { PublicNoticeData } from "./public-notice/data.ts";
import type { RemovalCertificateData } from "./removal-certificate/data.ts";
import type { RemovalDecisionData } from "./removal-decision/data.ts";
import type { RepairAcceptanceNoticeData } from "./repair-acceptance-notice/data.ts";
import type { RepairNoticeData } from "./repair-notice/data.ts";
import type { RepairRefusalNoticeData } from "./repair-refusal-notice/data.ts";
import type { VerificationResultData } from "./verification-result/data.ts";
import type { WithdrawalNoticeData } from "./withdrawal-notice/data.ts";

/** Which data a kind of paper takes. */
export interface PaperDataByKind extends Record<PaperKind, object> {
  readonly "prior-notice": PriorNoticeData;
  readonly "listing-decision": ListingDecisionData;
  readonly "repair-notice": RepairNoticeData;
  readonly "decision-not-to-list": DecisionNotToListData;
  readonly "removal-decision": RemovalDecisionData;
  readonly "decision-not-to-remove": DecisionNotToRemoveData;
  readonly "repair-refusal-notice": RepairRefusalNoticeData;
  readonly "removal-certificate": RemovalCertificateData;
  readonly "annulment-decision": AnnulmentDecisionData;
  readonly "harm-repair-certificate": HarmRepairCertificateData;
  readonly "objection-answer": ObjectionAnswerData;
  readonly "correction-decision": CorrectionDecisionData;
  readonly "withdrawal-notice": WithdrawalNoticeData;
  readonly "proof-of-service": ProofOfServiceData;
  readonly "public-notice": PublicNoticeData;
  readonly "hearing-notice": HearingNoticeData;
  readonly "hearing-minutes": HearingMinutesData;
  readonly "defense-receipt": DefenseReceiptData;
  readonly "defense-minutes": DefenseMinutesData;
  readonly "verification-result": VerificationResultData;
  readonly "legal-review-opinion": LegalReviewOpinionData;
  readonly "repair-acceptance-notice": RepairAcceptanceNoticeData;
}
