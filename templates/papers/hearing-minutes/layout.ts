import type { PaperLayout } from "../paper-layout.ts";
import type { HearingMinutesData } from "./data.ts";

export const layout: PaperLayout<HearingMinutesData> = {
  form: "letter",
  blocks: [
    {
      part: "identity",
      as: "body",
      requires: ["addresseeName", "addresseeIdentifierLabel", "addresseeIdentifier", "caseNumber"],
    },
    {
      part: "hearing",
      as: "section",
      requires: ["heldOn", "startsAt", "place", "presider", "openness"],
    },
    { part: "attendance", as: "section", requires: ["attendance", "attendees"] },
    { part: "investigation", as: "section" },
    { part: "points", as: "section" },
    { part: "signature", as: "section", requires: ["signature"] },
  ],
};
