import type { PaperLayout } from "../paper-layout.ts";
import type { WithdrawalNoticeData } from "./data.ts";

export const layout: PaperLayout<WithdrawalNoticeData> = {
  form: "letter",
  blocks: [
    { part: "addressee", as: "addressee" },
    {
      part: "identity",
      as: "body",
      requires: ["addresseeName", "addresseeIdentifierLabel", "addresseeIdentifier", "caseNumber"],
    },
    { part: "opening", as: "body" },
    { part: "outcome", as: "section", requires: ["listName"] },
    { part: "reasons", as: "section", requires: ["reasons"] },
    { part: "basis", as: "section", requires: ["legalBasis"] },
    { part: "effects", as: "section" },
    { part: "contact", as: "section", requires: ["contact"] },
    { part: "closing", as: "body" },
  ],
};
