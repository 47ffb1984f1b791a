import type { TemplateKind } from "../../domain/papers.ts";
import { layout as annulmentDecision } from "./annulment-decision/layout.ts";
import { layout as correctionDecision } from "./correction-decision/layout.ts";
import { layout as harmRepairCertificate } from "./harm-repair-certificate/layout.ts";
import { layout as objectionAnswer } from "./objection-answer/layout.ts";
import { layout as decisionNotToList } from "./decision-not-to-list/layout.ts";
import { layout as decisionNotToRemove } from "./decision-not-to-remove/layout.ts";
import { layout as defenseMinutes } from "./defense-minutes/layout.ts";
import { layout as defenseReceipt } from "./defense-receipt/layout.ts";
import { layout as hearingMinutes } from "./hearing-minutes/layout.ts";
import { layout as hearingNotice } from "./hearing-notice/layout.ts";
import { layout as legalReviewOpinion } from "./legal-review-opinion/layout.ts";
import { layout as listingDecision } from "./listing-decision/layout.ts";
import { layout as priorNotice } from "./prior-notice/layout.ts";
import { layout as proofOfService } from "./proof-of-service/layout.ts";
import { layout as publicNotice } from "./public-notice/layout.ts";
import { layout as removalCertificate } from "./removal-certificate/layout.ts";
import { layout as removalDecision } from "./removal-decision/layout.ts";
import { layout as repairAcceptanceNotice } from "./repair-acceptance-notice/layout.ts";
import { layout as repairNotice } from "./repair-notice/layout.ts";
import { layout as repairRefusalNotice } from "./repair-refusal-notice/layout.ts";
import { layout as serviceAddressConfirmation } from "./service-address-confirmation/layout.ts";
import { layout as verificationResult } from "./verification-result/layout.ts";
import { layout as restorationDecision } from "./restoration-decision/layout.ts";
import { layout as restorationEndNotice } from "./restoration-end-notice/layout.ts";
import { layout as restorationNotice } from "./restoration-notice/layout.ts";
import { layout as withdrawalNotice } from "./withdrawal-notice/layout.ts";
import { layout as volumeContents } from "./volume-contents/layout.ts";
import { layout as volumeCover } from "./volume-cover/layout.ts";
import { layout as volumeRemarks } from "./volume-remarks/layout.ts";
import type { AnyPaperLayout } from "./paper-layout.ts";

/** The order of blocks of every paper. */
export const LAYOUTS: Readonly<Record<TemplateKind, AnyPaperLayout>> = {
  "prior-notice": priorNotice,
  "listing-decision": listingDecision,
  "repair-notice": repairNotice,
  "decision-not-to-list": decisionNotToList,
  "removal-decision": removalDecision,
  "decision-not-to-remove": decisionNotToRemove,
  "repair-refusal-notice": repairRefusalNotice,
  "removal-certificate": removalCertificate,
  "annulment-decision": annulmentDecision,
  "harm-repair-certificate": harmRepairCertificate,
  "objection-answer": objectionAnswer,
  "correction-decision": correctionDecision,
  "restoration-notice": restorationNotice,
  "restoration-decision": restorationDecision,
  "restoration-end-notice": restorationEndNotice,
  "withdrawal-notice": withdrawalNotice,
  "proof-of-service": proofOfService,
  "public-notice": publicNotice,
  "hearing-notice": hearingNotice,
  "hearing-minutes": hearingMinutes,
  "defense-receipt": defenseReceipt,
  "defense-minutes": defenseMinutes,
  "verification-result": verificationResult,
  "legal-review-opinion": legalReviewOpinion,
  "repair-acceptance-notice": repairAcceptanceNotice,
  "service-address-confirmation": serviceAddressConfirmation,
  "volume-cover": volumeCover,
  "volume-contents": volumeContents,
  "volume-remarks": volumeRemarks,
};
