import { cite } from "../../law/instruments.ts";
import type { ConnectionPoint } from "./point.ts";

/** The site of the county government, which fetches what changed. */
export const COUNTY_PORTAL: ConnectionPoint = {
  title: "县（市、区）政府门户网站",
  citation: cite("wuzhou", "（六）"),
  audience: "public",
  order: 7,
  carrier: "pull",
  proof: "acknowledged-cursor",
  layout: "list",
  withheld: [],
  hours: null,
};
