import type { PaperLayout } from "../paper-layout.ts";
import type { ProofOfServiceData } from "./data.ts";

export const layout: PaperLayout<ProofOfServiceData> = {
  form: "ruled-form",
  blocks: [
    { part: "case", as: "row", requires: ["caseNumber"], minimum: 1 },
    {
      part: "addressee",
      as: "row",
      requires: ["addresseeName", "addresseeIdentifierLabel", "addresseeIdentifier"],
      minimum: 1,
    },
    { part: "papers", as: "row", requires: ["papers"], minimum: 2 },
    { part: "method", as: "row", requires: ["serviceMethod"], minimum: 1 },
    { part: "place", as: "row", requires: ["servicePlace"], minimum: 1 },
    { part: "signatory", as: "row", minimum: 2 },
    { part: "received", as: "row", minimum: 1 },
    { part: "received-by-other", as: "row", minimum: 2 },
    { part: "refusal", as: "row", minimum: 2 },
    { part: "witnesses", as: "row", minimum: 2 },
    { part: "servers", as: "row", requires: ["servers"], minimum: 2 },
    { part: "remarks", as: "row", minimum: 1 },
    { part: "note", as: "note" },
  ],
};
