import type { PaperLayout } from "../paper-layout.ts";
import type { VolumeContentsData } from "./data.ts";

export const layout: PaperLayout<VolumeContentsData> = {
  form: "volume-sheet",
  blocks: [
    { part: "case", as: "row", requires: ["caseNumber", "addresseeName"], minimum: 1 },
    // 序号、文号、责任者、题名、日期、页号、备注
    { part: "lines", as: "table", requires: ["lines"], columns: [26, 82, 70, 102, 66, 54, 42] },
  ],
};
