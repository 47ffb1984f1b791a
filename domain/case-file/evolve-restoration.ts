import type { CaseEvent } from "./events.ts";
import type { Restoration } from "./restoration.ts";
import type { CaseFile } from "./state.ts";

export type RestorationEvent = Extract<
  CaseEvent,
  {
    type:
      | "CaseTakenUpAgain"
      | "RestorationProposed"
      | "RestorationReviewed"
      | "RestorationDecided"
      | "ListingRestored"
      | "RestorationEnded"
      | "ReorganizationApproved"
      | "ReorganizationEnded";
  }
>;

/** What restoring a listing (恢复列入), taking up a closed case again, or a reorganization (重整) changes in a case. */
export function evolveRestoration(file: CaseFile, event: RestorationEvent): CaseFile {
  switch (event.type) {
    case "CaseTakenUpAgain":
      return { ...file, stage: "removed", closedOn: null };
    case "ReorganizationApproved":
      return {
        ...file,
        reorganization: { number: event.number, ruledOn: event.ruledOn },
        evidence: [...file.evidence, event.evidence],
      };
    case "ReorganizationEnded":
      return { ...file, reorganization: null, evidence: [...file.evidence, event.evidence] };
    case "RestorationProposed":
      return withProposal(file, event);
    case "RestorationReviewed":
      return {
        ...withChange(file, { review: { agrees: event.agrees, opinion: event.opinion } }),
        reviewers: [...file.reviewers, event.by.userId],
      };
    case "RestorationDecided":
      return withChange(file, { decidedOn: event.decidedOn, outcomeReasons: event.reasons });
    case "ListingRestored":
      return withListingAgain(file);
    case "RestorationEnded":
      return {
        ...withChange(file, { outcome: "ended", outcomeReasons: event.reasons }),
        stage: "removed",
        serviceNotice: null,
      };
  }
}

function withProposal(
  file: CaseFile,
  event: Extract<RestorationEvent, { type: "RestorationProposed" }>,
): CaseFile {
  return {
    ...file,
    stage: "restoration",
    evidence: [...file.evidence, ...event.evidence],
    restoration: {
      applicationId: event.applicationId,
      proposedOn: event.proposedOn,
      reasons: event.reasons,
      evidenceTitles: event.evidence.map((each) => each.title),
      statementsBefore: file.statements.length,
      defenseEnded: null,
      review: null,
      decidedOn: null,
      outcome: null,
      outcomeReasons: "",
    },
  };
}

function withChange(file: CaseFile, change: Partial<Restoration>): CaseFile {
  return file.restoration === null
    ? file
    : { ...file, restoration: { ...file.restoration, ...change } };
}

/** Shown as before. What the party is said to have fulfilled has to be shown again: the removal rested on a falsehood. */
function withListingAgain(file: CaseFile): CaseFile {
  const applicationId = file.restoration?.applicationId;
  return {
    ...withChange(file, { outcome: "restored" }),
    stage: "published",
    removal: null,
    fulfilment: null,
    publicationVersion: file.publicationVersion + 1,
    publicationState: "shown",
    repairs: file.repairs.map((each) =>
      each.applicationId === applicationId ? { ...each, status: "revoked" as const } : each,
    ),
  };
}
