import type { CommandKind } from "../../domain/case-file/commands.ts";
import type { ActBody } from "./act-body.ts";
import { acceptRepair } from "./accept-repair.ts";
import { agreeElectronicService } from "./agree-electronic-service.ts";
import { answerDefense } from "./answer-defense.ts";
import { answerObjection } from "./answer-objection.ts";
import { answerPresiderObjection } from "./answer-presider-objection.ts";
import { answerRemedy } from "./answer-remedy.ts";
import { applyForRepair } from "./apply-for-repair.ts";
import { approveDecision } from "./approve-decision.ts";
import { approveNotice } from "./approve-notice.ts";
import { attachEvidence } from "./attach-evidence.ts";
import { certifyHarmRepair } from "./certify-harm-repair.ts";
import { chooseConflictingSource } from "./choose-conflicting-source.ts";
import { chooseMeasures } from "./choose-measures.ts";
import { confirmServiceAddress } from "./confirm-service-address.ts";
import { denyRepair } from "./deny-repair.ts";
import { grantRepair } from "./grant-repair.ts";
import { holdHearing } from "./hold-hearing.ts";
import { holdRemoval } from "./hold-removal.ts";
import { moveToPackVersion } from "./move-to-pack-version.ts";
import { objectToPresider } from "./object-to-presider.ts";
import { objectToRecord } from "./object-to-record.ts";
import { endRestoration } from "./end-restoration.ts";
import { proposeDecision } from "./propose-decision.ts";
import { proposeRestoration } from "./propose-restoration.ts";
import { publishServiceNotice } from "./publish-service-notice.ts";
import { recordBasisAnnulled } from "./record-basis-annulled.ts";
import { recordBasisDocument } from "./record-basis-document.ts";
import { recordFulfilment } from "./record-fulfilment.ts";
import { recordRemedyOutcome } from "./record-remedy-outcome.ts";
import { recordServiceAttempt } from "./record-service-attempt.ts";
import { recordService } from "./record-service.ts";
import { recordDeliberation } from "./record-deliberation.ts";
import { recordUpperConsent } from "./record-upper-consent.ts";
import { refuseRepair } from "./refuse-repair.ts";
import { registerRemedy } from "./register-remedy.ts";
import { requestHearing } from "./request-hearing.ts";
import { restoreListing } from "./restore-listing.ts";
import { resumeEnforcement } from "./resume-enforcement.ts";
import { consentToDisplay } from "./consent-to-display.ts";
import { revokeDisplayConsent } from "./revoke-display-consent.ts";
import { revokeElectronicService } from "./revoke-electronic-service.ts";
import { refuseDecision } from "./refuse-decision.ts";
import { refuseNotice } from "./refuse-notice.ts";
import { returnDecision } from "./return-decision.ts";
import { returnFromSignOff } from "./return-from-sign-off.ts";
import { returnNotice } from "./return-notice.ts";
import { returnObjection } from "./return-objection.ts";
import { reviewRestoration } from "./review-restoration.ts";
import { scheduleHearing } from "./schedule-hearing.ts";
import { settleHarmItem } from "./settle-harm-item.ts";
import { signAnnulment } from "./sign-annulment.ts";
import { signDecision } from "./sign-decision.ts";
import { stateDefense } from "./state-defense.ts";
import { stateGrounds } from "./state-grounds.ts";
import { submitForReview } from "./submit-for-review.ts";
import { suspendEnforcement } from "./suspend-enforcement.ts";
import { verifyObjection } from "./verify-objection.ts";
import { waiveDefense } from "./waive-defense.ts";
import { waiveHearing } from "./waive-hearing.ts";
import { suspendForReorganization } from "./suspend-for-reorganization.ts";
import { resumeAfterReorganization } from "./resume-after-reorganization.ts";
import { pauseDeadline, resumeDeadline } from "./pause-deadline.ts";
import { extendDeadline } from "./extend-deadline.ts";
import { handOverCase } from "./hand-over-case.ts";
import { objectToOfficer } from "./object-to-officer.ts";
import { answerOfficerObjection } from "./answer-officer-objection.ts";
import { recordPartyEnded } from "./record-party-ended.ts";
import { transferCase } from "./transfer-case.ts";
import { withdrawCase } from "./withdraw-case.ts";
import { withdrawNotice } from "./withdraw-notice.ts";

/** The body of every act that can be done on a case. */
export const ACT_BODIES: { readonly [Kind in CommandKind]: ActBody & { readonly kind: Kind } } = {
  "record-basis-document": recordBasisDocument,
  "attach-evidence": attachEvidence,
  "state-grounds": stateGrounds,
  "choose-measures": chooseMeasures,
  "submit-for-review": submitForReview,
  "approve-notice": approveNotice,
  "return-notice": returnNotice,
  "withdraw-notice": withdrawNotice,
  "refuse-notice": refuseNotice,
  "record-service-attempt": recordServiceAttempt,
  "agree-electronic-service": agreeElectronicService,
  "revoke-electronic-service": revokeElectronicService,
  "consent-to-display": consentToDisplay,
  "revoke-display-consent": revokeDisplayConsent,
  "confirm-service-address": confirmServiceAddress,
  "publish-service-notice": publishServiceNotice,
  "record-service": recordService,
  "state-defense": stateDefense,
  "waive-defense": waiveDefense,
  "request-hearing": requestHearing,
  "waive-hearing": waiveHearing,
  "schedule-hearing": scheduleHearing,
  "object-to-presider": objectToPresider,
  "answer-presider-objection": answerPresiderObjection,
  "hold-hearing": holdHearing,
  "answer-defense": answerDefense,
  "propose-decision": proposeDecision,
  "approve-decision": approveDecision,
  "return-decision": returnDecision,
  "refuse-decision": refuseDecision,
  "record-upper-consent": recordUpperConsent,
  "record-deliberation": recordDeliberation,
  "sign-decision": signDecision,
  "return-from-sign-off": returnFromSignOff,
  "record-fulfilment": recordFulfilment,
  "choose-conflicting-source": chooseConflictingSource,
  "apply-for-repair": applyForRepair,
  "accept-repair": acceptRepair,
  "refuse-repair": refuseRepair,
  "grant-repair": grantRepair,
  "deny-repair": denyRepair,
  "hold-removal": holdRemoval,
  "register-remedy": registerRemedy,
  "answer-remedy": answerRemedy,
  "suspend-enforcement": suspendEnforcement,
  "resume-enforcement": resumeEnforcement,
  "record-remedy-outcome": recordRemedyOutcome,
  "object-to-record": objectToRecord,
  "verify-objection": verifyObjection,
  "answer-objection": answerObjection,
  "return-objection": returnObjection,
  "record-basis-annulled": recordBasisAnnulled,
  "sign-annulment": signAnnulment,
  "settle-harm-item": settleHarmItem,
  "certify-harm-repair": certifyHarmRepair,
  "propose-restoration": proposeRestoration,
  "review-restoration": reviewRestoration,
  "restore-listing": restoreListing,
  "end-restoration": endRestoration,
  "suspend-for-reorganization": suspendForReorganization,
  "resume-after-reorganization": resumeAfterReorganization,
  "extend-deadline": extendDeadline,
  "pause-deadline": pauseDeadline,
  "resume-deadline": resumeDeadline,
  "hand-over-case": handOverCase,
  "object-to-officer": objectToOfficer,
  "answer-officer-objection": answerOfficerObjection,
  "record-party-ended": recordPartyEnded,
  "transfer-case": transferCase,
  "move-to-pack-version": moveToPackVersion,
  "withdraw-case": withdrawCase,
};
