import { mayBeShown } from "../../domain/publication/find-channels.ts";
import { findPaper } from "../../domain/case-file/state.ts";
import { TERMS } from "../../domain/deadlines/terms.ts";
import { printCitation } from "../../domain/law/citation.ts";
import { cite } from "../../domain/law/instruments.ts";
import type { HearingRightData, PriorNoticeData } from "../papers/prior-notice/data.ts";
import type { WithdrawalNoticeData } from "../papers/withdrawal-notice/data.ts";
import * as shared from "./shared.ts";
import type { PaperSubject } from "./subject.ts";

/** 列入告知书. */
export function composePriorNotice(subject: PaperSubject): PriorNoticeData {
  const { file, pack, code } = subject;
  return {
    ...shared.composeCommon(subject),
    listName: pack.listName,
    partyDetails: shared.composePartyDetails(subject),
    openedOn: file.openedOn,
    facts: [...shared.composeBasisDocuments(file), ...shared.composeFacts(subject)],
    evidence: shared.composeEvidence(file),
    reasons: [...composeReplacement(file), file.grounds?.reasons ?? ""].filter(
      (text) => text !== "",
    ),
    legalBasis: shared.composeLegalBasis(subject),
    measures: shared.composeMeasures(file.measures, subject),
    proportionality: shared.composeProportionality(file.measures, subject),
    publication: composeIntendedPublication(subject),
    defense: {
      term: shared.printPackTerm(pack.values.defenseDays.value),
      termBasis: shared.printCitations(pack.values.defenseDays.citations),
      contact: shared.composeContact(subject),
      portalUrl: subject.portalUrl,
      codeShown: code.shown,
      code: code.text,
    },
    hearing: pack.hearing ? composeHearingRight() : null,
  };
}

/** A notice that is given anew says which one it replaces, and why. */
function composeReplacement({ withdrawnNotice, papers }: PaperSubject["file"]): readonly string[] {
  if (withdrawnNotice === undefined) return [];
  const number = papers.find((paper) => paper.paperId === withdrawnNotice.paperId)?.number ?? "";
  const named = number === "" ? "此前的列入告知书" : `此前的列入告知书（${number}）`;
  return [`${named}已经撤回，以本告知书为准。撤回的理由：${withdrawnNotice.reasons}`];
}

/** 听证 as a right: who gives it, and within how long it must be asked for. */
function composeHearingRight(): HearingRightData {
  return {
    basis: printCitation(cite("penaltyLaw", "第六十三条")),
    term: shared.printTerm("hearing-request"),
    termBasis: shared.printCitations(TERMS["hearing-request"].citations),
  };
}

/** 终止认定程序告知书. */
export function composeWithdrawalNotice(subject: PaperSubject): WithdrawalNoticeData {
  const { file, pack } = subject;
  return {
    ...shared.composeCommon(subject),
    listName: pack.listName,
    partyDetails: shared.composePartyDetails(subject),
    openedOn: file.openedOn,
    endedOn: subject.issuedOn ?? subject.today,
    noticeNumber: findPaper(file, "prior-notice")?.number ?? null,
    reasons: [file.withdrawal?.reasons ?? ""],
    legalBasis: shared.composeLegalBasis(subject),
    contact: shared.composeContact(subject),
  };
}

function composeIntendedPublication(subject: PaperSubject): readonly string[] {
  const { file, pack } = subject;
  const { note } = pack.personDisplayBasis;
  const reasons = mayBeShown(file, pack) || note === undefined ? [] : [note];
  const term = shared.printPackTerm(pack.values.listingTerm.value);
  return [
    ...reasons,
    `列入后，名单信息${shared.printReach(subject)}，列入期限为${term}，自作出决定之日起计算。`,
  ];
}
