import type { PaperLayout } from "../paper-layout.ts";
import type { ServiceAddressConfirmationData } from "./data.ts";

export const layout: PaperLayout<ServiceAddressConfirmationData> = {
  form: "ruled-form",
  blocks: [
    { part: "case", as: "row", requires: ["caseNumber"], minimum: 1 },
    {
      part: "party",
      as: "row",
      requires: ["addresseeName", "addresseeIdentifierLabel", "addresseeIdentifier"],
      minimum: 1,
    },
    { part: "told", as: "row", requires: ["consequenceBasis", "electronicBasis"], minimum: 4 },
    { part: "recipient", as: "row", requires: ["recipient", "phone"], minimum: 1 },
    { part: "address", as: "row", requires: ["address"], minimum: 2 },
    { part: "electronic", as: "row", requires: ["electronic"], minimum: 2 },
    { part: "confirmed", as: "row", requires: ["confirmedOn", "confirmedHow"], minimum: 3 },
    { part: "changes", as: "row", requires: ["contact"], minimum: 2 },
    { part: "note", as: "note" },
  ],
};
