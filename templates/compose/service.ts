import type { ServiceReceiver, ServiceRecord } from "../../domain/case-file/content.ts";
import { findPapersToServe, type HeldPaper } from "../../domain/case-file/state.ts";
import { SERVICE_METHOD_TITLES, SERVICE_RECEIVER_TITLES } from "../../domain/glossary.ts";
import { maskParty, profileFor } from "../../domain/masking/profiles.ts";
import { printDay } from "../../domain/deadlines/calendar-day.ts";
import { TERMS } from "../../domain/deadlines/terms.ts";
import { printCitation } from "../../domain/law/citation.ts";
import { cite } from "../../domain/law/instruments.ts";
import { paperTitle } from "../../domain/papers.ts";
import type { ProofOfServiceData } from "../papers/proof-of-service/data.ts";
import type { AfterServiceData, PublicNoticeData } from "../papers/public-notice/data.ts";
import type { ServiceAddressConfirmationData } from "../papers/service-address-confirmation/data.ts";
import * as shared from "./shared.ts";
import type { PaperSubject } from "./subject.ts";

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
    servicePlace:
      subject.serviceAddress?.address ?? subject.party.address ?? "地址未登记，见所附送达证明",
    signatory: service.signatory === "" ? null : service.signatory,
    receivedAt: printDay(service.servedOn),
    receivedByOtherReason: describeReceiver(service),
    refusal: service.method === "left-at-address" ? service.remark : null,
    witnesses: service.witness === "" ? [] : [service.witness],
    servers: [subject.authority.name],
    remarks: service.remark === "" ? null : service.remark,
  };
}

const ITSELF: readonly ServiceReceiver[] = ["party-itself", "head-of-organization"];

/** As what somebody else signed for the party. */
function describeReceiver({ receiver }: ServiceRecord): string | null {
  if (receiver === undefined || ITSELF.includes(receiver)) return null;
  return `由${SERVICE_RECEIVER_TITLES[receiver]}签收`;
}

/** 送达地址确认书, of the newest confirmation. */
export function composeServiceAddressConfirmation(
  subject: PaperSubject,
): ServiceAddressConfirmationData {
  const { file, serviceAddress } = subject;
  const confirmed = file.serviceAddress;
  if (confirmed === null || serviceAddress === null) {
    throw new Error("no address for service was confirmed in this case");
  }
  const { recipient, address, phone, electronicAddress } = serviceAddress;
  return {
    ...shared.composeCommon(subject),
    recipient,
    address,
    phone,
    electronic: confirmed.electronic ? "同意以电子方式送达本案文书" : "不同意电子送达",
    electronicAddress: confirmed.electronic ? electronicAddress : null,
    confirmedOn: confirmed.confirmedOn,
    confirmedHow: confirmed.onPaper
      ? "当事人在纸质确认书上签名或者盖章，确认书归入案卷"
      : "当事人凭查阅码登录后在网上确认",
    consequenceBasis: printCitation(cite("litigationReading", "第五十一条")),
    electronicBasis: printCitation(cite("civilProcedure", "第九十条")),
    contact: shared.composeContact(subject),
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

function afterService(paper: HeldPaper, subject: PaperSubject): AfterServiceData {
  if (paper.kind === "prior-notice") {
    const { defenseDays } = subject.pack.values;
    const termBasis = shared.printCitations(defenseDays.citations);
    return { kind: "defense", term: shared.printPackTerm(defenseDays.value), termBasis };
  }
  if (paper.kind !== "listing-decision") return { kind: "none" };
  return { kind: "remedies", remedies: shared.composeRemedies(subject) };
}
