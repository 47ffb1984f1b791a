import type { PaperLayout } from "../paper-layout.ts";
import type { RepairNoticeData } from "./data.ts";

export const layout: PaperLayout<RepairNoticeData> = {
  form: "letter",
  blocks: [
    { part: "addressee", as: "addressee" },
    {
      part: "identity",
      as: "body",
      requires: ["addresseeName", "addresseeIdentifierLabel", "addresseeIdentifier", "caseNumber"],
    },
    { part: "opening", as: "body" },
    { part: "effects", as: "section", requires: ["effects"] },
    { part: "periods", as: "section", requires: ["minimumTerm", "maximumTerm", "termBasis"] },
    { part: "conditions", as: "section", requires: ["conditions"] },
    { part: "materials", as: "section", requires: ["materials"] },
    {
      part: "procedure",
      as: "section",
      requires: ["channels", "acceptTerm", "resultTerm", "handlingBasis"],
    },
    { part: "free-of-charge", as: "section", requires: ["freeOfChargeBasis", "complaintPhone"] },
    { part: "honesty", as: "section" },
    { part: "contact", as: "section", requires: ["contact"] },
    { part: "closing", as: "body" },
  ],
};
