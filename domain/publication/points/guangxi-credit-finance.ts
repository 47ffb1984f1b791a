import { cite } from "../../law/instruments.ts";
import type { ConnectionPoint } from "./point.ts";

/** The region's platform for financing: its readers are lenders, so nothing of what others must do goes there (细则（十）). */
export const GUANGXI_CREDIT_FINANCE: ConnectionPoint = {
  title: "广西征信融资服务平台",
  citation: cite("wuzhou", "（五）"),
  audience: "financial",
  order: 9,
  carrier: "pull",
  proof: "acknowledged-cursor",
  layout: "list",
  withheld: ["measures"],
  hours: null,
};
