import type { PaperLayout } from "../paper-layout.ts";
import type { RemovalDecisionData } from "./data.ts";

export const layout: PaperLayout<RemovalDecisionData> = {
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
    { part: "basis", as: "section", requires: ["legalBasis"] },
    { part: "decision", as: "section", requires: ["listName"] },
    { part: "objection", as: "section" },
  ],
};
