import type { PaperLayout } from "../paper-layout.ts";
import type { DefenseMinutesData } from "./data.ts";

export const layout: PaperLayout<DefenseMinutesData> = {
  form: "letter",
  blocks: [
    {
      part: "identity",
      as: "body",
      requires: ["addresseeName", "addresseeIdentifierLabel", "addresseeIdentifier", "caseNumber"],
    },
    { part: "setting", as: "section", requires: ["takenAt", "place", "speaker"] },
    { part: "rights", as: "section", requires: ["noticeNumber", "listName"] },
    { part: "points", as: "section", requires: ["points"] },
    { part: "evidence", as: "section" },
    { part: "signature", as: "section", requires: ["signature"] },
  ],
};
