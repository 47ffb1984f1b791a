import { findListingEnd, type Restoration } from "../../domain/case-file/restoration.ts";
import { findPaper, findService } from "../../domain/case-file/state.ts";
import type { CalendarDay } from "../../domain/deadlines/calendar-day.ts";
import type {
  AnsweredPointData,
  RestorationDecisionData,
} from "../papers/restoration-decision/data.ts";
import type { RestorationEndNoticeData } from "../papers/restoration-end-notice/data.ts";
import type { RestorationNoticeData } from "../papers/restoration-notice/data.ts";
import * as shared from "./shared.ts";
import type { PaperSubject } from "./subject.ts";

/** 恢复列入告知书. */
export function composeRestorationNotice(subject: PaperSubject): RestorationNoticeData {
  const { pack } = subject;
  return {
    ...composeMatter(subject),
    defenseTerm: shared.printPackTerm(pack.values.defenseDays.value),
    defenseTermBasis: shared.printCitations(pack.values.defenseDays.citations),
    contact: shared.composeContact(subject),
  };
}

/** 恢复列入决定书. */
export function composeRestorationDecision(subject: PaperSubject): RestorationDecisionData {
  const { file } = subject;
  const notice = findPaper(file, "restoration-notice");
  const service = findService(file, notice?.paperId);
  if (service === undefined) throw new Error("a restoration needs a served notice");
  const { shown, sharedWith } = shared.composeReach(subject);
  return {
    ...composeMatter(subject),
    notice: shared.referTo(file, "restoration-notice"),
    noticeServedOn: service.servedOn,
    defense: composeDefense(subject),
    reasons: [findRestoration(subject).outcomeReasons],
    channels: shown,
    receivers: sharedWith,
    measures: shared.composeMeasures(file.proposal?.measures ?? [], subject),
    remedies: shared.composeRemedies(subject),
  };
}

/** 不予恢复列入告知书. */
export function composeRestorationEnd(subject: PaperSubject): RestorationEndNoticeData {
  const { file, pack } = subject;
  return {
    ...shared.composeCommon(subject),
    listName: pack.listName,
    removalDecision: shared.referTo(file, "removal-decision"),
    notice: shared.referTo(file, "restoration-notice"),
    reasons: [findRestoration(subject).outcomeReasons],
    contact: shared.composeContact(subject),
  };
}

function composeMatter(subject: PaperSubject) {
  const { file, pack } = subject;
  const { reasons } = findRestoration(subject);
  return {
    ...shared.composeCommon(subject),
    listName: pack.listName,
    partyDetails: shared.composePartyDetails(subject),
    listingDecision: shared.referTo(file, "listing-decision"),
    removalDecision: shared.referTo(file, "removal-decision"),
    findings: [reasons],
    evidence: findRestoration(subject).evidenceTitles,
    legalBasis: (pack.restorationBasis ?? []).map((each) => shared.printCitations([each])),
    listedUntil: endOfListing(subject),
  };
}

function composeDefense({ file }: PaperSubject): readonly AnsweredPointData[] {
  const before = file.restoration?.statementsBefore ?? 0;
  return file.statements
    .slice(before)
    .flatMap((statement) => statement.points)
    .map(({ pointId, text }) => {
      const answer = file.answers.find((each) => each.pointId === pointId);
      const words = answer?.outcome === "accepted" ? "采纳" : "不予采纳";
      return { point: text, answer: `${words}，${answer?.reasons ?? ""}` };
    });
}

function findRestoration({ file }: PaperSubject): Restoration {
  if (file.restoration === null) throw new Error("nothing is restored in this case");
  return file.restoration;
}

function endOfListing({ file }: PaperSubject): CalendarDay {
  const end = findListingEnd(file);
  if (end === undefined) throw new Error("the listing of this case has no end");
  return end.endsOn;
}
