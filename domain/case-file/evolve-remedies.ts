import type { CaseEvent } from "./events.ts";
import type { Remedy } from "./remedy.ts";
import type { CaseFile } from "./state.ts";

/** Events of reconsideration and lawsuits. */
export type RemedyEvent = Extract<
  CaseEvent,
  {
    type:
      | "RemedyRegistered"
      | "RemedyAnswered"
      | "EnforcementSuspended"
      | "EnforcementResumed"
      | "RemedyDecided";
  }
>;

/** What reconsideration and lawsuits (复议、诉讼) change in a case. */
export function evolveRemedies(file: CaseFile, event: RemedyEvent): CaseFile {
  const evidence = [...file.evidence, event.evidence];
  switch (event.type) {
    case "RemedyRegistered": {
      const { remedyId, remedy, organ, number, receivedOn } = event;
      const opened: Remedy = {
        remedyId,
        remedy,
        organ,
        number,
        receivedOn,
        answeredOn: null,
        suspendedBy: null,
        ruling: null,
      };
      return { ...file, evidence, remedies: [...file.remedies, opened] };
    }
    case "RemedyAnswered":
      return { ...withRemedy(file, event, { answeredOn: event.answeredOn }), evidence };
    case "EnforcementSuspended":
      return { ...withRemedy(file, event, { suspendedBy: event.number }), evidence };
    case "EnforcementResumed":
      return { ...withRemedy(file, event, { suspendedBy: null }), evidence };
    case "RemedyDecided": {
      const decided = withRemedy(file, event, { ruling: event.ruling, suspendedBy: null });
      return { ...withKeptMeasures(decided, event.keptMeasureIds), evidence };
    }
  }
}

function withRemedy(
  file: CaseFile,
  { remedyId }: { readonly remedyId: string },
  change: Partial<Remedy>,
): CaseFile {
  const remedies = file.remedies.map((each) =>
    each.remedyId === remedyId ? { ...each, ...change } : each,
  );
  return { ...file, remedies };
}

/** Measures that the ruling did not keep are gone from the decision in force. */
function withKeptMeasures(file: CaseFile, kept: readonly string[]): CaseFile {
  if (file.proposal === null) return file;
  const measures = file.proposal.measures.filter((each) => kept.includes(each.rowId));
  return { ...file, proposal: { ...file.proposal, measures } };
}
