import type { PaperLayout } from "../paper-layout.ts";
import type { RepairAcceptanceNoticeData } from "./data.ts";

export const layout: PaperLayout<RepairAcceptanceNoticeData> = {
  form: "letter",
  blocks: [
    { part: "addressee", as: "addressee" },
    {
      part: "identity",
      as: "body",
      requires: ["addresseeName", "addresseeIdentifierLabel", "addresseeIdentifier", "caseNumber"],
    },
    { part: "opening", as: "body", requires: ["listName", "appliedOn", "acceptedOn"] },
    { part: "materials", as: "section", requires: ["materials"] },
    { part: "basis", as: "section", requires: ["legalBasis"] },
    { part: "next", as: "section", requires: ["resultTerm", "resultBy", "resultBasis"] },
    { part: "free", as: "section", requires: ["freeOfChargeBasis"] },
    { part: "contact", as: "section", requires: ["contact"] },
    { part: "closing", as: "body" },
  ],
};
