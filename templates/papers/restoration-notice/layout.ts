import type { PaperLayout } from "../paper-layout.ts";
import type { RestorationNoticeData } from "./data.ts";

export const layout: PaperLayout<RestorationNoticeData> = {
  form: "letter",
  blocks: [
    { part: "addressee", as: "addressee" },
    {
      part: "identity",
      as: "body",
      requires: ["addresseeName", "addresseeIdentifierLabel", "addresseeIdentifier", "caseNumber"],
    },
    { part: "opening", as: "body", requires: ["listingDecision", "removalDecision"] },
    { part: "findings", as: "section", requires: ["findings", "evidence"] },
    { part: "basis", as: "section", requires: ["legalBasis"] },
    { part: "intent", as: "section", requires: ["listName"] },
    { part: "rights", as: "section", requires: ["defenseTerm", "defenseTermBasis", "contact"] },
  ],
};
