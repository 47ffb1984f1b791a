import type { CaseEvent } from "./events.ts";
import type { Hearing } from "./hearing.ts";
import type { CaseFile } from "./state.ts";

/** Events of a hearing. */
export type HearingEvent = Extract<
  CaseEvent,
  {
    type:
      | "HearingRequested"
      | "HearingWaived"
      | "HearingScheduled"
      | "PresiderObjected"
      | "PresiderObjectionAnswered"
      | "HearingHeld";
  }
>;

/** What the hearing (听证) changes in a case. */
export function evolveHearing(file: CaseFile, event: HearingEvent): CaseFile {
  switch (event.type) {
    case "HearingRequested":
      return {
        ...withHearing(file, { requestedOn: event.requestedOn, reasons: event.reasons }),
        // Asked for while the statement is still heard, the hearing comes after it.
        stage: file.stage === "verification" ? "hearing" : file.stage,
      };
    case "HearingWaived":
      return {
        ...overToVerification(file, event),
        serviceNotice: null,
        hearing: waived(file.hearing, event.waivedOn),
      };
    case "HearingScheduled":
      return withHearing(file, { schedule: event.schedule });
    case "PresiderObjected":
      return withHearing(file, { objection: event.reasons });
    case "PresiderObjectionAnswered":
      return withHearing(file, afterObjection(file.hearing, event.outcome));
    case "HearingHeld": {
      const held = withHearing(file, { held: event.record });
      return overToVerification(held, event);
    }
  }
}

function withHearing(file: CaseFile, change: Partial<Hearing>): CaseFile {
  return { ...file, hearing: { ...file.hearing, ...change } };
}

function waived(hearing: Hearing, waivedOn: Hearing["waivedOn"]): Hearing {
  return { ...hearing, waivedOn, schedule: null, objection: null };
}

function afterObjection(hearing: Hearing, outcome: "granted" | "denied"): Partial<Hearing> {
  if (outcome === "denied" || hearing.schedule === null) return { objection: null };
  return {
    objection: null,
    schedule: null,
    barredPresiders: [...hearing.barredPresiders, hearing.schedule.presiderId],
  };
}

/** The hearing is over or given up: what the party said is verified next. */
function overToVerification(
  file: CaseFile,
  event: Extract<HearingEvent, { type: "HearingWaived" | "HearingHeld" }>,
): CaseFile {
  return {
    ...file,
    stage: file.stage === "hearing" ? "verification" : file.stage,
    evidence: [...file.evidence, event.evidence],
  };
}
