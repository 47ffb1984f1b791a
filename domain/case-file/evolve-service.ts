import type { CaseEvent } from "./events.ts";
import { owesHearing } from "./hearing.ts";
import type { CaseFile } from "./state.ts";

type ServiceEvent = Extract<
  CaseEvent,
  {
    type:
      | "PaperIssued"
      | "PaperRendered"
      | "ServiceAttempted"
      | "ElectronicServiceAgreed"
      | "ElectronicServiceRevoked"
      | "ServiceAddressConfirmed"
      | "ServiceNoticePublished"
      | "PapersServed"
      | "DefenseStated"
      | "DefenseWaived"
      | "DefensePeriodEnded"
      | "DefenseAnswered";
  }
>;

/** What papers, their service (送达) and the defense (陈述申辩) change in a case. */
export function evolveService(file: CaseFile, event: ServiceEvent): CaseFile {
  switch (event.type) {
    case "PaperIssued":
      return withPaper(file, event.paper);
    case "PaperRendered":
      return withRendering(file, event);
    case "ServiceAttempted":
      return { ...file, attempts: [...file.attempts, event.attempt] };
    case "ElectronicServiceAgreed":
      return {
        ...file,
        electronicServiceAgreedOn: event.agreedOn,
        ...(event.consent === undefined ? {} : { electronicServiceEndsOn: event.consent.endsOn }),
        evidence: [...file.evidence, event.evidence],
      };
    case "ElectronicServiceRevoked":
      return { ...file, electronicServiceAgreedOn: null };
    case "ServiceAddressConfirmed":
      return withServiceAddress(file, event);
    case "ServiceNoticePublished":
      return withServiceNotice(file, event);
    case "PapersServed":
      return withService(file, event);
    case "DefenseStated":
      return {
        ...file,
        statements: [...file.statements, event.statement],
        evidence: [
          ...file.evidence,
          ...event.statement.evidence,
          ...(event.statement.agent === undefined ? [] : [event.statement.agent.authority]),
        ],
      };
    case "DefenseWaived":
      return {
        ...file,
        waiver: event.waiver,
        evidence: [...file.evidence, event.waiver.evidence],
      };
    case "DefensePeriodEnded":
      if (file.stage === "restoration") return withRestorationHeard(file, event.reason);
      return {
        ...file,
        stage: owesHearing(file.hearing) ? "hearing" : "verification",
        defenseEnded: event.reason,
      };
    case "DefenseAnswered":
      return { ...file, answers: [...file.answers, ...event.answers] };
  }
}

function withRestorationHeard(
  file: CaseFile,
  defenseEnded: "expired" | "waived" | "final",
): CaseFile {
  return file.restoration === null
    ? file
    : { ...file, restoration: { ...file.restoration, defenseEnded } };
}

function withPaper(
  file: CaseFile,
  paper: Extract<ServiceEvent, { type: "PaperIssued" }>["paper"],
): CaseFile {
  return { ...file, papers: [...file.papers, { ...paper, fileHash: null, renderHash: null }] };
}

function withRendering(
  file: CaseFile,
  event: Extract<ServiceEvent, { type: "PaperRendered" }>,
): CaseFile {
  const papers = file.papers.map((paper) =>
    paper.paperId === event.paperId
      ? { ...paper, fileHash: event.fileHash, renderHash: event.renderHash }
      : paper,
  );
  return { ...file, papers };
}

function withServiceNotice(
  file: CaseFile,
  event: Extract<ServiceEvent, { type: "ServiceNoticePublished" }>,
): CaseFile {
  return {
    ...file,
    evidence: [...file.evidence, event.evidence],
    serviceNotice: {
      publishedOn: event.publishedOn,
      place: event.place,
      paperIds: event.paperIds,
      evidenceId: event.evidence.evidenceId,
    },
  };
}

function withService(
  file: CaseFile,
  event: Extract<ServiceEvent, { type: "PapersServed" }>,
): CaseFile {
  const served = { ...file, services: [...file.services, event.service], serviceNotice: null };
  if (file.stage === "notice-service") return { ...served, stage: "defense" };
  if (file.stage === "decision-service" && file.outcome === "listed") {
    return { ...served, stage: "published" };
  }
  return served;
}

/** The newest confirmation says alone whether papers may be served electronically. */
function withServiceAddress(
  file: CaseFile,
  event: Extract<CaseEvent, { type: "ServiceAddressConfirmed" }>,
): CaseFile {
  const { addressId, confirmedOn, electronic, evidence } = event;
  return {
    ...file,
    serviceAddress: { addressId, confirmedOn, electronic, onPaper: evidence !== null },
    electronicServiceAgreedOn: electronic ? confirmedOn : null,
    // The form is signed for the papers of this case, and so the consent in it ends with the case (a reading).
    electronicServiceEndsOn: null,
    evidence: evidence === null ? file.evidence : [...file.evidence, evidence],
  };
}
