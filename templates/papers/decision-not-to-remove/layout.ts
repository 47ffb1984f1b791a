import type { PaperLayout } from "../paper-layout.ts";
import type { DecisionNotToRemoveData } from "./data.ts";

export const layout: PaperLayout<DecisionNotToRemoveData> = {
  form: "letter",
  blocks: [
    { part: "addressee", as: "addressee" },
    {
      part: "identity",
      as: "body",
      requires: ["addresseeName", "addresseeIdentifierLabel", "addresseeIdentifier", "caseNumber"],
    },
    { part: "opening", as: "body", requires: ["listingDecision", "listName"] },
    { part: "findings", as: "section", requires: ["unmetConditions"] },
    { part: "reasons", as: "section", requires: ["reasons", "legalBasis"] },
    { part: "decision", as: "section", requires: ["listName"] },
    { part: "again", as: "section", requires: ["mayAskAgainOn"] },
    { part: "remedies", as: "section", requires: ["remedies"] },
  ],
};
