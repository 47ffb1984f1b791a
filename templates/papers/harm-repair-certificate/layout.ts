import type { PaperLayout } from "../paper-layout.ts";
import type { HarmRepairCertificateData } from "./data.ts";

export const layout: PaperLayout<HarmRepairCertificateData> = {
  form: "letter",
  blocks: [
    { part: "addressee", as: "addressee" },
    {
      part: "identity",
      as: "body",
      requires: ["addresseeName", "addresseeIdentifierLabel", "addresseeIdentifier", "caseNumber"],
    },
    { part: "facts", as: "body", requires: ["listingDecision", "annulmentDecision"] },
    { part: "recall", as: "section", requires: ["recalledFrom"] },
    { part: "undone", as: "section", requires: ["undone"] },
    { part: "statement", as: "section", requires: ["statement"] },
    { part: "basis", as: "section", requires: ["legalBasis"] },
    { part: "inquiry", as: "section", requires: ["inquiryPhone"] },
  ],
};
