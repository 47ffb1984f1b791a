import type { PaperLayout } from "../paper-layout.ts";
import type { RemovalCertificateData } from "./data.ts";

export const layout: PaperLayout<RemovalCertificateData> = {
  form: "letter",
  blocks: [
    { part: "addressee", as: "addressee" },
    {
      part: "identity",
      as: "body",
      requires: ["addresseeName", "addresseeIdentifierLabel", "addresseeIdentifier", "caseNumber"],
    },
    { part: "facts", as: "body", requires: ["listName", "listingDecision"] },
    { part: "channels", as: "section" },
    { part: "measures", as: "section" },
    { part: "basis", as: "section", requires: ["legalBasis", "authorization"] },
    { part: "inquiry", as: "section", requires: ["inquiryPhone"] },
  ],
};
