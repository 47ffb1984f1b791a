import type { PaperLayout } from "../paper-layout.ts";
import type { LegalReviewOpinionData } from "./data.ts";

export const layout: PaperLayout<LegalReviewOpinionData> = {
  form: "ruled-form",
  blocks: [
    { part: "case", as: "row", requires: ["caseNumber"], minimum: 1 },
    {
      part: "party",
      as: "row",
      requires: ["addresseeName", "addresseeIdentifierLabel", "addresseeIdentifier"],
      minimum: 1,
    },
    { part: "matter", as: "row", requires: ["listName"], minimum: 1 },
    { part: "submission", as: "row", requires: ["submission"], minimum: 1 },
    { part: "points", as: "row", requires: ["points"], minimum: 2 },
    { part: "check", as: "row", requires: ["checkResult"], minimum: 1 },
    { part: "opinion", as: "row", requires: ["opinion"], minimum: 3 },
    { part: "conclusion", as: "row", requires: ["conclusion"], minimum: 1 },
    { part: "reviewer", as: "row", minimum: 1 },
    { part: "reviewed", as: "row", requires: ["reviewedOn"], minimum: 1 },
    { part: "note", as: "note" },
  ],
};
