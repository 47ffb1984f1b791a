import { cite } from "../../law/instruments.ts";
import type { ConnectionPoint } from "./point.ts";

/** The system for supervision over the internet. */
export const INTERNET_SUPERVISION: ConnectionPoint = {
  title: "“互联网+监管”系统",
  citation: cite("wuzhou", "（五）"),
  audience: "public-bodies",
  order: 10,
  carrier: "http-push",
  proof: "signed-receipt",
  layout: "list",
  withheld: ["remedies"],
  hours: null,
};
