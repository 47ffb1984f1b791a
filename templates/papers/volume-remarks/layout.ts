import type { PaperLayout } from "../paper-layout.ts";
import type { VolumeRemarksData } from "./data.ts";

export const layout: PaperLayout<VolumeRemarksData> = {
  form: "volume-sheet",
  blocks: [
    { part: "case", as: "row", requires: ["caseNumber", "addresseeName"], minimum: 2 },
    { part: "extent", as: "row", requires: ["extent"], minimum: 2 },
    { part: "remarks", as: "row", requires: ["remarks"], minimum: 10 },
    { part: "log", as: "row", requires: ["log", "chainHead"], minimum: 4 },
    { part: "binder", as: "row", minimum: 2 },
    { part: "checker", as: "row", minimum: 2 },
    { part: "bound", as: "row", requires: ["boundOn"], minimum: 2 },
  ],
};
