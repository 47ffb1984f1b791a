import type { PaperLayout } from "../paper-layout.ts";
import type { ListingDecisionData } from "./data.ts";

export const layout: PaperLayout<ListingDecisionData> = {
  form: "letter",
  blocks: [
    { part: "addressee", as: "addressee" },
    {
      part: "identity",
      as: "body",
      requires: ["addresseeName", "addresseeIdentifierLabel", "addresseeIdentifier", "caseNumber"],
    },
    { part: "opening", as: "body" },
    {
      part: "grounds",
      as: "section",
      requires: ["facts", "basisDocuments", "evidence", "noticeNumber", "defense", "reasons"],
    },
    { part: "basis", as: "section", requires: ["legalBasis"] },
    {
      part: "decision",
      as: "section",
      requires: ["listName", "listedTerm", "listedTermBasis", "publication"],
    },
    { part: "measures", as: "section", requires: ["measures", "proportionality"] },
    {
      part: "removal",
      as: "section",
      requires: ["removalConditions", "removalProcedure", "repairFromBasis"],
    },
    { part: "remedies", as: "section", requires: ["remedies"] },
  ],
};
