import type { PaperLayout } from "../paper-layout.ts";
import type { CorrectionDecisionData } from "./data.ts";

export const layout: PaperLayout<CorrectionDecisionData> = {
  form: "letter",
  blocks: [
    { part: "addressee", as: "addressee" },
    {
      part: "identity",
      as: "body",
      requires: ["addresseeName", "addresseeIdentifierLabel", "addresseeIdentifier", "caseNumber"],
    },
    { part: "opening", as: "body", requires: ["listingDecision", "listName"] },
    { part: "findings", as: "section", requires: ["findings"] },
    { part: "reasons", as: "section", requires: ["reasons", "legalBasis"] },
    { part: "decision", as: "section", requires: ["corrections"] },
    { part: "publication", as: "section" },
    { part: "remedies", as: "section", requires: ["remedies"] },
  ],
};
