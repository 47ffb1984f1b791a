import type { PaperLayout } from "../paper-layout.ts";
import type { PublicNoticeData } from "./data.ts";

export const layout: PaperLayout<PublicNoticeData> = {
  form: "letter",
  blocks: [
    { part: "addressee", as: "addressee", requires: ["addresseeName"] },
    { part: "opening", as: "body", requires: ["paperNumber", "paperTitle", "caseNumber"] },
    { part: "reasons", as: "section", requires: ["reasons"] },
    { part: "gist", as: "section", requires: ["gist"] },
    { part: "term", as: "section", requires: ["term", "termBasis"] },
    { part: "collection", as: "section", requires: ["contact"] },
    { part: "after-service", as: "section", requires: ["afterService"] },
    { part: "closing", as: "body" },
  ],
};
