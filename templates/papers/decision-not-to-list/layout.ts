import type { PaperLayout } from "../paper-layout.ts";
import type { DecisionNotToListData } from "./data.ts";

export const layout: PaperLayout<DecisionNotToListData> = {
  form: "letter",
  blocks: [
    { part: "addressee", as: "addressee" },
    {
      part: "identity",
      as: "body",
      requires: ["addresseeName", "addresseeIdentifierLabel", "addresseeIdentifier", "caseNumber"],
    },
    { part: "opening", as: "body" },
    { part: "findings", as: "section", requires: ["findings"] },
    { part: "reasons", as: "section", requires: ["reasons", "legalBasis"] },
    { part: "decision", as: "section", requires: ["listName", "noticeNumber"] },
  ],
};
