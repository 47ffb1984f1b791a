import type { PaperLayout } from "../paper-layout.ts";
import type { RestorationDecisionData } from "./data.ts";

export const layout: PaperLayout<RestorationDecisionData> = {
  form: "letter",
  blocks: [
    { part: "addressee", as: "addressee" },
    {
      part: "identity",
      as: "body",
      requires: ["addresseeName", "addresseeIdentifierLabel", "addresseeIdentifier", "caseNumber"],
    },
    { part: "opening", as: "body", requires: ["listingDecision", "removalDecision"] },
    { part: "findings", as: "section", requires: ["findings", "evidence"] },
    { part: "defense", as: "section" },
    { part: "reasons", as: "section", requires: ["reasons", "legalBasis"] },
    { part: "decision", as: "section", requires: ["listName"] },
    { part: "remedies", as: "section", requires: ["remedies"] },
  ],
};
