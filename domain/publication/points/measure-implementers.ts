import { cite } from "../../law/instruments.ts";
import type { ConnectionPoint } from "./point.ts";

/** Those who carry out measures: told of them, and told to lift them. */
export const MEASURE_IMPLEMENTERS: ConnectionPoint = {
  title: "失信惩戒措施实施单位",
  citation: cite("wuzhou", "（十）"),
  audience: "implementers",
  order: 13,
  carrier: "http-push",
  proof: "signed-receipt",
  layout: "list",
  withheld: [],
  hours: null,
};
