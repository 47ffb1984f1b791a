import { dayOf } from "../deadlines/calendar-day.ts";
import type { Evidence } from "./content.ts";
import type { CaseEvent } from "./events.ts";
import type { CaseFile, DisplayConsent, RepairApplication } from "./state.ts";

/** Events of publication, repair, annulment and removal. */
export type PublicationEvent = Extract<
  CaseEvent,
  {
    type:
      | "ObligationFulfilled"
      | "ConflictingSourceChosen"
      | "RepairRequested"
      | "RepairAccepted"
      | "RepairRefused"
      | "RepairGranted"
      | "BasisAnnulled"
      | "DisplayConsented"
      | "DisplayConsentEnded"
      | "PublicationStarted"
      | "PublicationSuspended"
      | "PublicationShownAgain"
      | "PublicationReceived"
      | "PartyRemoved";
  }
>;

/** What publication (公示), repair (修复), annulment (撤销) and removal (移出) change in a case. */
export function evolvePublication(file: CaseFile, event: PublicationEvent): CaseFile {
  switch (event.type) {
    case "ObligationFulfilled":
      return {
        ...file,
        fulfilment: { fulfilledOn: event.fulfilledOn, remark: event.remark },
        evidence: [...file.evidence, event.evidence],
      };
    case "ConflictingSourceChosen":
      return {
        ...file,
        conflictChoice: {
          sourceId: event.sourceId,
          reasons: event.reasons,
          chosenOn: event.chosenOn,
          chosenBy: event.by.userId,
        },
      };
    case "RepairRequested":
      return withNewRepair(file, event);
    case "RepairAccepted":
      return withRepair(file, event.applicationId, {
        status: "accepted",
        acceptedOn: dayOf(new Date(event.at)),
      });
    case "RepairRefused":
      return withRepair(file, event.applicationId, {
        status: "refused",
        reasons: event.reasons,
        mayAskFrom: event.mayAskFrom,
      });
    case "RepairGranted":
      return withRepair(file, event.applicationId, { status: "granted", reasons: event.reasons });
    case "BasisAnnulled":
      return withAnnulledBasis(file, event);
    case "DisplayConsented":
      return withAudience(file, { consentedOn: event.consentedOn, endsOn: event.consent.endsOn }, [
        event.evidence,
      ]);
    case "DisplayConsentEnded":
      return withAudience(file, null);
    case "PublicationStarted":
      return { ...withNewVersion(file, "shown"), publicationStartedOn: event.startedOn };
    case "PublicationSuspended":
      return withNewVersion(file, "suspended");
    case "PublicationShownAgain":
      return withNewVersion(file, "shown");
    case "PublicationReceived":
      return withReceipt(file, event);
    case "PartyRemoved":
      return {
        ...withNewVersion(file, "removed"),
        displayConsent: null,
        stage: event.cause === "annulment" ? "harm-repair" : "removed",
        removal: { by: event.cause, removedOn: event.removedOn, reasons: event.reasons },
      };
  }
}

/** Every change of what the channels must show is a version of its own. */
function withNewVersion(file: CaseFile, state: "shown" | "suspended" | "removed"): CaseFile {
  return {
    ...file,
    publicationVersion: file.publicationVersion + 1,
    publicationState: state,
  };
}

/** Who may see a person on the list has changed: what is shown already becomes a new version. */
function withAudience(
  file: CaseFile,
  displayConsent: DisplayConsent | null,
  evidence: readonly (Evidence | null)[] = [],
): CaseFile {
  const next = file.publicationState === "shown" ? withNewVersion(file, "shown") : file;
  const added = evidence.filter((each) => each !== null);
  return { ...next, displayConsent, evidence: [...file.evidence, ...added] };
}

function withNewRepair(
  file: CaseFile,
  event: Extract<PublicationEvent, { type: "RepairRequested" }>,
): CaseFile {
  const application: RepairApplication = {
    applicationId: event.applicationId,
    filedOn: event.filedOn,
    statement: event.statement,
    pledge: event.pledge,
    evidence: event.evidence,
    status: "filed",
    acceptedOn: null,
    reasons: "",
    mayAskFrom: null,
  };
  return {
    ...file,
    repairs: [...file.repairs, application],
    evidence: [...file.evidence, event.pledge, ...event.evidence],
  };
}

function withRepair(
  file: CaseFile,
  applicationId: string,
  change: Partial<RepairApplication>,
): CaseFile {
  const repairs = file.repairs.map((each) =>
    each.applicationId === applicationId ? { ...each, ...change } : each,
  );
  return { ...file, repairs };
}

function withAnnulledBasis(
  file: CaseFile,
  event: Extract<PublicationEvent, { type: "BasisAnnulled" }>,
): CaseFile {
  const basisDocuments = file.basisDocuments.map((each) =>
    each.documentId === event.documentId ? { ...each, annulledOn: event.annulledOn } : each,
  );
  return { ...file, basisDocuments, evidence: [...file.evidence, event.evidence] };
}

function withReceipt(
  file: CaseFile,
  event: Extract<PublicationEvent, { type: "PublicationReceived" }>,
): CaseFile {
  const known = file.receipts[event.channel];
  if (known !== undefined && known.version >= event.version) return file;
  const receipt = { version: event.version, receiptId: event.receiptId };
  return { ...file, receipts: { ...file.receipts, [event.channel]: receipt } };
}
