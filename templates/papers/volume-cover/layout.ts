import type { PaperLayout } from "../paper-layout.ts";
import type { VolumeCoverData } from "./data.ts";

export const layout: PaperLayout<VolumeCoverData> = {
  form: "volume-sheet",
  blocks: [
    { part: "case", as: "row", requires: ["caseNumber"], minimum: 2 },
    { part: "cause", as: "row", requires: ["cause"], minimum: 3 },
    {
      part: "party",
      as: "row",
      requires: ["addresseeName", "addresseeIdentifierLabel", "addresseeIdentifier"],
      minimum: 3,
    },
    { part: "outcome", as: "row", requires: ["outcome"], minimum: 3 },
    { part: "opened", as: "row", requires: ["openedOn"], minimum: 2 },
    { part: "closed", as: "row", minimum: 2 },
    { part: "officers", as: "row", requires: ["officers"], minimum: 2 },
    { part: "archived", as: "row", minimum: 2 },
    { part: "retention", as: "row", minimum: 2 },
    { part: "extent", as: "row", requires: ["extent"], minimum: 2 },
    { part: "archive-number", as: "row", minimum: 2 },
  ],
};
