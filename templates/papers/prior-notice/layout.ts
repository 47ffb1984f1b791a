import type { PaperLayout } from "../paper-layout.ts";
import type { PriorNoticeData } from "./data.ts";

export const layout: PaperLayout<PriorNoticeData> = {
  form: "letter",
  blocks: [
    { part: "addressee", as: "addressee" },
    {
      part: "identity",
      as: "body",
      requires: ["addresseeName", "addresseeIdentifierLabel", "addresseeIdentifier", "caseNumber"],
    },
    { part: "opening", as: "body" },
    { part: "grounds", as: "section", requires: ["facts", "evidence", "reasons"] },
    { part: "basis", as: "section", requires: ["legalBasis"] },
    { part: "measures", as: "section", requires: ["measures", "proportionality"] },
    { part: "publication", as: "section", requires: ["publication"] },
    { part: "rights", as: "section", requires: ["defense"] },
    { part: "closing", as: "body" },
  ],
};
