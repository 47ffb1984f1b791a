import { cite } from "../../law/instruments.ts";
import type { ConnectionPoint } from "./point.ts";

/** The one site for public services, where parties ask for repair. */
export const ONE_NETWORK_SERVICE: ConnectionPoint = {
  title: "“一网通办”平台",
  citation: cite("wuzhou", "（十三）"),
  audience: "public-bodies",
  order: 12,
  carrier: "http-push",
  proof: "signed-receipt",
  layout: "list",
  withheld: ["measures", "basis-documents"],
  hours: null,
};
