import type { CaseEvent } from "./events.ts";
import type { CaseFile } from "./state.ts";

export type HandsEvent = Extract<
  CaseEvent,
  { type: "CaseHandedOver" | "OfficerObjected" | "OfficerObjectionAnswered" }
>;

/** In whose hands a case is (承办人): hand-over and recusal. */
export function evolveHands(file: CaseFile, event: HandsEvent): CaseFile {
  switch (event.type) {
    case "CaseHandedOver":
      return { ...file, officerId: event.officerId };
    case "OfficerObjected":
      return { ...file, officerObjection: event.reasons };
    case "OfficerObjectionAnswered":
      return {
        ...file,
        officerObjection: null,
        barredOfficers:
          event.outcome === "granted"
            ? [...file.barredOfficers, event.officerId]
            : file.barredOfficers,
      };
  }
}
