import type { PaperLayout } from "../paper-layout.ts";
import type { RepairRefusalNoticeData } from "./data.ts";

export const layout: PaperLayout<RepairRefusalNoticeData> = {
  form: "letter",
  blocks: [
    { part: "addressee", as: "addressee" },
    {
      part: "identity",
      as: "body",
      requires: ["addresseeName", "addresseeIdentifierLabel", "addresseeIdentifier", "caseNumber"],
    },
    { part: "opening", as: "body", requires: ["listingDecision", "listName"] },
    { part: "outcome", as: "section", requires: ["listName"] },
    { part: "reasons", as: "section", requires: ["reasons", "legalBasis"] },
    { part: "again", as: "section", requires: ["mayAskAgainOn"] },
    { part: "remedies", as: "section", requires: ["remedies"] },
  ],
};
