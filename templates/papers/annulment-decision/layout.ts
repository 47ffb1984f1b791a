import type { PaperLayout } from "../paper-layout.ts";
import type { AnnulmentDecisionData } from "./data.ts";

export const layout: PaperLayout<AnnulmentDecisionData> = {
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
    { part: "decision", as: "section", requires: ["withdrawnByBasis"] },
    { part: "harm-repair", as: "section", requires: ["harmRepair"] },
    { part: "compensation", as: "section", requires: ["compensation"] },
    { part: "remedies", as: "section", requires: ["remedies"] },
  ],
};
