import { cite } from "../../law/instruments.ts";
import type { ConnectionPoint } from "./point.ts";

/** The determining authority's own site. */
export const DEPARTMENT_PORTAL: ConnectionPoint = {
  title: "本部门门户网站",
  citation: cite("wuzhou", "（六）"),
  audience: "public",
  order: 6,
  carrier: "file-drop",
  proof: "receipt-file",
  layout: "list",
  withheld: [],
  hours: null,
};
