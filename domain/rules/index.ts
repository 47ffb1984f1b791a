import { r19ObjectionAnswered } from "./defense/r19-objection-answered.ts";
import { r20DefenseHeard } from "./defense/r20-defense-heard.ts";
import { r23FiveSections } from "./decision/r23-five-sections.ts";
import { r26SeparateHands } from "./decision/r26-separate-hands.ts";
import { r45LawfulWording } from "./decision/r45-lawful-wording.ts";
import { r52DecidedTogether } from "./decision/r52-decided-together.ts";
import { r01InDirectory } from "./draft/r01-in-directory.ts";
import { r03FullCapacity } from "./draft/r03-full-capacity.ts";
import { r04EffectiveDocument } from "./draft/r04-effective-document.ts";
import { r11FourAreas } from "./draft/r11-four-areas.ts";
import { r12SufficientBasis } from "./draft/r12-sufficient-basis.ts";
import { r13NationalCriteria } from "./draft/r13-national-criteria.ts";
import { r25CompetentAuthority } from "./draft/r25-competent-authority.ts";
import { r39RepealedBasis } from "./draft/r39-repealed-basis.ts";
import { r21HearingHeld } from "./hearing/r21-hearing-held.ts";
import { r27MeasuresFromList } from "./measures/r27-measures-from-list.ts";
import { r28NoCompulsion } from "./measures/r28-no-compulsion.ts";
import { r29MeasuresTold } from "./measures/r29-measures-told.ts";
import { r30Proportionality } from "./measures/r30-proportionality.ts";
import { r17PriorNotice } from "./notice/r17-prior-notice.ts";
import { r22HarmUndone } from "./removal/r22-harm-undone.ts";
import { r35RemovalOnExpiry } from "./removal/r35-removal-on-expiry.ts";
import { r36AnnulledBasis } from "./removal/r36-annulled-basis.ts";
import { r37Restoration } from "./removal/r37-restoration.ts";
import { r32RepairOpen } from "./repair/r32-repair-open.ts";
import { r33RemovalConditions } from "./repair/r33-removal-conditions.ts";
import type { Rule } from "./rule.ts";
import { r18OwnPapers } from "./service/r18-own-papers.ts";
import { r24TwoPapersTogether } from "./service/r24-two-papers-together.ts";
import { r44ConsentBounded } from "./personal-data/r44-consent-bounded.ts";
import { r47PublicNoticeLast } from "./service/r47-public-notice-last.ts";
import { r48ProofOfService } from "./service/r48-proof-of-service.ts";
import { r49ElectronicConsent } from "./service/r49-electronic-consent.ts";
import { r50LeftWithWitness } from "./service/r50-left-with-witness.ts";
import { r51OnlineRemedy } from "./service/r51-online-remedy.ts";
import { r53LawfulReceiver } from "./service/r53-lawful-receiver.ts";
import { r55SealInForce } from "./decision/r55-seal-in-force.ts";
import { r54LawfulRemedies } from "./decision/r54-lawful-remedies.ts";

/** Every rule of the procedure, in the order of their numbers (程序规则). */
export const RULES: readonly Rule[] = [
  r01InDirectory,
  r03FullCapacity,
  r04EffectiveDocument,
  r11FourAreas,
  r12SufficientBasis,
  r13NationalCriteria,
  r17PriorNotice,
  r18OwnPapers,
  r19ObjectionAnswered,
  r20DefenseHeard,
  r21HearingHeld,
  r22HarmUndone,
  r23FiveSections,
  r24TwoPapersTogether,
  r25CompetentAuthority,
  r26SeparateHands,
  r27MeasuresFromList,
  r28NoCompulsion,
  r29MeasuresTold,
  r30Proportionality,
  r32RepairOpen,
  r33RemovalConditions,
  r35RemovalOnExpiry,
  r36AnnulledBasis,
  r37Restoration,
  r39RepealedBasis,
  r44ConsentBounded,
  r45LawfulWording,
  r47PublicNoticeLast,
  r48ProofOfService,
  r49ElectronicConsent,
  r50LeftWithWitness,
  r51OnlineRemedy,
  r52DecidedTogether,
  r53LawfulReceiver,
  r54LawfulRemedies,
  r55SealInForce,
];
