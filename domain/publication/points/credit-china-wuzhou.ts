import { cite } from "../../law/instruments.ts";
import type { ConnectionPoint } from "./point.ts";

/** The site with which all other sites of the city must agree (保持一致). */
export const CREDIT_CHINA_WUZHOU: ConnectionPoint = {
  title: "信用中国（广西梧州）",
  citation: cite("wuzhou", "（六）"),
  audience: "public",
  order: 3,
  carrier: "http-push",
  proof: "signed-receipt",
  layout: "list",
  withheld: [],
  hours: null,
};
