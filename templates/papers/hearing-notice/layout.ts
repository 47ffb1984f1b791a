import type { PaperLayout } from "../paper-layout.ts";
import type { HearingNoticeData } from "./data.ts";

export const layout: PaperLayout<HearingNoticeData> = {
  form: "letter",
  blocks: [
    { part: "addressee", as: "addressee" },
    {
      part: "identity",
      as: "body",
      requires: ["addresseeName", "addresseeIdentifierLabel", "addresseeIdentifier", "caseNumber"],
    },
    { part: "opening", as: "body", requires: ["noticeNumber", "requestedOn"] },
    {
      part: "arrangement",
      as: "section",
      requires: ["heldOn", "startsAt", "place", "presider", "openness"],
    },
    { part: "rights", as: "section" },
    { part: "contact", as: "section", requires: ["contact"] },
    { part: "closing", as: "body" },
  ],
};
