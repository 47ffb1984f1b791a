import * as decision from "./acts/decision.ts";
import * as defense from "./acts/defense.ts";
import * as display from "./acts/display.ts";
import * as draft from "./acts/draft.ts";
import * as ending from "./acts/ending.ts";
import * as harmRepair from "./acts/harm-repair.ts";
import * as hearing from "./acts/hearing.ts";
import * as movePack from "./acts/move-pack.ts";
import * as noticeReview from "./acts/notice-review.ts";
import * as objection from "./acts/objection.ts";
import * as remedies from "./acts/remedies.ts";
import * as extension from "./acts/extension.ts";
import * as forCause from "./acts/ending-for-cause.ts";
import * as hands from "./acts/hands.ts";
import * as pause from "./acts/pause.ts";
import * as reorganization from "./acts/reorganization.ts";
import * as repair from "./acts/repair.ts";
import * as restoration from "./acts/restoration.ts";
import { confirmServiceAddress } from "./acts/service-address.ts";
import * as service from "./acts/service.ts";
import type { Command } from "./commands.ts";
import type { DecideContext } from "./context.ts";
import { refuseContent, type Decided } from "./judgement.ts";
import type { CaseFile } from "./state.ts";

/** What a lawful act amounts to: the events of its own decider, or a refusal because of its content. */
// eslint-disable-next-line max-lines-per-function -- a table: one line per kind of act
export function decideContent(command: Command, file: CaseFile, context: DecideContext): Decided {
  switch (command.kind) {
    case "record-basis-document":
      return draft.recordBasisDocument(command, file);
    case "attach-evidence":
      return draft.attachEvidence(command, file);
    case "state-grounds":
      return draft.stateGrounds(command, file);
    case "choose-measures":
      return draft.chooseMeasures(command);
    case "submit-for-review":
      return draft.submitForReview(file, context);
    case "approve-notice":
      return noticeReview.approveNotice(command, file, context);
    case "withdraw-notice":
      return noticeReview.withdrawNotice(command, file);
    case "refuse-notice":
      return noticeReview.refuseNotice(command, file, context);
    case "return-notice":
      return noticeReview.returnNotice(command, file, context);
    case "record-service-attempt":
      return service.recordServiceAttempt(command, context);
    case "agree-electronic-service":
      return service.agreeElectronicService(command, context);
    case "consent-to-display":
      return display.consentToDisplay(command, file, context);
    case "revoke-display-consent":
      return display.revokeDisplayConsent(command, file);
    case "revoke-electronic-service":
      return service.revokeElectronicService(command, file, context);
    case "confirm-service-address":
      return confirmServiceAddress(command, file, context);
    case "publish-service-notice":
      return service.publishServiceNotice(command, file, context);
    case "record-service":
      return service.recordService(command, file, context);
    case "state-defense":
      return defense.stateDefense(command, file, context);
    case "waive-defense":
      return defense.waiveDefense(command, file, context);
    case "request-hearing":
      return hearing.requestHearing(command, file, context);
    case "waive-hearing":
      return hearing.waiveHearing(command, file, context);
    case "schedule-hearing":
      return hearing.scheduleHearing(command, file, context);
    case "object-to-presider":
      return hearing.objectToPresider(command, file);
    case "answer-presider-objection":
      return hearing.answerPresiderObjection(command, file);
    case "hold-hearing":
      return hearing.holdHearing(command, file, context);
    case "answer-defense":
      return defense.answerDefense(command, file, context);
    case "propose-decision":
      return decision.proposeDecision(command, file, context);
    case "approve-decision":
      return decision.approveDecision(command, file, context);
    case "refuse-decision":
      return decision.refuseDecision(command, file, context);
    case "return-decision":
      return decision.returnDecision(command, file, context);
    case "record-upper-consent":
      return decision.recordUpperConsent(command, context);
    case "record-deliberation":
      return decision.recordDeliberation(command, file, context);
    case "sign-decision":
      return decision.signDecision(command, file, context);
    case "return-from-sign-off":
      return decision.returnFromSignOff(command);
    case "record-fulfilment":
      return repair.recordFulfilment(command, context);
    case "choose-conflicting-source":
      return repair.chooseConflictingSource(command, context);
    case "apply-for-repair":
      return repair.applyForRepair(command, file, context);
    case "accept-repair":
      return repair.acceptRepair(command, file, context);
    case "refuse-repair":
      return repair.refuseRepair(command, file, context);
    case "grant-repair":
      return repair.grantRepair(command, file, context);
    case "deny-repair":
      return repair.denyRepair(command, file, context);
    case "hold-removal":
      return refuseContent("到期移出不能暂缓", "无需办理，系统到期自动移出");
    case "register-remedy":
      return remedies.registerRemedy(command, file, context);
    case "answer-remedy":
      return remedies.answerRemedy(command, file, context);
    case "suspend-enforcement":
      return remedies.suspendEnforcement(command, file, context);
    case "resume-enforcement":
      return remedies.resumeEnforcement(command, file, context);
    case "record-remedy-outcome":
      return remedies.recordRemedyOutcome(command, file, context);
    case "object-to-record":
      return objection.objectToRecord(command, file, context);
    case "verify-objection":
      return objection.verifyObjection(command, file, context);
    case "answer-objection":
      return objection.answerObjection(command, file, context);
    case "return-objection":
      return objection.returnObjection(command, file);
    case "record-basis-annulled":
      return ending.recordBasisAnnulled(command, file, context);
    case "sign-annulment":
      return ending.signAnnulment(command, file, context);
    case "settle-harm-item":
      return harmRepair.settleHarmItem(command, file);
    case "certify-harm-repair":
      return harmRepair.certifyHarmRepair(command, file, context);
    case "propose-restoration":
      return restoration.proposeRestoration(command, file, context);
    case "review-restoration":
      return restoration.reviewRestoration(command, file);
    case "restore-listing":
      return restoration.restoreListing(command, file, context);
    case "end-restoration":
      return restoration.endRestoration(command, file, context);
    case "suspend-for-reorganization":
      return reorganization.suspendForReorganization(command, file, context);
    case "resume-after-reorganization":
      return reorganization.resumeAfterReorganization(command, file, context);
    case "extend-deadline":
      return extension.extendDeadline(command, file, context);
    case "pause-deadline":
      return pause.pauseDeadline(command, file, context);
    case "resume-deadline":
      return pause.resumeDeadline(command, file, context);
    case "hand-over-case":
      return hands.handOverCase(command, file);
    case "object-to-officer":
      return hands.objectToOfficer(command, file);
    case "answer-officer-objection":
      return hands.answerOfficerObjection(command, file);
    case "record-party-ended":
      return forCause.recordPartyEnded(command, file, context);
    case "transfer-case":
      return forCause.transferCase(command, file, context);
    case "move-to-pack-version":
      return movePack.moveToPackVersion(command, file, context);
    case "withdraw-case":
      return ending.withdrawCase(command, file, context);
  }
}
