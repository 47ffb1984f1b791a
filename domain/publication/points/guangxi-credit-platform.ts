import { cite } from "../../law/instruments.ts";
import type { ConnectionPoint } from "./point.ts";
import { OFFICE_HOURS } from "./working-hours.ts";

/** The region's credit platform. */
export const GUANGXI_CREDIT_PLATFORM: ConnectionPoint = {
  title: "广西公共信用信息平台",
  citation: cite("wuzhou", "（五）"),
  audience: "public-bodies",
  order: 8,
  carrier: "file-drop",
  proof: "receipt-file",
  layout: "list",
  withheld: [],
  hours: OFFICE_HOURS,
};
