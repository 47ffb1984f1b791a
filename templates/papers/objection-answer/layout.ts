import type { PaperLayout } from "../paper-layout.ts";
import type { ObjectionAnswerData } from "./data.ts";

export const layout: PaperLayout<ObjectionAnswerData> = {
  form: "letter",
  blocks: [
    { part: "addressee", as: "addressee" },
    {
      part: "identity",
      as: "body",
      requires: ["addresseeName", "addresseeIdentifierLabel", "addresseeIdentifier", "caseNumber"],
    },
    { part: "opening", as: "body", requires: ["objector", "disputedItem", "listingDecision"] },
    { part: "objection", as: "section", requires: ["statement"] },
    { part: "findings", as: "section", requires: ["findings"] },
    { part: "result", as: "section", requires: ["outcome", "reasons", "consequence"] },
    { part: "basis", as: "section", requires: ["legalBasis"] },
    { part: "contact", as: "section", requires: ["contact"] },
    { part: "closing", as: "body" },
  ],
};
