import { findPapersToServe, findPaper, type HeldPaper } from "../../domain/case-file/state.ts";
import { SERVICE_METHOD_TITLES, STATEMENT_FORM_TITLES } from "../../domain/glossary.ts";
import { maskParty, profileFor } from "../../domain/masking/profiles.ts";
import { printDay } from "../../domain/deadlines/calendar-day.ts";
import { TERMS } from "../../domain/deadlines/terms.ts";
import { paperTitle } from "../../domain/papers.ts";
import type { DefenseReceiptData } from "../papers/defense-receipt/data.ts";
import type { ProofOfServiceData } from "../papers/proof-of-service/data.ts";
import type { AfterServiceData, PublicNoticeData } from "../papers/public-notice/data.ts";
import * as shared from "./shared.ts";
import type { PaperSubject } from "./subject.ts";

const SHANGHAI_MS = 8 * 3_600_000;

/** 送达回证, for the newest act of service. */
export function composeProofOfService(subject: PaperSubject): ProofOfServiceData {
  const { file } = subject;
  const service = file.services.at(-1);
  if (service === undefined) throw new Error("nothing was served in this case");
  const papers = service.paperIds
    .map((paperId) => file.papers.find((paper) => paper.paperId === paperId))
    .filter((paper) => paper !== undefined);
  return {
    ...shared.composeCommon(subject),
    papers: papers.map((paper) => ({
      title: paperTitle(paper.kind),
      number: paper.number ?? "",
      copies: "1份",
    })),
    serviceMethod: SERVICE_METHOD_TITLES[service.method],
    servicePlace: subject.party.address ?? "地址未登记，见所附送达证明",
    signatory: service.signatory === "" ? null : service.signatory,
    receivedAt: printDay(service.servedOn),
    receivedByOtherReason: null,
    refusal: service.method === "left-at-address" ? service.remark : null,
    witnesses: service.witness === "" ? [] : [service.witness],
    servers: [subject.authority.name],
    remarks: service.remark === "" ? null : service.remark,
  };
}

/** 送达公告: a person's name masked, no code, no contents. */
export function composePublicNotice(subject: PaperSubject): PublicNoticeData {
  const { file, pack } = subject;
  const masked = maskParty(subject.party, profileFor(file.listId, "public-notice"));
  const served = findPapersToServe(file);
  const first = served[0];
  if (first === undefined) throw new Error("no paper of this case waits to be served");
  return {
    ...shared.composeCommon({ ...subject, party: masked }),
    paperTitle: served.map((paper) => paperTitle(paper.kind)).join("》《"),
    paperNumber: served.map((paper) => paper.number ?? "").join("、"),
    gist: `${pack.listName}认定程序中依法应当送达的文书`,
    reasons: file.attempts.map(
      (attempt) =>
        `${printDay(attempt.attemptedOn)}${SERVICE_METHOD_TITLES[attempt.method]}未能送达`,
    ),
    term: shared.printTerm("public-notice-service"),
    termBasis: shared.printCitations(TERMS["public-notice-service"].citations),
    contact: shared.composeContact(subject),
    afterService: afterService(first, subject),
  };
}

/** 陈述申辩受理回执. */
export function composeDefenseReceipt(subject: PaperSubject): DefenseReceiptData {
  const { file, pack } = subject;
  const statement = file.statements.at(-1);
  const window = file.deadlines.find((each) => each.termId === "defense-window");
  if (statement === undefined) {
    throw new Error("no defense was stated in this case");
  }
  const points = `申辩意见${String(statement.points.length)}条`;
  return {
    ...shared.composeCommon(subject),
    listName: pack.listName,
    noticeNumber: findPaper(file, "prior-notice")?.number ?? "",
    receivedAt: printMoment(statement.statedAt),
    form: STATEMENT_FORM_TITLES[statement.form],
    items: [
      { title: points, extent: "1份" },
      ...statement.evidence.map((each) => ({ title: each.title, extent: "1份" })),
    ],
    windowEndsOn: window?.endsOn ?? null,
    replyTerm: `${shared.printPackTerm(pack.values.objectionAnswerDays.value)}（${shared.printCitations(pack.values.objectionAnswerDays.citations)}）`,
    contact: shared.composeContact(subject),
  };
}

function afterService(paper: HeldPaper, subject: PaperSubject): AfterServiceData {
  if (paper.kind === "prior-notice") {
    const { defenseDays } = subject.pack.values;
    const termBasis = shared.printCitations(defenseDays.citations);
    return { kind: "defense", term: shared.printPackTerm(defenseDays.value), termBasis };
  }
  if (paper.kind !== "listing-decision") return { kind: "none" };
  return { kind: "remedies", remedies: shared.composeRemedies(subject) };
}

/** A moment in Shanghai as people write it: 2026年3月20日16时05分. */
function printMoment(iso: string): string {
  const shanghai = new Date(Date.parse(iso) + SHANGHAI_MS).toISOString();
  const day = `${Number(shanghai.slice(0, 4))}年${Number(shanghai.slice(5, 7))}月${Number(shanghai.slice(8, 10))}日`;
  return `${day}${Number(shanghai.slice(11, 13))}时${shanghai.slice(14, 16)}分`;
}
