import type { PaperLayout } from "../paper-layout.ts";
import type { DefenseReceiptData } from "./data.ts";

export const layout: PaperLayout<DefenseReceiptData> = {
  form: "letter",
  blocks: [
    { part: "addressee", as: "addressee" },
    {
      part: "identity",
      as: "body",
      requires: ["addresseeName", "addresseeIdentifierLabel", "addresseeIdentifier", "caseNumber"],
    },
    { part: "opening", as: "body", requires: ["noticeNumber", "receivedAt", "form"] },
    { part: "items", as: "section", requires: ["items"] },
    { part: "next", as: "section" },
    { part: "contact", as: "section", requires: ["contact"] },
    { part: "closing", as: "body" },
  ],
};
