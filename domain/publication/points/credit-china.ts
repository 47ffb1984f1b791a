import { cite } from "../../law/instruments.ts";
import type { ConnectionPoint } from "./point.ts";
import { OFFICE_HOURS } from "./working-hours.ts";

/** The national site; it takes files in the layout of administrative penalties (双公示). */
export const CREDIT_CHINA: ConnectionPoint = {
  title: "信用中国",
  citation: cite("wuzhou", "（八）"),
  audience: "public",
  order: 5,
  carrier: "file-drop",
  proof: "receipt-file",
  layout: "penalty",
  withheld: [],
  hours: OFFICE_HOURS,
};
