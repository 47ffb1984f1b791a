import type { PaperLayout } from "../paper-layout.ts";
import type { RestorationEndNoticeData } from "./data.ts";

export const layout: PaperLayout<RestorationEndNoticeData> = {
  form: "letter",
  blocks: [
    { part: "addressee", as: "addressee" },
    {
      part: "identity",
      as: "body",
      requires: ["addresseeName", "addresseeIdentifierLabel", "addresseeIdentifier", "caseNumber"],
    },
    { part: "opening", as: "body" },
    { part: "reasons", as: "section", requires: ["reasons"] },
    { part: "decision", as: "section", requires: ["listName"] },
    { part: "contact", as: "body", requires: ["contact"] },
  ],
};
