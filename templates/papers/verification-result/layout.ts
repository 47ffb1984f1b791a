import type { PaperLayout } from "../paper-layout.ts";
import type { VerificationResultData } from "./data.ts";

export const layout: PaperLayout<VerificationResultData> = {
  form: "letter",
  blocks: [
    { part: "addressee", as: "addressee" },
    {
      part: "identity",
      as: "body",
      requires: ["addresseeName", "addresseeIdentifierLabel", "addresseeIdentifier", "caseNumber"],
    },
    { part: "opening", as: "body", requires: ["noticeNumber", "statedOn", "legalBasis"] },
    { part: "points", as: "section", requires: ["points"] },
    { part: "next", as: "section", requires: ["listName"] },
    { part: "contact", as: "section", requires: ["contact"] },
    { part: "closing", as: "body" },
  ],
};
